import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { type JobAnswer, jobSchema, jobsPath } from '#contract/jobs';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { JobService } from './job.service.ts';

@Controller(jobsPath)
export class JobsController {
  readonly #jobs: JobService;

  constructor(@Inject(JobService) jobs: JobService) {
    this.#jobs = jobs;
  }

  @Get(':id')
  @Policy('jobs.read', JobService)
  @Header('cache-control', 'no-store')
  async show(
    @Param('id', UuidPath) jobId: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<JobAnswer> {
    const job = await this.#jobs.find(actor.covers('jobs.read', undefined), jobId);
    if (job === undefined) throw new ProblemError('not-found');
    const { state, done, total, results } = job;
    return jobSchema.parse({ state, done, total, results });
  }
}
