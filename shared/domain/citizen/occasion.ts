import type { DossierEvent, DossierState, EventType } from '../dossier/index.ts';
import { hours, workingBetween, type WorkingCalendar } from '../working-time/index.ts';
import { MESSAGE_FACTS, type MessageKind } from './message-kind.ts';

/** What has to be told to the citizen, and because of which event. */
export interface Occasion {
  readonly kind: MessageKind;
  readonly version: number;
}

const KIND_OF: Partial<Record<EventType, MessageKind>> = {
  received: 'received',
  supplementRequested: 'supplement',
  resultIssued: 'resultReady',
  extended: 'apology',
};

/** What is entered later than a working day after it happened is a backlog: nobody is told old news. */
const NEWS_FOR = hours(8);

const isNews = (event: DossierEvent, calendar: WorkingCalendar): boolean =>
  workingBetween(calendar, event.occurredAt, event.recordedAt) <= NEWS_FOR;

/**
 * What the events a command has just appended are to be told as. What they have made untrue again themselves –
 * received, decided and handed over in one go – is not told at all.
 */
export const occasionsIn = (
  { history, name }: Pick<DossierState, 'history' | 'name'>,
  since: number,
  calendar: WorkingCalendar,
): readonly Occasion[] => {
  const told = new Map<MessageKind, number>();
  for (const event of history.slice(since)) {
    const kind = KIND_OF[event.type];
    if (kind !== undefined && isNews(event, calendar)) told.set(kind, event.version);
  }
  return [...told]
    .map(([kind, version]) => ({ kind, version }))
    .filter(({ kind }) => MESSAGE_FACTS[kind].trueIn.some((state) => state === name));
};
