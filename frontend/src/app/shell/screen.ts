import type { Type } from '@angular/core';
import type { Permission } from '#contract/identity';
import type { Role } from '#domain/dossier';
import type { ShellWords } from '#wording/shell';
import type { IconName } from '../ui/index.ts';
import type { Administers } from './administers.ts';

/** A screen as the frame knows it: where it is, what it is called, and who may open it. */
export interface Screen {
  readonly name: keyof ShellWords['screens'];
  /** Without its first slash; may hold parameters, as a route does. */
  readonly path: string;
  readonly load: () => Promise<Type<unknown>>;
  /** Who may open it: whoever has one of these in the chosen unit. Without any, everybody signed in. */
  readonly permissions?: readonly Permission[];
  /** Those who begin their day here rather than with the first screen they may open. */
  readonly firstFor?: readonly Role[];
  /** Its sign in the navigation; a screen without one is only reached from others. */
  readonly icon?: IconName;
  /** Stands on the page *Quản trị* and not in the navigation; the sentence about it is in `#wording/admin`. */
  readonly administers?: Administers;
  /** Open to everybody, outside the frame: citizens have no account. */
  readonly isPublic?: boolean;
}
