import * as z from 'zod';
import { declareJob } from '../platform/queue/job.ts';

const nothing = z.strictObject({});

/** Looks in which units a citizen waits for a word. */
export const sendMessages = declareJob({ name: 'citizen.send', payload: nothing, everyMs: 15_000 });

// Its failures are kept in the rows: what the queue would try again the next look finds anyway.
export const clearMessages = declareJob({
  name: 'citizen.clear',
  payload: z.strictObject({ unitId: z.int() }),
  lane: 'long',
  retries: { attempts: 1, firstPauseMs: 1_000 },
});
