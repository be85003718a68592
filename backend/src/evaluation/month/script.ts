import type { Command, CommandBodies, CommandType } from '#domain/dossier';
import { instant, type Instant } from '#domain/working-time';
import type { Player } from '../accounts.ts';
import { later } from './hours.ts';

/** The first act of a dossier; its body is what the procedure in force makes of the plan. */
type Opening = 'submit' | 'receive';

type Doing = { readonly opens: Opening } | { readonly command: Command };

/** Who does what, when. */
export type Act = Doing & { readonly at: Instant; readonly by: Player };

type Following = Exclude<CommandType, Opening>;

/** A dossier's life written down in advance, act after act. */
export class Script {
  readonly #acts: Act[] = [];
  #at: Instant;

  constructor(opens: Opening, at: Instant) {
    this.#at = at;
    this.#acts.push({ at, by: 'tiepnhan', opens });
  }

  get acts(): readonly Act[] {
    return this.#acts;
  }

  /** Lets working time pass. */
  wait(workingHours: number): this {
    this.#at = later(this.#at, workingHours);
    return this;
  }

  waitUntil(at: Instant): this {
    this.#at = instant(Math.max(at, this.#at));
    return this;
  }

  act<Type extends Following>(by: Player, type: Type, body: CommandBodies[Type]): this {
    this.#at = later(this.#at, 0);
    // TypeScript cannot follow that the body is the type's own.
    this.#acts.push({ at: this.#at, by, command: { type, body } as Command });
    return this;
  }
}
