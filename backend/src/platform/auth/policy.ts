import { SetMetadata, type Type } from '@nestjs/common';
import type { Permission } from '#contract/identity';

/** Where the thing named in a path lies. */
export interface Locator {
  /** The units it belongs to; undefined when there is no such thing. */
  locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined>;
}

/** How far somebody signed in may be hindered and still call: not at all, by a duty, by a locked screen. */
export type Hindrance = 'free' | 'restricted' | 'locked';

/** What a route asks of whoever calls it. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn'; readonly evenWhile: Hindrance }
  | {
      readonly kind: 'permission';
      readonly permission: Permission;
      /** Tells where `:id` lies, so that 404 comes before 403. */
      readonly where?: Type<Locator>;
    }
  | { readonly kind: 'handler'; readonly permissions: string };

export const ACCESS = 'motcua:access';

const declare = (access: Access): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, access);

/** For anybody, signed in or not. */
export const Public = () => declare({ kind: 'public' });

/** For everybody who is signed in, about their own account. */
export const SignedIn = () => declare({ kind: 'signedIn', evenWhile: 'free' });

/** As `SignedIn`, and also before the password is changed or the second factor is set up. */
export const SignedInAnyhow = () => declare({ kind: 'signedIn', evenWhile: 'restricted' });

/** As `SignedInAnyhow`, and also while the screen is locked: what leads out of the lock. */
export const SignedInEvenLocked = () => declare({ kind: 'signedIn', evenWhile: 'locked' });

/** For whoever has the permission in some unit; with a locator, in the unit where `:id` lies. */
export const Policy = (permission: Permission, where?: Type<Locator>) =>
  declare({ kind: 'permission', permission, ...(where !== undefined && { where }) });

/**
 * The permission depends on what is asked (`dossiers.<command>`), or is best asked where the thing is loaded
 * anyway. The handler has to ask the actor; an answer without it becomes a fault.
 */
export const PolicyInHandler = (permissions: string) => declare({ kind: 'handler', permissions });
