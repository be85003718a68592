import type * as z from 'zod';
import type { Recurrence } from './recurrence.ts';

/** Work that ends in a moment, and work that may take minutes and must not keep it waiting. */
export const lanes = ['prompt', 'long'] as const;

export type Lane = (typeof lanes)[number];

export interface JobRetries {
  readonly attempts: number;
  readonly firstPauseMs: number;
}

/**
 * A kind of work. Its payload is clear text in the queue's store: ids only, never a person's data.
 * It may be delivered twice, and late: a handler does what the rows say is still to be done.
 */
export interface JobDeclaration<Payload = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly lane: Lane;
  readonly retries: JobRetries;
  /** Work to be done again and again: the longest that may pass between two times. */
  readonly everyMs?: number;
  /** Work to be done at times on the office's clock: ordered once for each, with that time as payload. */
  readonly fires?: Recurrence;
}

/** One piece of work of a declared kind. */
export interface JobOrder {
  readonly name: string;
  readonly payload: unknown;
  /** Two orders with one key are one, as long as the first is not done. */
  readonly key?: string;
}

const NAME = /^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/;
const DEFAULT_RETRIES: JobRetries = { attempts: 10, firstPauseMs: 1_000 };

type Given<Payload> = Pick<JobDeclaration<Payload>, 'name' | 'payload'> &
  Partial<JobDeclaration<Payload>>;

/**
 * Declares a kind of work as a value.
 *
 * @example const sweep = declareJob({ name: 'deadline.sweep', payload: z.strictObject({}), everyMs: 15_000 })
 */
export const declareJob = <Payload>(given: Given<Payload>): JobDeclaration<Payload> => {
  if (!NAME.test(given.name)) throw new Error(`a job is called noun.verb, not "${given.name}"`);
  return Object.freeze({ lane: 'prompt', retries: DEFAULT_RETRIES, ...given });
};

/** An order for a declared kind of work, its payload checked. */
export const orderJob = <Payload>(
  job: JobDeclaration<Payload>,
  payload: Payload,
  key?: string,
): JobOrder => ({
  name: job.name,
  payload: job.payload.parse(payload),
  ...(key !== undefined && { key }),
});
