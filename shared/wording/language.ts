/** Vietnamese is what the office speaks; English is for those who look after the machine. */
export const languages = ['vi', 'en'] as const;

export type Language = (typeof languages)[number];

/** The same sentences in every language: a missing translation does not compile. */
export type Wording<Sentences> = Readonly<Record<Language, Sentences>>;

/**
 * The words of a room of screens. Vietnamese is always at hand; English may be fetched when somebody
 * wants it.
 */
export interface Words<Sentences> {
  readonly vi: Sentences;
  readonly en: Sentences | (() => Promise<Sentences>);
}
