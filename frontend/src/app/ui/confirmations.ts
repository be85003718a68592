import { Injectable, signal } from '@angular/core';

export interface Question {
  readonly heading: string;
  readonly text?: string;
  /** What the button says: the act itself, not "OK". */
  readonly act: string;
  readonly danger?: boolean;
  /** Whether a reason has to be given, may be given, or is not asked for. */
  readonly reason?: 'required' | 'optional';
  /** What most people would say, to be kept or written over. */
  readonly suggested?: string;
  /** Reasons to choose from; the text may add to them. */
  readonly reasons?: readonly { readonly code: string; readonly label: string }[];
}

export interface Confirmed {
  readonly reason: string | undefined;
  readonly reasonCode: string | undefined;
}

interface Asked {
  readonly question: Question;
  readonly answer: (confirmed: Confirmed | undefined) => void;
}

/** Asks before what cannot be taken back, with its reason where the law wants one. */
@Injectable({ providedIn: 'root' })
export class Confirmations {
  readonly #asked = signal<Asked | undefined>(undefined);
  readonly asked = this.#asked.asReadonly();

  /** Undefined when the person thought better of it. */
  ask(question: Question): Promise<Confirmed | undefined> {
    this.#asked()?.answer(undefined);
    return new Promise((resolve) => {
      const answer = (confirmed: Confirmed | undefined): void => {
        this.#asked.set(undefined);
        resolve(confirmed);
      };
      this.#asked.set({ question, answer });
    });
  }
}
