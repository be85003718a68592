import type { FormEditionAnswer } from '#contract/forms';
import {
  STANDARD_EDITION,
  formFaults,
  trimmedEdition,
  wordedAs,
  type FormEdition,
  type FormPiece,
} from '#domain/form';
import type { FormWords } from '#wording/forms';

type Names = FormWords['facts'];

/** `{applicant.name}` as people read it: `[Người nộp hồ sơ]`. */
export const shownText = (kept: string, names: Names): string =>
  kept.replaceAll(/\{([a-zA-Z.]+)\}/g, (whole, fact: string) =>
    names[fact] === undefined ? whole : `[${names[fact]}]`,
  );

/** What people typed, as it is kept; a bracket that names nothing the piece knows is a bracket. */
export const keptText = (shown: string, facts: readonly string[], names: Names): string =>
  facts.reduce((text, fact) => text.replaceAll(`[${names[fact] ?? fact}]`, `{${fact}}`), shown);

/** Everything a form can fill in: a sentence may take over what another tells. */
export const factsOf = (pieces: readonly FormPiece[]): readonly string[] => [
  ...new Set(pieces.flatMap(({ facts }) => facts)),
];

export const nameOfPiece = ({ key, kind, standard }: FormPiece, { pieces }: FormWords): string =>
  kind === 'field' ? standard : (pieces[key] ?? key);

/** Worded otherwise than the standard. */
export const isOwn = ({ texts, without }: FormEdition): boolean =>
  Object.keys(texts).length > 0 || without.length > 0;

const comparable = ({ texts, without }: FormEdition): string =>
  JSON.stringify([Object.entries(texts).toSorted(), without.toSorted()]);

export const isSame = (one: FormEdition, other: FormEdition): boolean =>
  comparable(one) === comparable(other);

/** With one text changed; one that says what the standard says is no difference. */
export const withText = (
  { pieces }: Pick<FormEditionAnswer, 'pieces'>,
  edition: FormEdition,
  [key, text]: readonly [string, string],
): FormEdition =>
  trimmedEdition(pieces, { ...edition, texts: { ...edition.texts, [key]: text.trim() } });

export const withField = (edition: FormEdition, key: string, isPrinted: boolean): FormEdition => ({
  ...edition,
  without: isPrinted ? edition.without.filter((each) => each !== key) : [...edition.without, key],
});

/** What is wrong with a piece, in words; undefined: nothing. */
export const faultsOf = (
  pieces: readonly FormPiece[],
  edition: FormEdition,
  { facts, faults }: FormWords,
): ReadonlyMap<string, string> => {
  const found = Map.groupBy(formFaults(pieces, edition), ({ key }) => key);
  return new Map(
    [...found].map(([key, all]) => {
      const named = (code: string) =>
        all.flatMap((each) =>
          each.code === code && each.fact !== undefined ? [facts[each.fact] ?? each.fact] : [],
        );
      const missing = named('form-fact-missing');
      if (missing.length > 0) return [key, faults.missing(missing)];
      const unknown = named('form-fact-unknown');
      return [key, unknown.length > 0 ? faults.unknown(unknown) : faults.mandatory];
    }),
  );
};

export const STANDARD = STANDARD_EDITION;
export { wordedAs };
