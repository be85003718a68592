import { millis, type Millis } from '../working-time/index.ts';
import type { Members } from './cells.ts';
import type { Exit } from './ii06b-columns.ts';
import { passagesIn, type ReportScope } from './passages.ts';
import type { ReportedDossier } from './reported-dossier.ts';

/** Working time spent under a key: the dossier's procedure, or one of its steps. */
export interface TimeSpent {
  readonly key: string;
  readonly worked: Millis;
}

export interface AverageTime {
  readonly key: string;
  /** The dossiers averaged over. */
  readonly members: Members;
  readonly total: Millis;
  /** Half up to the millisecond; hours are a matter of printing. */
  readonly average: Millis;
}

const RESULTS: readonly Exit[] = ['resolvedEarly', 'resolvedOnTime', 'resolvedLate'];

/**
 * *Thời gian giải quyết trung bình*, in working time: over the dossiers whose result was issued in the
 * period, per procedure or step. What nobody asked for has no average.
 *
 * @example averageTimes(dossiers, january, timesPerStep) // thamDinh: 12 dossiers, 66 h, on average 5 h 30
 */
export function averageTimes(
  dossiers: Iterable<ReportedDossier>,
  scope: ReportScope,
  timesOf: (dossier: ReportedDossier) => readonly TimeSpent[],
): readonly AverageTime[] {
  const spent = [...passagesIn(dossiers, scope)]
    .filter(({ passage }) => RESULTS.includes(passage.exit))
    .flatMap(({ dossier }) => timesOf(dossier).map((time) => ({ ...time, id: dossier.id })));
  return [...Map.groupBy(spent, ({ key }) => key)].map(([key, times]) => {
    const members = [...new Set(times.map(({ id }) => id))];
    const total = times.reduce((sum, { worked }) => sum + worked, 0);
    return {
      key,
      members,
      total: millis(total),
      average: millis(Math.round(total / members.length)),
    };
  });
}
