/** What a unit words for itself: the head that all forms share, and each form. */
export const formSheets = [
  ...(['head', 'mau01', 'mau02', 'mau03'] as const),
  ...(['mau04', 'mau05', 'mau06', 'mau07'] as const),
] as const;

export type FormSheet = (typeof formSheets)[number];

/** A part of a form that a unit may word, or leave out. */
export interface FormPiece {
  readonly key: string;
  /** One sentence, several lines, or a field that stands or does not. */
  readonly kind: 'sentence' | 'lines' | 'field';
  /** As it stands where nobody says otherwise; of a field its label. */
  readonly standard: string;
  /** The circular asks for it: it may be worded, never left out. */
  readonly isMandatory: boolean;
  /** What it has to name, whatever its words. */
  readonly facts: readonly string[];
}

/** A unit's own wording of a form; what is not named stands as it is. */
export interface FormEdition {
  readonly texts: Readonly<Record<string, string>>;
  /** Fields that are not printed. */
  readonly without: readonly string[];
}

export const STANDARD_EDITION: FormEdition = { texts: {}, without: [] };

const FORM_FAULTS = [
  'form-piece-unknown',
  'form-piece-mandatory',
  'form-fact-missing',
  'form-fact-unknown',
] as const;

export const formFaultCodes = FORM_FAULTS;

/** Why an edition is not kept: which piece, and which fact of it. */
export interface FormFault {
  readonly code: (typeof FORM_FAULTS)[number];
  readonly key: string;
  readonly fact?: string;
}

const NAME = /\{([a-zA-Z.]+)\}/g;

/** The facts a text asks for: `{applicant.name}`. */
export const factsNamed = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(NAME)].map(([, name = '']) => name)),
];

const textFaults = (
  { key, kind, isMandatory, facts }: FormPiece,
  text: string,
  known: ReadonlySet<string>,
): readonly FormFault[] => {
  if (kind === 'field') return [{ code: 'form-piece-unknown', key }];
  if (text.trim() === '') return isMandatory ? [{ code: 'form-piece-mandatory', key }] : [];
  const named = factsNamed(text);
  return [
    ...facts
      .filter((fact) => !named.includes(fact))
      .map((fact) => ({ code: 'form-fact-missing' as const, key, fact })),
    ...named
      .filter((fact) => !known.has(fact))
      .map((fact) => ({ code: 'form-fact-unknown' as const, key, fact })),
  ];
};

const leftOut = (key: string, piece: FormPiece | undefined): readonly FormFault[] => {
  if (piece?.kind !== 'field') return [{ code: 'form-piece-unknown', key }];
  return piece.isMandatory ? [{ code: 'form-piece-mandatory', key }] : [];
};

/** What keeps an edition from being saved, in the order of the form; empty: nothing. */
export const formFaults = (
  pieces: readonly FormPiece[],
  { texts, without }: FormEdition,
): readonly FormFault[] => {
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]));
  const known = new Set(pieces.flatMap(({ facts }) => facts));
  const worded = Object.entries(texts).flatMap(([key, text]) => {
    const piece = byKey.get(key);
    return piece === undefined
      ? [{ code: 'form-piece-unknown' as const, key }]
      : textFaults(piece, text, known);
  });
  const faults: readonly FormFault[] = [
    ...worded,
    ...without.flatMap((key) => leftOut(key, byKey.get(key))),
  ];
  const places = new Map(pieces.map(({ key }, place) => [key, place]));
  const placeOf = ({ key }: FormFault): number => places.get(key) ?? pieces.length;
  return faults.toSorted((one, other) => placeOf(one) - placeOf(other));
};

/** As it is printed. */
export const wordedAs = (
  { key, standard }: Pick<FormPiece, 'key' | 'standard'>,
  { texts }: FormEdition,
): string => (Object.hasOwn(texts, key) ? (texts[key] ?? standard) : standard);

/** Without what says the same as the standard: an edition holds differences only. */
export const trimmedEdition = (
  pieces: readonly FormPiece[],
  { texts, without }: FormEdition,
): FormEdition => ({
  texts: Object.fromEntries(
    Object.entries(texts).filter(
      ([key, text]) => pieces.find((piece) => piece.key === key)?.standard !== text,
    ),
  ),
  without: [...new Set(without)],
});
