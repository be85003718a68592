import type { Holder, Span } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import { dueUnder, lateFrom, settledAs, standingAt, type LatenessRules } from './lateness.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import { findSpanAt, getSpanBefore } from './span-at.ts';

/** What the rows of a report stand for. */
export type RowBy =
  'field' | 'procedure' | 'department' | 'officer' | 'source' | 'channel' | 'unit' | 'responsible';

/** The row of dossiers nobody has taken up, or that came from no source system: they are counted too. */
export const UNASSIGNED_ROW = '-';

/** *Phi địa giới*, *liên thông*: an agency outside the unit has a row of its own beside the departments. */
export const agencyRow = (agency: string): string => `agency:${agency}`;

/**
 * The row a dossier stands in, as of the end of the period: field, channel and procedure as corrected by
 * now, department and officer as they were then.
 *
 * @example rowKeyOf(dossier, 'department', 15/01/2026 00:00, rules) // 'VHXH'
 */
export function rowKeyOf(
  dossier: ReportedDossier,
  by: RowBy,
  end: Instant,
  rules: LatenessRules,
): string {
  const { intake } = dossier;
  switch (by) {
    case 'field':
      return intake.procedure.field;
    case 'procedure':
      return intake.procedure.code;
    case 'channel':
      return intake.channel;
    case 'unit':
      return dossier.unit;
    case 'source':
      return intake.sources[0]?.source ?? UNASSIGNED_ROW;
    case 'department':
      return lastHolderHere(dossier.spans, end)?.departmentCode ?? UNASSIGNED_ROW;
    case 'officer':
      return lastHolderHere(dossier.spans, end)?.userId ?? UNASSIGNED_ROW;
    case 'responsible':
      return responsibleFor(dossier, end, rules);
  }
}

/** Who of the unit held it at the end, or before it went to another agency. */
function lastHolderHere(spans: readonly Span[], end: Instant): Holder | null {
  const span = spans.findLast((each) => each.from < end && each.holder?.agency === undefined);
  return span?.holder ?? null;
}

/**
 * Whose lateness: the agency or department in whose hands the due moment passed; of a dossier that is not
 * late, whoever held it at the end (ADR 0052). Three dossiers late at a Sở are not the commune's lateness.
 */
function responsibleFor(dossier: ReportedDossier, end: Instant, rules: LatenessRules): string {
  const { spans } = dossier;
  const passedAt = latenessBegan(dossier, end, rules);
  // A promise that was over before the dossier came here passed in nobody's hands.
  const inHands = passedAt === null ? undefined : findSpanAt(spans, passedAt);
  return rowOfHolder((inHands ?? getSpanBefore(spans, end)).holder);
}

const rowOfHolder = (holder: Holder | null): string =>
  holder?.agency === undefined
    ? (holder?.departmentCode ?? UNASSIGNED_ROW)
    : agencyRow(holder.agency);

/** The moment from which the dossier was late, as known at the end; null where it was not. */
function latenessBegan(
  { finish, spans }: ReportedDossier,
  end: Instant,
  rules: LatenessRules,
): Instant | null {
  const isFinished = finish !== null && finish.at < end;
  const due = isFinished ? finish : getSpanBefore(spans, end);
  const isLate = isFinished
    ? settledAs(finish, rules) === 'resolvedLate'
    : standingAt(end, getSpanBefore(spans, end), rules) === 'pendingLate';
  const dueAt = dueUnder(rules, due);
  return isLate && dueAt !== null ? lateFrom(dueAt, rules) : null;
}
