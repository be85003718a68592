import { SetMetadata } from '@nestjs/common';
import type { ProblemCode } from '#contract/problem';
import type * as z from 'zod';

/** What a route promises to those who call it, beyond what its parameters and its policy say. */
export interface Promised {
  /** The shape of a successful answer; null where there is nothing to say (204). */
  readonly schema: z.ZodType | null;
  /** Success in another shape, by status. */
  readonly also?: Readonly<Record<number, z.ZodType>>;
  /** Refusals of its own; what follows from policy, parameters and headers is known. */
  readonly problems?: readonly ProblemCode[];
  /** Takes `If-Match` and answers with an `ETag`. */
  readonly versioned?: boolean;
  /** A POST for which the same key is not the same request: a question, or a sign-in. */
  readonly ignoresKey?: boolean;
  /** What the answer is written in, where that is not JSON. */
  readonly mediaType?: string;
}

export const PROMISED = 'motcua:promised';

/** Says what a handler answers; the API's description and the tests of its answers read it. */
export const Answers = (
  schema: Promised['schema'],
  more: Omit<Promised, 'schema'> = {},
): MethodDecorator => SetMetadata(PROMISED, { schema, ...more } satisfies Promised);
