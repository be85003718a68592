import {
  decide,
  type Actor,
  type Command,
  type CommandBodies,
  type CommandType,
  type DossierState,
  type Office,
  type ProcedureRules,
} from '#domain/dossier';
import { instant, type Instant } from '#domain/working-time';
import { NATIONAL_CALENDAR, aUnit, reception } from '../support/office.ts';

/** Told late: when somebody enters it, when it had happened, and why only now. */
type ToldLate = Required<Pick<Command, 'occurredAt' | 'backdateReason'>> & {
  readonly now: Instant;
};

/** Where one dossier is handled: every act goes through the product's own decision, or the story is wrong. */
export class Desk {
  readonly #office: Office;
  #state: DossierState | null = null;

  constructor(procedure: ProcedureRules) {
    this.#office = {
      now: instant(0),
      actor: reception,
      calendar: NATIONAL_CALENDAR,
      procedure,
      unit: aUnit(),
    };
  }

  act<Type extends CommandType>(
    when: Instant | ToldLate,
    actor: Actor,
    type: Type,
    body: CommandBodies[Type],
  ): void {
    const { now, ...told } = typeof when === 'number' ? { now: when } : when;
    const command = { type, body, ...told } as Command;
    const result = decide(command, this.#state, { ...this.#office, now, actor });
    if (!result.ok) throw new Error(`${type}: ${JSON.stringify(result.refusal)}`);
    if (result.value.kind !== 'events') throw new Error(`${type} waits for an approval`);
    this.#state = result.value.state;
  }

  get state(): DossierState {
    if (this.#state === null) throw new Error('Nothing has happened yet');
    return this.#state;
  }

  /** The due moment in force; a story that asks for it must not have suspended it. */
  get dueAt(): Instant {
    const dueAt = this.state.due?.dueAt ?? null;
    if (dueAt === null) throw new Error('There is no due moment now');
    return dueAt;
  }

  /** The version of the last event of a type: what a correction or a void speaks of. */
  versionOf(type: string): number {
    const event = this.state.history.findLast((each) => each.type === type);
    if (event === undefined) throw new Error(`No ${type} yet`);
    return event.version;
  }
}
