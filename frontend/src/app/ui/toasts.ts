import { Injectable, signal } from '@angular/core';
import type { IconName } from './icons.ts';

/** What a toast offers besides being read, such as taking back what was done. */
export interface ToastAct {
  readonly label: string;
  readonly carryOut: () => void;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'failed' | 'news';
  readonly act?: ToastAct | undefined;
}

const SHOWN_MS = 6_000;
/** Whoever goes there by the keyboard needs the time to. */
const OFFERED_MS = 30_000;

export const toastIcons = {
  done: 'finished',
  failed: 'overdue',
  news: 'info',
} as const satisfies Record<Toast['kind'], IconName>;

/** Short words about what has just been done; what needs an answer is a dialog. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  readonly #shown = signal<readonly Toast[]>([]);
  #last = 0;

  readonly shown = this.#shown.asReadonly();

  done(text: string, act?: ToastAct): void {
    this.#show(text, 'done', act);
  }

  /** Stays until it is closed: what failed has to be read. */
  failed(text: string): void {
    this.#show(text, 'failed');
  }

  news(text: string): void {
    this.#show(text, 'news');
  }

  close(id: number): void {
    this.#shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  #show(text: string, kind: Toast['kind'], act?: ToastAct): void {
    this.#last += 1;
    const toast = { id: this.#last, text, kind, act };
    this.#shown.update((toasts) => [...toasts.slice(-2), toast]);
    const shownMs = act === undefined ? SHOWN_MS : OFFERED_MS;
    if (kind !== 'failed') setTimeout(() => this.close(toast.id), shownMs);
  }
}
