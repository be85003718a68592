import type { Instant } from '../../working-time/index.ts';
import type { EventPayloads, OfficeEventType } from '../event.ts';
import type { Intake } from '../intake.ts';

/**
 * One thing a source tells of a dossier. Of some it only tells that it happened (`sureOf: 'fact'`): its moment
 * is then the one at which we heard of it, and hearing of it again tells nothing new.
 */
export type Telling = {
  [Type in OfficeEventType]: {
    readonly type: Type;
    readonly at: Instant;
    readonly payload: Omit<EventPayloads[Type], 'intake'>;
    readonly sureOf?: 'fact';
  };
}[OfficeEventType];

/** What one source tells of one dossier, in the order in which it happened. */
export interface ToldHistory {
  readonly intake: Intake;
  readonly tellings: readonly Telling[];
  /** A row of a list tells where the dossier stands and the last date of each kind; a history tells all. */
  readonly tells: 'all' | 'standing';
}

/** Who tells, and of what moment. */
export interface Teller {
  readonly source: string;
  readonly exportedAt: Instant;
}
