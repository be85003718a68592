import { expect } from '@jest/globals';
import {
  decide,
  type Actor,
  type Command,
  type CommandBodies,
  type CommandType,
  type Decision,
  type DossierEvent,
  type DossierRefusal,
  type DossierState,
  type EventType,
  type Office,
} from '#domain/dossier';
import type { Result } from '#domain/kernel';
import type { Instant } from '#domain/working-time';
import { at } from './moment.ts';
import { anIntake, anOffice } from './office.ts';

/** One act of one officer at one moment. */
export interface Act {
  readonly now: Instant;
  readonly actor: Actor;
  readonly command: Command;
}

/** When it is told, and when it happened if that was earlier. */
type Told = string | (Pick<Command, 'occurredAt' | 'backdateReason'> & { readonly told: string });

/** `act('2026-03-02 08:00', reception, 'accept', {})`: an act as an officer would tell it. */
export function act<Type extends CommandType>(
  when: Told,
  actor: Actor,
  type: Type,
  body: CommandBodies[Type],
): Act {
  const { told, ...timing } = typeof when === 'string' ? { told: when } : when;
  return { now: at(told), actor, command: { type, body, ...timing } as Command };
}

export const receivedAt = (when: string, actor: Actor, intake = anIntake()): Act =>
  act(when, actor, 'receive', { intake });

/** Given what was done, when this is done, then this happened or was refused. */
export function given(...acts: readonly Act[]): Given {
  return new Given(anOffice(), acts);
}

class Given {
  readonly #office: Office;
  readonly #acts: readonly Act[];

  constructor(office: Office, acts: readonly Act[]) {
    this.#office = office;
    this.#acts = acts;
  }

  /** The same acts under other rules, calendar or procedure. */
  under(changes: Partial<Office>): Given {
    return new Given({ ...this.#office, ...changes }, this.#acts);
  }

  /** The dossier after the given acts; each of them must have been allowed. */
  state(): DossierState {
    const state = this.stateOrNothing();
    if (state === null) throw new Error('Nothing was given');
    return state;
  }

  history(): readonly DossierEvent[] {
    return this.state().history;
  }

  when<Type extends CommandType>(...told: Parameters<typeof act<Type>>): When {
    const { now, actor, command } = act(...told);
    return new When(decide(command, this.stateOrNothing(), { ...this.#office, now, actor }));
  }

  private stateOrNothing(): DossierState | null {
    return this.#acts.reduce<DossierState | null>((state, { now, actor, command }) => {
      const result = decide(command, state, { ...this.#office, now, actor });
      return new When(result).decided().state;
    }, null);
  }
}

class When {
  readonly #result: Result<Decision, DossierRefusal>;

  constructor(result: Result<Decision, DossierRefusal>) {
    this.#result = result;
  }

  /** These events happened, in this order, and no others. */
  then(...types: readonly EventType[]): this {
    expect(this.decided().events.map((event) => event.type)).toEqual(types);
    return this;
  }

  thenState(expected: Partial<DossierState>): this {
    expect(this.decided().state).toMatchObject(expected);
    return this;
  }

  thenRefused(code: DossierRefusal, facts: Readonly<Record<string, unknown>> = {}): void {
    expect(this.#result).toMatchObject({ ok: false, refusal: { code, facts } });
  }

  thenAwaits(form: string, by: string): void {
    expect(this.#result).toEqual({ ok: true, value: { kind: 'approval', form, by } });
  }

  decided(): Extract<Decision, { kind: 'events' }> {
    if (!this.#result.ok) {
      const { code, facts } = this.#result.refusal;
      throw new Error(`Refused: ${code} ${JSON.stringify(facts)}`);
    }
    if (this.#result.value.kind === 'approval') throw new Error('Waits for an approval');
    return this.#result.value;
  }
}
