import type { Authority } from '../dossier/index.ts';
import type { Members } from './cells.ts';
import { isWithin, type Bounds } from './period.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import { findSpanBefore } from './span-at.ts';

/** Told in a line under the table: citizens who came, and whom no column counts. */
export interface NotCounted {
  /** Withdrawn in the period before anybody accepted them. */
  readonly withdrawnBeforeAcceptance: Members;
  /** *Chờ bổ sung tiếp nhận* when the period ends. */
  readonly awaitingIntakeSupplement: Members;
}

/**
 * The dossiers that came to the centre but that II.06b does not count in this period.
 *
 * @example listNotCounted(dossiers, { start: 15/12/2025, end: 15/01/2026 }).withdrawnBeforeAcceptance.length // 2
 */
export function listNotCounted(
  dossiers: readonly ReportedDossier[],
  bounds: Bounds,
  authority: Authority,
): NotCounted {
  const live = dossiers.filter(
    ({ leftOut, intake }) => leftOut === null && intake.procedure.authority === authority,
  );
  return {
    withdrawnBeforeAcceptance: idsOf(live.filter((each) => wasWithdrawnUnaccepted(each, bounds))),
    awaitingIntakeSupplement: idsOf(live.filter((each) => isAwaitingIntake(each, bounds))),
  };
}

/** The number printed in the line under the table. */
export const sizeOfNotCounted = (notCounted: NotCounted): number =>
  notCounted.withdrawnBeforeAcceptance.length + notCounted.awaitingIntakeSupplement.length;

const wasWithdrawnUnaccepted = ({ receivedAt, finish }: ReportedDossier, bounds: Bounds): boolean =>
  receivedAt === null && finish?.outcome === 'withdrawn' && isWithin(finish.at, bounds);

const isAwaitingIntake = ({ receivedAt, spans }: ReportedDossier, { end }: Bounds): boolean =>
  (receivedAt === null || receivedAt >= end) &&
  findSpanBefore(spans, end)?.state === 'awaitingIntakeSupplement';

const idsOf = (dossiers: readonly ReportedDossier[]): Members => dossiers.map(({ id }) => id);
