import type { WorkingCalendar } from '../working-time/index.ts';
import { allowanceClassOf, type AllowanceClass } from './allowance-class.ts';
import { fromMark, type Countdown, type Mark } from './countdown.ts';
import { KIND_FACTS, type DossierAlertKind } from './kind.ts';
import type { Cause } from './signal.ts';
import { isOpen, type DossierSubject, type Duty } from './subject.ts';

const since = (mark: Mark | null): Countdown | null => (mark === null ? null : fromMark(mark));

const onlyIf = (condition: boolean, countdown: Countdown | null): Countdown | null =>
  condition ? countdown : null;

const owed = (dossier: DossierSubject, kind: Duty['kind']): Countdown | null =>
  since(dossier.duties.find((duty) => duty.kind === kind)?.since ?? null);

/** An apology is owed from the moment the promise is broken, by an open dossier or one that finished late. */
const brokenPromise = (dossier: DossierSubject): Countdown | null =>
  onlyIf(!dossier.apologised && (isOpen(dossier) || dossier.finishedLate), dossier.clock);

/** What counts down for each kind, or null when the kind has no cause. */
const COUNTDOWNS = {
  'dossier.new': ({ holding }) => onlyIf(holding?.takenUp !== true, since(holding?.since ?? null)),
  'dossier.notForwarded': (dossier) =>
    onlyIf(dossier.state === 'received', since(dossier.received)),
  'dossier.near': (dossier) => dossier.clock,
  'dossier.dueToday': (dossier) => dossier.clock,
  'dossier.overdue': (dossier) => dossier.clock,
  'intake.waiting': (dossier) => onlyIf(dossier.state === 'submitted', since(dossier.submitted)),
  'step.near': (dossier) => dossier.step,
  'step.overdue': (dossier) => dossier.step,
  'supplement.toSend': (dossier) => since(dossier.supplementProposed),
  'supplement.arrived': (dossier) => since(dossier.supplementArrived),
  'supplement.ending': (dossier) => dossier.supplementRespond,
  'result.uncollected': (dossier) =>
    onlyIf(dossier.state === 'resultReady', since(dossier.resultReady)),
  'apology.missing': brokenPromise,
  'extension.ending': (dossier) =>
    onlyIf(isOpen(dossier) && dossier.clock?.extended === true, dossier.clock),
  'digitisation.missing': (dossier) => owed(dossier, 'digitisation.missing'),
  'eResult.missing': (dossier) => owed(dossier, 'eResult.missing'),
  'archive.missing': (dossier) => owed(dossier, 'archive.missing'),
} as const satisfies Record<DossierAlertKind, (dossier: DossierSubject) => Countdown | null>;

const DOSSIER_KINDS = Object.keys(COUNTDOWNS) as readonly DossierAlertKind[];

/** Ninety of a hundred dossiers are done the same day: these would drown the rest (ADR 0044). */
const NOT_ONE_BY_ONE: ReadonlySet<DossierAlertKind> = new Set([
  'dossier.new',
  'dossier.notForwarded',
  'dossier.dueToday',
  'step.near',
  'step.overdue',
]);

/** Whether a dossier belongs to the quick traffic of the counter, told to a desk in one line. */
export function isQuick(dossier: DossierSubject, calendar: WorkingCalendar): boolean {
  const { clock, onTheSpot } = dossier;
  if (onTheSpot || clock === null) return onTheSpot;
  return clock.allowance === null
    ? allowanceClassOf(null, clock, calendar) === 'sameDay'
    : clock.allowance.kind === 'sameDay';
}

/** *Đã xong trên hệ thống nguồn* is believed until an import speaks of a later moment. */
const isDoneAtSource = ({ source }: DossierSubject): boolean =>
  source !== null && source.doneAtSourceAt !== null && source.asOf <= source.doneAtSourceAt;

const isStopped = (dossier: DossierSubject): boolean => !isOpen(dossier) || dossier.paused;

function classFor(
  dossier: DossierSubject,
  kind: DossierAlertKind,
  calendar: WorkingCalendar,
): AllowanceClass {
  const clock = KIND_FACTS[kind].matter === 'step' ? dossier.step : dossier.clock;
  return clock === null ? 'long' : allowanceClassOf(clock.allowance, clock, calendar);
}

/**
 * Everything a dossier, as it stands, may have to be signalled for.
 * @example causesOfDossier(pausedDossier, calendar) // no cause of kind dossier.* or step.*
 */
export function causesOfDossier(dossier: DossierSubject, calendar: WorkingCalendar): Cause[] {
  if (dossier.state === 'annulled' || isDoneAtSource(dossier)) return [];
  const stopped = isStopped(dossier);
  const quick = isQuick(dossier, calendar);
  return DOSSIER_KINDS.flatMap((kind) => {
    const silent =
      (stopped && KIND_FACTS[kind].silentWhilePaused) || (quick && NOT_ONE_BY_ONE.has(kind));
    const countdown = silent ? null : COUNTDOWNS[kind](dossier);
    if (countdown === null) return [];
    const allowanceClass = classFor(dossier, kind, calendar);
    return { kind, countdown, scope: { procedureCode: dossier.procedureCode, allowanceClass } };
  });
}
