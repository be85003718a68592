import { measureClock } from '../deadline/index.ts';
import {
  clockHistoryOf,
  clockRulesOf,
  effectiveEvents,
  isOpen,
  type DossierState,
  type Office,
  type OfficeEvent,
} from '../dossier/index.ts';
import { instant, type Instant } from '../working-time/index.ts';
import type { Mark, PromiseClock } from './countdown.ts';
import { firstNearAt } from './near.ts';
import type { AlertRules } from './rule.ts';

/** What of the office a dossier's clock depends on. */
type ClockOffice = Pick<Office, 'procedure' | 'unit' | 'calendar' | 'now'>;

/** The event that put the due moment in force where it is. */
function markOf(events: readonly OfficeEvent[]): Mark | null {
  const told = events.filter(({ due }) => due !== undefined);
  const last = told.at(-1);
  const other = told.findLastIndex(({ due }) => due?.dueAt !== last?.due?.dueAt);
  const event = told[other + 1];
  if (event === undefined) return null;
  const { recordedAt, version, actor } = event;
  return { at: recordedAt, version, by: actor.kind === 'officer' ? actor.id : null };
}

/** After the finish the clock stands where it stood then. */
const readAt = ({ finishedAt }: DossierState, { now }: ClockOffice): Instant =>
  instant(Math.min(now, finishedAt ?? now));

/** The clock of a dossier's promise to the citizen, after the finish as it stood then; null where none stands. */
export function promiseOf(state: DossierState, office: ClockOffice): PromiseClock | null {
  const { due } = state;
  if (due === null || due.dueAt === null) return null;
  const effective = effectiveEvents(state.history);
  const history = clockHistoryOf(effective, office.procedure.clockStart);
  const since = markOf(effective);
  if (history === null || since === null) return null;
  const reading = measureClock(
    history,
    clockRulesOf(office),
    office.calendar,
    readAt(state, office),
  );
  return {
    dueAt: due.dueAt,
    startedAt: reading.startedAt,
    pausedFor: reading.paused,
    since,
    allowance: 'allowance' in due.rule ? due.rule.allowance : null,
    extended: due.rule.by === 'extended',
  };
}

/**
 * From when on an open dossier is *Sắp đến hạn*: the first near threshold of its unit's rules, for lists as
 * for alerts.
 * @example nearFromOf(state, office, DEFAULT_ALERT_RULES) // two working hours before a same-day due moment
 */
export function nearFromOf(
  state: DossierState,
  office: ClockOffice,
  rules: AlertRules,
): Instant | null {
  const promise = isOpen(state.name) ? promiseOf(state, office) : null;
  if (promise === null) return null;
  return firstNearAt(promise, state.intake.procedure.code, rules, office.calendar);
}
