import type { Result } from '../../kernel/index.ts';
import type { CommandOf, CommandType } from '../command.ts';
import type { EventPayloads, EventTexts, EventType } from '../event.ts';
import type { Occurrence } from '../occurrence.ts';
import type { Office } from '../office.ts';
import type { DossierRefusal } from '../refusal-code.ts';
import type { DossierState } from '../state.ts';

/** What a command makes happen, before it is placed in time and given its version. */
export type Happening = {
  [Type in EventType]: {
    readonly type: Type;
    readonly payload: EventPayloads[Type];
    readonly texts?: EventTexts;
  };
}[EventType];

export type Happenings = Result<readonly Happening[], DossierRefusal>;

/** What a decision may look at. */
export interface Asked {
  readonly state: DossierState;
  readonly office: Office;
  readonly occurrence: Occurrence;
}

export type Decider<Type extends CommandType> = (
  body: CommandOf<Type>['body'],
  asked: Asked,
) => Happenings;
