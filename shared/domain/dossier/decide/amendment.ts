import type { DueOutcome } from '../../deadline/index.ts';
import { accepted, refused } from '../../kernel/index.ts';
import { clockHistoryOf } from '../clock-history.ts';
import { dueAfter, sameDue } from '../due-after.ts';
import { effectiveEvents, standingAmendments, withoutDue } from '../effective.ts';
import type { EventChanges, OfficeEvent, RevisedDue } from '../event.ts';
import { changesClock, isOneOf } from '../event-kinds.ts';
import { foldEffective } from '../evolve.ts';
import { firstUnlawful } from '../lawful.ts';
import type { Office } from '../office.ts';
import { PAYLOAD_MEMBERS } from '../payload-members.ts';
import { declaredTooEarly } from './acceptance.ts';
import type { Asked, Decider, Happening, Happenings } from './happening.ts';
import { deciderOf } from './office-deciders.ts';
import { placed } from './placed.ts';

/** A mistake mended: one event changed, or one that was forgotten inserted. The old one stays readable. */
export const correct: Decider<'correct'> = (body, asked) => {
  const refusal = 'insert' in body ? undefined : unchangeable(body, asked);
  if (refusal !== undefined) return refusal;
  const occurredAt = 'insert' in body ? body.insert.occurredAt : body.changes.occurredAt;
  if (occurredAt !== undefined && occurredAt > asked.office.now) {
    return refused('occurs-in-future', { occurredAt });
  }
  const { reason, ...amendment } = body;
  return amended(asked, (dues) => ({
    type: 'corrected',
    payload: { ...amendment, dues },
    texts: { reason },
  }));
};

/** An event that never happened. */
export const voidEvent: Decider<'void'> = ({ version, reason }, asked) => {
  if (version === asked.state.history[0]?.version) return refused('first-event-stays');
  if (!stands(version, asked)) return refused('unknown-version', { version });
  if (followsOthers(version, asked)) return refused('revision-stays', { version });
  return amended(asked, (dues) => ({
    type: 'voided',
    payload: { version, dues },
    texts: { reason },
  }));
};

/** An event that is effective, or an amendment that holds; what is void already cannot be voided once more. */
function stands(version: number, { state: { history } }: Asked): boolean {
  const events = [...effectiveEvents(history), ...standingAmendments(history)];
  return events.some((event) => event.version === version);
}

/** The calendar in force and the primary source are as they are; only what a source promised can be a mistake. */
const followsOthers = (version: number, { state }: Asked): boolean =>
  state.history.some(
    (event) =>
      event.version === version &&
      event.type === 'dueRevised' &&
      (event.payload.cause === 'calendar' || event.payload.primary !== undefined),
  );

function unchangeable(
  { version, changes }: { readonly version: number; readonly changes: EventChanges },
  { state }: Asked,
): Happenings | undefined {
  const target = effectiveEvents(state.history).find((event) => event.version === version);
  if (target === undefined) return refused('unknown-version', { version });
  const members = Object.keys(changes.payload ?? {});
  if (members.length === 0 && changes.occurredAt === undefined) return refused('amendment-empty');
  const changeable: readonly string[] = PAYLOAD_MEMBERS[target.type];
  const unknown = members.find((member) => !changeable.includes(member));
  return unknown === undefined
    ? undefined
    : refused('amendment-unknown-member', { type: target.type, member: unknown });
}

/** Tries the amendment on the whole history: it must stay lawful, and the due moments after it are told anew. */
function amended(asked: Asked, amendment: (dues: readonly RevisedDue[]) => Happening): Happenings {
  const before = effectiveEvents(asked.state.history);
  const tried = effectiveEvents([...asked.state.history, placed(amendment([]), asked)]);
  const unlawful = firstUnlawful(tried);
  if (unlawful !== undefined) {
    return refused('history-unlawful', { version: unlawful.version, type: unlawful.type });
  }
  const refusal = firstRefused(tried, before, asked);
  return refusal ?? accepted([amendment(revisedDues(tried, before, asked))]);
}

/**
 * What is mended has to be what the office could have decided then. Terms and extensions are asked again
 * too: whether they are allowed depends on what came before.
 */
function firstRefused(
  tried: readonly OfficeEvent[],
  before: readonly OfficeEvent[],
  asked: Asked,
): Happenings | undefined {
  const untouched = new Set(before.map(toldAs));
  const [opening] = tried;
  const refusal =
    opening === undefined || untouched.has(toldAs(opening)) ? undefined : openedTooLate(opening);
  if (refusal !== undefined) return refusal;
  return tried
    .map((event, index) => ({ event, earlier: tried.slice(0, index) }))
    .filter(({ event, earlier }) => earlier.length > 0 && event.source === undefined)
    .filter(({ event }) => !untouched.has(toldAs(event)) || isOneOf(event, TERM_EVENTS))
    .map(({ event, earlier }) => decidedThen(event, earlier, asked))
    .find((happenings) => !happenings.ok);
}

/** The receipt has nothing before it to be decided on; but nothing is promised for a moment before it. */
function openedTooLate(opening: OfficeEvent): Happenings | undefined {
  if (opening.type !== 'received' || opening.source !== undefined) return undefined;
  const { declaredDueAt = opening.payload.intake?.declaredDueAt } = opening.payload;
  return declaredDueAt === undefined ? undefined : declaredTooEarly({ declaredDueAt }, opening);
}

const TERM_EVENTS = ['extended', 'termAgreed'] as const;

const toldAs = ({ version, occurredAt, payload }: OfficeEvent): string =>
  JSON.stringify([version, occurredAt, payload]);

/** Members of a payload are members of the body that brought it. */
function decidedThen(
  event: OfficeEvent,
  earlier: readonly OfficeEvent[],
  { office }: Asked,
): Happenings {
  const { occurredAt } = event;
  return deciderOf(event.type)(event.payload, {
    state: foldEffective(earlier),
    office: { ...office, now: occurredAt },
    occurrence: { occurredAt, backdated: true },
  });
}

/**
 * The past is told anew only where what it was counted from is another now; and what is told later is counted
 * from what is told anew before it. A voided correction takes the due moments it told with it, so what still
 * holds of them is told by the void.
 */
export function revisedDues(
  events: readonly OfficeEvent[],
  before: readonly OfficeEvent[],
  { office }: Pick<Asked, 'office'>,
): readonly RevisedDue[] {
  const revised: RevisedDue[] = [];
  const told: OfficeEvent[] = [];
  const dueBefore = new Map(before.map(({ version, due }) => [version, due]));
  for (const event of events) {
    const same = countedFrom(events, event, office) === countedFrom(before, event, office);
    const due = same
      ? dueBefore.get(event.version)
      : dueToldAnew([...told, withoutDue(event)], office);
    told.push(due === undefined ? withoutDue(event) : { ...event, due });
    if (due !== undefined && !sameDue(due, event.due))
      revised.push({ version: event.version, due });
  }
  return revised;
}

/** All that a due moment depends on but the calendar, and what was told before. */
function countedFrom(
  events: readonly OfficeEvent[],
  { version }: OfficeEvent,
  { procedure }: Office,
): string {
  const place = events.findIndex((event) => event.version === version);
  const history = clockHistoryOf(events.slice(0, place + 1).map(withoutDue), procedure.clockStart);
  return JSON.stringify(history);
}

const dueToldAnew = (events: readonly OfficeEvent[], office: Office): DueOutcome | undefined => {
  const last = events.at(-1);
  return last !== undefined && changesClock(last.type) ? dueAfter(events, office) : undefined;
};
