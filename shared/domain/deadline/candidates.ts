import type { Allowance, Variant } from './allowance.ts';
import type { LimitName } from './due.ts';
import type { ClockHistory, ClockRules } from './history.ts';

/** A limit that may bind a dossier. */
export interface Candidate {
  readonly by: LimitName;
  readonly allowance: Allowance;
}

/** On a tie the first one binds: the nearest authority to the citizen. */
export const LIMIT_ORDER = ['commune', 'city', 'statutory'] as const satisfies readonly LimitName[];

/** The variant whose allowance replaces the three limits, where one was chosen. */
export function variantOf(
  { variantKey }: Pick<ClockHistory, 'variantKey'>,
  { variants }: Pick<ClockRules, 'variants'>,
): Variant | undefined {
  return variantKey === undefined ? undefined : variants?.find(({ key }) => key === variantKey);
}

/** The limits a dossier may be bound by: those of the procedure, or the one of its variant instead. */
export function candidatesOf(
  history: Pick<ClockHistory, 'variantKey'>,
  rules: Pick<ClockRules, 'limits' | 'variants'>,
): readonly Candidate[] {
  const variant = variantOf(history, rules);
  if (variant !== undefined) return [{ by: 'variant', allowance: variant.allowance }];
  return LIMIT_ORDER.flatMap((by) => {
    const allowance = rules.limits?.[by];
    return allowance === undefined ? [] : [{ by, allowance }];
  });
}
