import { accepted, refused } from '../../kernel/index.ts';
import { clockHistoryOf } from '../clock-history.ts';
import { dueAfter, sameDue } from '../due-after.ts';
import { effectiveEvents, isOfficeEvent } from '../effective.ts';
import type { EventChanges, OfficeEvent, RevisedDue } from '../event.ts';
import { changesClock, isOneOf } from '../event-kinds.ts';
import { foldEffective } from '../evolve.ts';
import { firstUnlawful } from '../lawful.ts';
import { PAYLOAD_MEMBERS } from '../payload-members.ts';
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
  return amended(asked, (dues) => ({
    type: 'voided',
    payload: { version, dues },
    texts: { reason },
  }));
};

/** An event that is effective, or an amendment; what is void already cannot be voided once more. */
function stands(version: number, { state: { history } }: Asked): boolean {
  const events = [...effectiveEvents(history), ...history.filter((each) => !isOfficeEvent(each))];
  return events.some((event) => event.version === version);
}

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
  return tried
    .map((event, index) => ({ event, earlier: tried.slice(0, index) }))
    .filter(({ event, earlier }) => earlier.length > 0 && event.source === undefined)
    .filter(({ event }) => !untouched.has(toldAs(event)) || isOneOf(event, TERM_EVENTS))
    .map(({ event, earlier }) => decidedThen(event, earlier, asked))
    .find((happenings) => !happenings.ok);
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

/** The past is told anew only where what it was counted from is another now. */
function revisedDues(
  events: readonly OfficeEvent[],
  before: readonly OfficeEvent[],
  { office }: Asked,
): readonly RevisedDue[] {
  const countedFrom = (list: readonly OfficeEvent[], version: number): string => {
    const place = list.findIndex((event) => event.version === version);
    return JSON.stringify(clockHistoryOf(list.slice(0, place + 1), office.procedure.clockStart));
  };
  return events.flatMap(({ version, type, due: told }, index) => {
    if (!changesClock(type) || countedFrom(events, version) === countedFrom(before, version)) {
      return [];
    }
    const due = dueAfter(events.slice(0, index + 1), office);
    return due === undefined || sameDue(due, told) ? [] : [{ version, due }];
  });
}
