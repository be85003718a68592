import * as z from 'zod';
import { problemCodes } from '../problem/index.ts';
import { toldInstant } from '../time/index.ts';

export const jobsPath = '/api/v1/jobs';

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What became of one thing of a job, as its own request would have been answered. */
export const jobResultSchema = z
  .strictObject({
    id: z.string(),
    status: z.int().min(200).max(599),
    version: z.int().min(1).optional(),
    code: z.enum(problemCodes).optional(),
    facts: z.record(z.string(), z.union([fact, z.array(fact).readonly()])).optional(),
  })
  .readonly()
  .meta({
    id: 'JobResult',
    examples: [{ id: '0197c5a0-7d1e-7000-8000-000000000001', status: 200, version: 4 }],
  });

/** `GET /api/v1/jobs/{id}`: how far it is; `results` has one entry for each thing done. */
export const jobSchema = z
  .strictObject({
    state: z.enum(jobStates),
    done: z.int().min(0),
    total: z.int().min(0),
    results: z.array(jobResultSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Job', examples: [{ state: 'running', done: 0, total: 12, results: [] }] });

/** Which job a worker is to go on with: all that a queue ever learns of it. */
export const jobRefSchema = z.strictObject({ unitId: z.int().min(1), jobId: z.uuid() }).readonly();

/** Which time of a schedule a worker is to see to: `2026-03-03T02:30:00+07:00`, of the office. */
export const occurrenceSchema = z.strictObject({ firesAt: toldInstant }).readonly();

export type Occurrence = z.infer<typeof occurrenceSchema>;
export type JobState = (typeof jobStates)[number];
export type JobResult = z.infer<typeof jobResultSchema>;
export type JobAnswer = z.infer<typeof jobSchema>;
export type JobRef = z.infer<typeof jobRefSchema>;
