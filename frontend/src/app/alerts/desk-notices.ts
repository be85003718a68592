import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  type AlertItem,
  type NotificationWish,
  alertPageSchema,
  alertsPath,
  notificationWishSchema,
  notificationsPath,
  wishFor,
} from '#contract/alerts';
import { noticeWords } from '#wording/notices';
import { ApiClient, Live, Session, Sources, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { DOSSIER_PLACE } from '../shell/index.ts';
import { sentenceOf } from './alert-looks.ts';
import { ALERTS_PLACE } from './alerts-place.ts';

/** What is told together is fetched together. */
const TOGETHER_MS = 300;
const NEWEST = 200;
/** As long as another page of this browser may still be about to show the same. */
const SHOWN_MS = 60_000;
/** More at once are one: nobody reads ten boxes. */
const MOST = 3;

export type NoticePermission = NotificationPermission | 'absent';

/**
 * Boxes of the browser beside the product, where the person let it. The stream names alerts of the whole unit:
 * what is shown is one's own, wished for in this way, and shown by one page of the browser.
 */
@Injectable({ providedIn: 'root' })
export class DeskNotices {
  readonly #api = inject(ApiClient);
  readonly #live = inject(Live);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #sources = inject(Sources);
  readonly #words = injectWords(noticeWords);
  readonly #page = inject(DOCUMENT).defaultView;
  readonly #permission = signal<NoticePermission>(this.#allowed());
  readonly #heard = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isListening = false;

  readonly permission = this.#permission.asReadonly();

  start(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    this.#live.listen((news) => {
      if (news !== 'reset' && news.type === 'notice') this.#hear(news.id);
    });
  }

  /** Asked on a press and never by itself. */
  async ask(): Promise<void> {
    if (this.#allowed() === 'absent') return;
    this.#permission.set(await Notification.requestPermission());
  }

  /** A box that says what it is told to say: to try how they look here. */
  tryOne(title: string, body: string): void {
    if (this.#allowed() === 'granted') new Notification(title, { body, tag: 'motcua-trial' });
  }

  #allowed(): NoticePermission {
    // Declared present by the types; absent on plain-HTTP addresses and on some telephones.
    const known = (this.#page as { readonly Notification?: typeof Notification } | null)
      ?.Notification;
    return known === undefined || this.#page?.isSecureContext === false
      ? 'absent'
      : known.permission;
  }

  #hear(id: string): void {
    if (this.#allowed() !== 'granted') return;
    this.#heard.add(id);
    this.#timer ??= setTimeout(() => void this.#tell(), TOGETHER_MS);
  }

  async #tell(): Promise<void> {
    this.#timer = undefined;
    const heard = new Set(this.#heard);
    this.#heard.clear();
    try {
      const [wish, own] = await Promise.all([this.#wish(), this.#own()]);
      const meant = own.filter(({ id, kind }) => heard.has(id) && wishFor(wish, kind).browser);
      for (const alert of meant.slice(0, MOST)) this.#once(alert);
    } catch (error) {
      // Cut off meanwhile: the bell has it when the connection is back.
      if (problemOf(error) === undefined) throw error;
    }
  }

  #wish(): Promise<NotificationWish> {
    return this.#api.read(notificationsPath, notificationWishSchema);
  }

  async #own(): Promise<readonly AlertItem[]> {
    const query = { unitId: this.#session.unit()?.id, limit: NEWEST };
    return (await this.#api.read(alertsPath, alertPageSchema, { query })).items;
  }

  /** Whichever page comes first shows it and keeps the others from doing so. */
  #once(alert: AlertItem): void {
    const locks = this.#page?.navigator.locks;
    const name = `motcua-notice-${alert.id}`;
    void locks?.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) return undefined;
      this.#show(alert);
      return new Promise<void>((resolve) => setTimeout(resolve, SHOWN_MS));
    });
  }

  #show(alert: AlertItem): void {
    const words = this.#words();
    const title = sentenceOf(alert, words, (source) => this.#sources.nameOf(source));
    const body = words.because(words.reasons[alert.reason]);
    const box = new Notification(title, { body, tag: alert.id });
    box.addEventListener('click', () => {
      this.#page?.focus();
      box.close();
      const { dossierId, id } = alert;
      if (dossierId !== null) void this.#router.navigate(['/', DOSSIER_PLACE, dossierId]);
      else void this.#router.navigate(['/', ALERTS_PLACE], { queryParams: { open: id } });
    });
  }
}
