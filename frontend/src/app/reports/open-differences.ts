import type { Reconciliation } from '#contract/reconciliations';

interface Days {
  readonly from: string;
  readonly to: string;
}

type Held = Pick<Reconciliation, 'source' | 'from' | 'to' | 'madeAt' | 'unexplained'>;

/**
 * What was held against a source over days of a report and is not explained yet: of each source and period the last
 * look only, for an earlier one was answered by it.
 */
export function openDifferences<Made extends Held>(
  reconciliations: readonly Made[],
  { from, to }: Days,
): readonly Made[] {
  const touching = reconciliations.filter((each) => each.from <= to && each.to >= from);
  const last = new Map<string, Made>();
  for (const each of touching) {
    const key = JSON.stringify([each.source, each.from, each.to]);
    const before = last.get(key);
    if (before === undefined || before.madeAt < each.madeAt) last.set(key, each);
  }
  return [...last.values()].filter(({ unexplained }) => unexplained > 0);
}
