import type { DossierDetail } from '#contract/dossiers';
import type { ManyAct } from './many-acts.ts';

/** What one key does next to a dossier, by where it stands; the first that is allowed. */
const nextActs = ({ state, stepKey }: DossierDetail): readonly ManyAct[] => {
  if (state === 'submitted') return ['accept'];
  if (state === 'resultReady') return ['return'];
  // Every step is done, so what is missing is the result.
  if (state === 'processing' && stepKey === null) return ['issue-result', 'complete-step'];
  return ['complete-step', 'issue-result'];
};

export const nextActOf = (detail: DossierDetail): ManyAct | undefined =>
  nextActs(detail).find((act) => detail.allowed.includes(act));

/** What an act needs to be told when nobody is asked. */
export const usualBody = (act: ManyAct): Readonly<Record<string, unknown>> =>
  act === 'return' ? { method: 'truc-tiep' } : {};
