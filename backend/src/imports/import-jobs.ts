import * as z from 'zod';
import { jobRefSchema } from '#contract/jobs';
import { declareJob } from '../platform/queue/job.ts';

/** Reads a list and holds it against what is known. */
export const checkImport = declareJob({
  name: 'import.check',
  payload: jobRefSchema,
  lane: 'long',
});

/** Takes over what was checked, range by range. */
export const commitImport = declareJob({
  name: 'import.commit',
  payload: jobRefSchema,
  lane: 'long',
});

/** Takes back what an import brought, range by range. */
export const undoImport = declareJob({
  name: 'import.undo',
  payload: jobRefSchema,
  lane: 'long',
});

export const eraseImports = declareJob({
  name: 'import.erase',
  payload: z.strictObject({}),
  everyMs: 3_600_000,
});

const requestSchema = z.strictObject({ importId: z.uuid() });

export const importIdIn = (request: unknown): string => requestSchema.parse(request).importId;

/** Rows between two kills that are kept together, or not at all; so few that nobody waits while they are written out. */
const RANGE = 100;

/** Where one piece of a commit begins and ends, by the numbers of its rows. */
export const rangesOf = (rows: number): readonly string[] =>
  Array.from({ length: Math.ceil(rows / RANGE) }, (_, index) => {
    const from = index * RANGE + 1;
    return `${from}-${Math.min(from + RANGE - 1, rows)}`;
  });

export interface Range {
  readonly from: number;
  readonly to: number;
}

export const rangeIn = (target: string): Range => {
  const [from = 0, to = 0] = target.split('-').map(Number);
  return { from, to };
};
