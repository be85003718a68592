import type { Allowance } from './allowance.ts';
import type { LimitName } from './due.ts';
import type { ClockHistory, ClockRules } from './history.ts';

/** A limit that may bind a dossier. */
export interface Candidate {
  readonly by: LimitName;
  readonly allowance: Allowance;
}

/** On a tie the first one binds: the nearest authority to the citizen. */
const ORDER = ['commune', 'city', 'statutory'] as const satisfies readonly LimitName[];

/** The limits a dossier may be bound by: those of the procedure, or the one of its variant instead. */
export function candidatesOf(
  { variantKey }: Pick<ClockHistory, 'variantKey'>,
  { limits, variants }: Pick<ClockRules, 'limits' | 'variants'>,
): readonly Candidate[] {
  if (variantKey !== undefined) {
    const variant = variants?.find(({ key }) => key === variantKey);
    if (variant !== undefined) return [{ by: 'variant', allowance: variant.allowance }];
  }
  const candidates: Candidate[] = [];
  for (const by of ORDER) {
    const allowance = limits?.[by];
    if (allowance !== undefined) candidates.push({ by, allowance });
  }
  return candidates;
}
