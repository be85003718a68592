import { DOCUMENT, Injectable, type Signal, computed, inject, signal } from '@angular/core';
import { type Language, type Wording, type Words, languages } from '#wording';

const REMEMBERED = 'motcua-language';

/** Where English words that are fetched on demand will stand. */
interface Slot<Sentences> {
  readonly fetch: () => Promise<void>;
  readonly english: Signal<Sentences | undefined>;
}

const isLanguage = (text: string | null): text is Language =>
  languages.some((language) => language === text);

/** The language people read; changed while running, remembered on this computer. */
@Injectable({ providedIn: 'root' })
export class LanguageService {
  readonly #document = inject(DOCUMENT);
  readonly #current = signal<Language>('vi');
  readonly #slots = new Map<object, Slot<unknown>>();

  readonly current = this.#current.asReadonly();

  /** The words in the current language. */
  of<Sentences extends object>(words: Words<Sentences> | Wording<Sentences>): Signal<Sentences> {
    const { vi, en } = words;
    if (typeof en !== 'function') return computed(() => (this.#current() === 'en' ? en : vi));
    const slot = this.#slotOf(words, en);
    return computed(() => (this.#current() === 'en' ? (slot.english() ?? vi) : vi));
  }

  async choose(language: Language): Promise<void> {
    if (language === 'en') {
      await Promise.all([...this.#slots.values()].map(({ fetch }) => fetch()));
    }
    this.#current.set(language);
    this.#document.documentElement.lang = language;
    this.#storage?.setItem(REMEMBERED, language);
  }

  /** What was chosen on this computer the last time. */
  async restore(): Promise<void> {
    const remembered = this.#storage?.getItem(REMEMBERED) ?? null;
    if (isLanguage(remembered)) await this.choose(remembered);
  }

  get #storage(): Storage | undefined {
    return this.#document.defaultView?.localStorage;
  }

  #slotOf<Sentences>(key: object, load: () => Promise<Sentences>): Slot<Sentences> {
    const known = this.#slots.get(key);
    if (known !== undefined) return known as Slot<Sentences>;
    const english = signal<Sentences | undefined>(undefined);
    const fetch = async (): Promise<void> => {
      if (english() === undefined) english.set(await load());
    };
    const slot = { english, fetch };
    this.#slots.set(key, slot);
    if (this.#current() === 'en') void fetch();
    return slot;
  }
}

/** For a component: its words, in whatever language is being read. */
export const injectWords = <Sentences extends object>(
  words: Words<Sentences> | Wording<Sentences>,
): Signal<Sentences> => inject(LanguageService).of(words);
