import { type DynamicModule, Module } from '@nestjs/common';
import type { JobDeclaration } from './job.ts';

/** The work one room wants done; found by whoever opens the queue. */
export class DeclaredJobs {
  readonly jobs: readonly JobDeclaration[];

  constructor(jobs: readonly JobDeclaration[]) {
    this.jobs = jobs;
  }
}

/**
 * Says which kinds of work a room knows.
 *
 * @example imports: [DeclaresJobs.of(sweep, deliver)]
 */
@Module({})
export class DeclaresJobs {
  static of(...jobs: readonly JobDeclaration[]): DynamicModule {
    const provide = Symbol('declared jobs');
    return {
      module: DeclaresJobs,
      providers: [{ provide, useValue: new DeclaredJobs(jobs) }],
      exports: [provide],
    };
  }
}
