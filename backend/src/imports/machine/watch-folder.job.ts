import { Inject } from '@nestjs/common';
import * as z from 'zod';
import { HandlesJob, type JobHandler, type JobRun } from '../../platform/queue/job-handler.ts';
import { declareJob } from '../../platform/queue/job.ts';
import { WatchedFolder } from './watched-folder.service.ts';

/** Two looks make one taking: a file has to lie still from one to the next. */
export const watchFolder = declareJob({
  name: 'import.watch',
  payload: z.strictObject({}),
  lane: 'long',
  everyMs: 15_000,
});

@HandlesJob(watchFolder)
export class WatchFolderJob implements JobHandler<Record<string, never>> {
  readonly #folder: WatchedFolder;

  constructor(@Inject(WatchedFolder) folder: WatchedFolder) {
    this.#folder = folder;
  }

  handle(_nothing: Record<string, never>, { signal }: JobRun): Promise<void> {
    return this.#folder.look(signal);
  }
}
