/** Vietnamese is what the office speaks; English is for those who look after the machine. */
export const languages = ['vi', 'en'] as const;

export type Language = (typeof languages)[number];

/** The same sentences in every language: a missing translation does not compile. */
export type Wording<Sentences> = Readonly<Record<Language, Sentences>>;
