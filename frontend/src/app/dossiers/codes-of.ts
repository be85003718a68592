import type { ActWords } from '#wording/dossiers';
import type { People } from '../api/index.ts';
import type { DossierView } from './dossier-view.ts';
import type { Codes } from './entry-lines.ts';

type Names = Readonly<Record<string, string>>;

const named = (items: readonly { readonly key: string; readonly name: string }[]): Names =>
  Object.fromEntries(items.map(({ key, name }) => [key, name]));

/** What the codes in a dossier's events are called. */
export const codesOf = (
  view: DossierView | undefined,
  words: ActWords,
  people: Pick<People, 'nameOf' | 'departmentOf'>,
): Codes => {
  const procedure = view?.office.procedure;
  const steps = named(procedure?.steps ?? []);
  const variants = named(
    (procedure?.variants ?? []).map(({ key, label }) => ({ key, name: label })),
  );
  const names: Readonly<Record<string, Names>> = {
    ...{ stepKey: steps, nextStepKey: steps, toStepKey: steps, variantKey: variants },
    reasonCode: {
      ...{ ...words.stopReasons, ...words.refusalReasons },
      ...{ ...words.undoReasons, ...words.untold },
    },
    method: { ...words.handOvers, ...words.payments, ...words.untold },
    basisCode: { ...words.bases, ...words.untold },
    kind: words.difficulties,
  };
  return (member, code) => {
    if (member === 'userId') return people.nameOf(code);
    return member === 'departmentCode' ? people.departmentOf(code) : names[member]?.[code];
  };
};
