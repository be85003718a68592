import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { type JobAnswer, jobSchema, jobsPath } from '#contract/jobs';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { PolicyInHandler } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { JobService } from './job.service.ts';

@Controller(jobsPath)
export class JobsController {
  readonly #jobs: JobService;

  constructor(@Inject(JobService) jobs: JobService) {
    this.#jobs = jobs;
  }

  @Answers(jobSchema)
  @Get(':id')
  @PolicyInHandler('jobs.read')
  @Header('cache-control', 'no-store')
  async show(
    @Param('id', UuidPath) jobId: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<JobAnswer> {
    // A job is about dossiers: for whoever looks after the unit but not after them there is none.
    const units = actor.unitsWhere('jobs.read').map(({ id }) => id);
    const job = await this.#jobs.find(units, jobId);
    if (job === undefined) throw new ProblemError('not-found');
    const { state, done, total, results } = job;
    return jobSchema.parse({ state, done, total, results });
  }
}
