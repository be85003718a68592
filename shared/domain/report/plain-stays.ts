import { unstoppedStepClocks } from '../deadline/index.ts';
import { staysAfter, type Move, type ProcedureRules } from '../dossier/index.ts';
import type { Instant, WorkingCalendar } from '../working-time/index.ts';
import { reportedStays } from './reported-stays.ts';
import type { ReportedStay } from './reported-dossier.ts';

/** A history in which nothing was amended and that never stood still, as far as its stays depend on it. */
interface PlainHistory {
  /** In order of (occurredAt, version). */
  readonly moves: readonly Move[];
  /** Its first acceptance was told by a source. */
  readonly isFromSource: boolean;
  /** The first act of ours. */
  readonly firstHereAt: Instant | null;
  /** When it is due now, or was at last. */
  readonly dueAt: Instant | null;
}

/**
 * The stays of such a dossier: what its whole history gives, for a small part of the reading.
 *
 * @example plainStays({ moves, isFromSource: false, firstHereAt, dueAt }, { procedure, calendar })
 */
export function plainStays(
  { moves, isFromSource, firstHereAt, dueAt }: PlainHistory,
  {
    procedure,
    calendar,
  }: { readonly procedure: ProcedureRules; readonly calendar: WorkingCalendar },
): readonly ReportedStay[] {
  const received = moves.findLast(({ type }) => type === 'received');
  if (received === undefined) return [];
  const begunAt = (isFromSource ? firstHereAt : null) ?? received.at;
  const { steps, onTheSpot } = procedure;
  const plan = { steps, onTheSpot: onTheSpot !== undefined };
  const clocks = unstoppedStepClocks(staysAfter(moves), begunAt, plan, { calendar, dueAt });
  return reportedStays(clocks, steps);
}
