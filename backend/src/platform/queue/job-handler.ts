import { SetMetadata, applyDecorators, Injectable } from '@nestjs/common';
import type { JobDeclaration } from './job.ts';

export interface JobRun {
  /** Falls when the process is asked to close: stop at the next whole step, the rest is done later. */
  readonly signal: AbortSignal;
}

/** Does one kind of work. An exception means "try again"; a refusal is an outcome, not an exception. */
export interface JobHandler<Payload = unknown> {
  handle(payload: Payload, run: JobRun): Promise<void>;
}

export const HANDLED_JOB = 'motcua:handled-job';

type HandlerClass<Payload> = new (...parameters: never[]) => JobHandler<Payload>;

/**
 * Marks the one class that does a declared kind of work.
 *
 * @example `@HandlesJob(sweep) class DeadlineSweepJob implements JobHandler<Record<string, never>> { … }`
 */
export const HandlesJob = <Payload>(job: JobDeclaration<Payload>) =>
  applyDecorators(Injectable(), SetMetadata(HANDLED_JOB, job)) as (
    target: HandlerClass<Payload>,
  ) => void;
