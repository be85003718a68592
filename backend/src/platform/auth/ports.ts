import type { ProblemCode } from '#contract/problem';
import type { HttpRequest } from '../http/exchange.ts';
import type { Credentials } from './credentials.ts';
import type { RequestActor } from './request-actor.ts';

/** Tells whom credentials belong to, now; undefined when to nobody (any more). */
export interface Authenticator {
  authenticate(credentials: Credentials, request: HttpRequest): Promise<RequestActor | undefined>;
  /** As `authenticate`, but no act of theirs: an open page alone keeps no session awake. */
  recheck(credentials: Credentials): Promise<RequestActor | undefined>;
}

export const AUTHENTICATOR = Symbol('authenticator');

export interface Denial {
  readonly actor: RequestActor;
  readonly code: ProblemCode;
  /** Method and route pattern, without the ids in it. */
  readonly route: string;
  readonly request: HttpRequest;
}

/** Keeps what was denied to people who had signed in. */
export interface DenialBook {
  record(denial: Denial): Promise<void>;
}

export const DENIAL_BOOK = Symbol('book of denials');
