import {
  changesClock,
  clockHistoryOf,
  dueAfter,
  effectiveEvents,
  sameDue,
  type DossierEvent,
  type OfficeEvent,
  type ProcedureRules,
} from '#domain/dossier';
import type { LawBook } from './law-book.ts';

type Due = NonNullable<OfficeEvent['due']>;

/** A unit may have changed how it counts since; which way it was is not told by the event. */
const MODES = ['wholeDays', 'runningHours'] as const;

/**
 * The versions whose due moment is not what their history gives under the calendar they name (I-8).
 *
 * @example a due moment changed by hand together with the event's hash → ['3']
 */
export async function wrongDues(
  history: readonly DossierEvent[],
  law: LawBook,
): Promise<readonly string[]> {
  const events = effectiveEvents(history);
  const snapshot = snapshotOf(events);
  const procedure = snapshot && (await law.rules(snapshot));
  if (procedure === undefined) return [`${snapshot?.code}/${snapshot?.version}`];
  const wrong: string[] = [];
  for (const [index, event] of events.entries()) {
    const lived = events.slice(0, index + 1);
    if (!(await isRight(lived, event.due, { procedure, law }))) wrong.push(String(event.version));
  }
  return wrong;
}

const snapshotOf = (events: readonly OfficeEvent[]) =>
  events.flatMap(({ payload }) => ('intake' in payload ? [payload.intake.procedure] : [])).at(0);

interface Laws {
  readonly procedure: ProcedureRules;
  readonly law: LawBook;
}

async function isRight(
  lived: readonly OfficeEvent[],
  due: Due | undefined,
  { procedure, law }: Laws,
): Promise<boolean> {
  if (due === undefined) return mayBeSilent(lived, procedure);
  const calendar = await law.calendar(due.calendarVersion);
  if (calendar === undefined) return false;
  return MODES.some((mode) => {
    const unit = { ...law.unitRules, mode };
    return sameDue(due, dueAfter(untold(lived), { procedure, unit, calendar }));
  });
}

/** What the last event tells is not known before it is told. */
const untold = (lived: readonly OfficeEvent[]): readonly OfficeEvent[] =>
  lived.map((event, index) => {
    const { due, ...rest } = event;
    return due === undefined || index < lived.length - 1 ? event : rest;
  });

/** Only what moves no clock, or what came before there was one, says nothing of the due moment. */
const mayBeSilent = (lived: readonly OfficeEvent[], { clockStart }: ProcedureRules): boolean => {
  const last = lived.at(-1);
  return (
    last === undefined || !changesClock(last.type) || clockHistoryOf(lived, clockStart) === null
  );
};
