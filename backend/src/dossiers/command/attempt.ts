import type { CommandBody, DossierAnswer, OfficerCommand } from '#contract/dossiers';
import type { DossierState, Officer } from '#domain/dossier';
import type { Asking } from '../asking.ts';
import type { Append } from '../store/append.ts';
import type { OfficeHead } from '../store/loaded.ts';
import type { Asked } from '../store/event-store.service.ts';
import type { Author } from './keeper.service.ts';

/** One command as it was asked. */
export interface AskedCommand<Type extends OfficerCommand = OfficerCommand> {
  readonly type: Type;
  readonly body: CommandBody<Type>;
}

export type CommandAnswer =
  | { readonly kind: 'done'; readonly answer: DossierAnswer }
  | { readonly kind: 'awaiting'; readonly approvalId: string };

/** A dossier as found, and the command to be carried out on it. */
export interface Attempt extends AskedCommand {
  readonly unitId: number;
  readonly id: string;
  readonly state: DossierState;
  readonly actor: Asking['actor'];
  /** Whose roles it is done in, where that is settled; else the actor's own, then those of the absent. */
  readonly officers?: readonly [Officer, ...Officer[]];
  readonly author: Author;
  readonly key: Asked | undefined;
  /** The office as it was told along with the dossier. */
  readonly head?: OfficeHead;
  readonly besides?: Partial<Append>;
}
