import type { Channel } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import {
  COLUMNS_OF_EXIT,
  exitIn,
  type Entry,
  type Exit,
  type Ii06bColumn,
  type Layout,
} from './ii06b-columns.ts';
import { settledAs, standingAt, type LatenessRules } from './lateness.ts';
import type { Bounds } from './period.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import { getSpanBefore } from './span-at.ts';

/** How a dossier came into the period and where its end finds it. */
export interface Passage {
  readonly entry: Entry;
  readonly exit: Exit;
}

/**
 * Where a dossier passes through a period; null when the period does not count it at all. The whole
 * membership of II.06b is this one predicate, which a database can mirror: everything but an exit that is
 * still pending is read off R, F and the due moment in force at F.
 *
 * @example passageOf(certifiedCopy, { start: 15/12/2025, end: 15/01/2026 }, rules)
 * // { entry: 'onlineInPeriod', exit: 'resolvedEarly' }
 */
export function passageOf(
  dossier: ReportedDossier,
  bounds: Bounds,
  rules: LatenessRules,
): Passage | null {
  const entry = entryOf(dossier, bounds);
  return entry === null ? null : { entry, exit: exitOf(dossier, bounds.end, rules) };
}

/** The columns that count a dossier, from how it came in and how the period ends for it. */
export const columnsOfPassage = (
  { entry, exit }: Passage,
  layout: Layout,
): readonly Ii06bColumn[] => ['total', entry, ...COLUMNS_OF_EXIT[exitIn(layout, exit)]];

/** Column (6), (4) or (5); null when R is not before the end or the dossier was finished before the start. */
function entryOf(dossier: ReportedDossier, { start, end }: Bounds): Entry | null {
  const { leftOut, receivedAt, finish } = dossier;
  if (leftOut !== null || receivedAt === null || receivedAt >= end) return null;
  if (receivedAt >= start) return ENTRY_BY_CHANNEL[dossier.intake.channel];
  return finish !== null && finish.at < start ? null : 'carriedOver';
}

/** Columns (8) to (16) for a dossier that the period counts. */
function exitOf(dossier: ReportedDossier, end: Instant, rules: LatenessRules): Exit {
  const { finish } = dossier;
  if (finish !== null && finish.at < end) return settledAs(finish, rules);
  return standingAt(end, getSpanBefore(dossier.spans, end), rules);
}

const ENTRY_BY_CHANNEL = {
  online: 'onlineInPeriod',
  direct: 'directOrPostInPeriod',
  post: 'directOrPostInPeriod',
} as const satisfies Record<Channel, Entry>;
