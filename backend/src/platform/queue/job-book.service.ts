import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { DeclaredJobs } from './declares-jobs.module.ts';
import { type HandledJob, type JobCatalogue, matchJobs } from './job-catalogue.ts';
import { HANDLED_JOB, type JobHandler } from './job-handler.ts';
import type { JobDeclaration } from './job.ts';

/** What work there is and who does it, once every room has been furnished. */
@Injectable()
export class JobBook implements OnModuleInit {
  readonly #discovery: DiscoveryService;
  readonly #reflector: Reflector;
  #jobs: JobCatalogue = new Map();

  constructor(
    @Inject(DiscoveryService) discovery: DiscoveryService,
    @Inject(Reflector) reflector: Reflector,
  ) {
    this.#discovery = discovery;
    this.#reflector = reflector;
  }

  get jobs(): JobCatalogue {
    return this.#jobs;
  }

  find(name: string): JobDeclaration | undefined {
    return this.#jobs.get(name)?.job;
  }

  /** A job without a handler, or with two, stops the start. */
  onModuleInit(): void {
    const wrappers = this.#discovery.getProviders();
    const instances = [...new Set(wrappers.map(({ instance }) => instance as unknown))];
    const declared = instances.flatMap((one) => (one instanceof DeclaredJobs ? one.jobs : []));
    this.#jobs = matchJobs(
      declared,
      instances.flatMap((one) => this.#handled(one)),
    );
  }

  #handled(one: unknown): HandledJob[] {
    if (typeof one !== 'object' || one === null) return [];
    const job = this.#reflector.get<JobDeclaration | undefined>(HANDLED_JOB, one.constructor);
    return job === undefined ? [] : [{ job, handler: one as JobHandler }];
  }
}
