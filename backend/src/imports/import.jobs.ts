import { Inject } from '@nestjs/common';
import type { JobRef } from '#contract/jobs';
import { JobService } from '../jobs/index.ts';
import { HandlesJob, type JobHandler, type JobRun } from '../platform/queue/job-handler.ts';
import { Checker } from './checker.service.ts';
import { Committer } from './committer.service.ts';
import { Eraser } from './eraser.service.ts';
import {
  checkImport,
  commitImport,
  eraseImports,
  importIdIn,
  rangeIn,
  undoImport,
} from './import-jobs.ts';
import type { ImportRef } from './import-row.ts';
import { ImportSteps } from './import-steps.service.ts';
import { Undoer } from './undoer.service.ts';

type Task = Parameters<Parameters<JobService['run']>[1]>[0];

const OK = 200;

/** A job that is given up for good gives its import up with it. */
const runFor = async (
  jobs: JobService,
  giveUp: (ref: ImportRef) => Promise<void>,
  work: (task: Task) => Promise<void>,
  { ref, signal }: { readonly ref: JobRef; readonly signal: AbortSignal },
): Promise<void> => {
  let importId: string | undefined;
  try {
    await jobs.run(
      ref,
      async (task) => {
        importId = importIdIn(task.request);
        await work(task);
        return { id: importId, status: OK };
      },
      signal,
    );
  } catch (error) {
    const job = await jobs.find([ref.unitId], ref.jobId);
    if (job?.state === 'failed' && importId !== undefined) {
      await giveUp({ unitId: ref.unitId, id: importId });
    }
    throw error;
  }
};

const failing = (steps: ImportSteps) => (ref: ImportRef) => steps.fail(ref, 'unexpected');

const importIn = ({ unitId, request }: Task) => ({ unitId, id: importIdIn(request) });

@HandlesJob(checkImport)
export class CheckImportJob implements JobHandler<JobRef> {
  readonly #jobs: JobService;
  readonly #steps: ImportSteps;
  readonly #checker: Checker;

  constructor(
    @Inject(JobService) jobs: JobService,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(Checker) checker: Checker,
  ) {
    this.#jobs = jobs;
    this.#steps = steps;
    this.#checker = checker;
  }

  handle(ref: JobRef, { signal }: JobRun): Promise<void> {
    const work = (task: Task) => this.#checker.check(importIn(task), task.signal);
    return runFor(this.#jobs, failing(this.#steps), work, { ref, signal });
  }
}

@HandlesJob(commitImport)
export class CommitImportJob implements JobHandler<JobRef> {
  readonly #jobs: JobService;
  readonly #steps: ImportSteps;
  readonly #committer: Committer;

  constructor(
    @Inject(JobService) jobs: JobService,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(Committer) committer: Committer,
  ) {
    this.#jobs = jobs;
    this.#steps = steps;
    this.#committer = committer;
  }

  handle(ref: JobRef, { signal }: JobRun): Promise<void> {
    const work = (task: Task) => this.#committer.commit(importIn(task), rangeIn(task.target));
    return runFor(this.#jobs, failing(this.#steps), work, { ref, signal });
  }
}

@HandlesJob(undoImport)
export class UndoImportJob implements JobHandler<JobRef> {
  readonly #jobs: JobService;
  readonly #undoer: Undoer;

  constructor(@Inject(JobService) jobs: JobService, @Inject(Undoer) undoer: Undoer) {
    this.#jobs = jobs;
    this.#undoer = undoer;
  }

  handle(ref: JobRef, { signal }: JobRun): Promise<void> {
    const work = (task: Task) => this.#undoer.undo(importIn(task), rangeIn(task.target));
    return runFor(this.#jobs, (undone) => this.#undoer.giveUp(undone), work, { ref, signal });
  }
}

@HandlesJob(eraseImports)
export class EraseImportsJob implements JobHandler<Record<string, never>> {
  readonly #eraser: Eraser;

  constructor(@Inject(Eraser) eraser: Eraser) {
    this.#eraser = eraser;
  }

  handle(): Promise<void> {
    return this.#eraser.erase();
  }
}
