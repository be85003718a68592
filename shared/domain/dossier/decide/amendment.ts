import { accepted, refused } from '../../kernel/index.ts';
import { dueAfter, sameDue } from '../due-after.ts';
import { effectiveEvents } from '../effective.ts';
import type { EventChanges, OfficeEvent, RevisedDue } from '../event.ts';
import { changesClock } from '../event-kinds.ts';
import { firstUnlawful } from '../lawful.ts';
import { PAYLOAD_MEMBERS } from '../payload-members.ts';
import type { Asked, Decider, Happening, Happenings } from './happening.ts';
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
  if (!asked.state.history.some((event) => event.version === version)) {
    return refused('unknown-version', { version });
  }
  return amended(asked, (dues) => ({
    type: 'voided',
    payload: { version, dues },
    texts: { reason },
  }));
};

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
  const tried = effectiveEvents([...asked.state.history, placed(amendment([]), asked)]);
  const unlawful = firstUnlawful(tried);
  if (unlawful !== undefined) {
    return refused('history-unlawful', { version: unlawful.version, type: unlawful.type });
  }
  return accepted([amendment(revisedDues(tried, asked))]);
}

function revisedDues(events: readonly OfficeEvent[], { office }: Asked): readonly RevisedDue[] {
  return events.flatMap((event, index) => {
    if (!changesClock(event.type)) return [];
    const due = dueAfter(events.slice(0, index + 1), office);
    return due === undefined || sameDue(due, event.due) ? [] : [{ version: event.version, due }];
  });
}
