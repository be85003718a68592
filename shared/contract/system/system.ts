import * as z from 'zod';
import { readinessCheckSchema } from '../health/index.ts';
import { toldInstant } from '../time/index.ts';

export const systemPath = '/api/v1/system';

const lane = z
  .strictObject({
    lane: z.enum(['prompt', 'long']),
    waiting: z.int(),
    active: z.int(),
    delayed: z.int(),
    failed: z.int(),
  })
  .readonly();

/** Who had a round done last: `watchdog` means that nobody rang for it in time. */
const rungBy = ['queue', 'asked', 'watchdog'] as const;

const round = z
  .strictObject({
    name: z.string(),
    everySeconds: z.number(),
    /** Since it was last done by any process; null: not yet. */
    agoSeconds: z.int().nullable(),
    by: z.enum(rungBy).nullable(),
    isUnderWay: z.boolean(),
    failures: z.int(),
  })
  .readonly();

const worker = z
  .strictObject({
    /** Enough of its name to tell one from another. */
    id: z.string(),
    upSeconds: z.int(),
    heardSeconds: z.int(),
    /** It fell silent, and nobody has begun in its place. */
    isMissed: z.boolean(),
    /** How often in a row the round that goes worst with it has failed. */
    failures: z.int(),
  })
  .readonly();

const schedule = z
  .strictObject({
    name: z.string(),
    nextAt: toldInstant,
    last: z
      .strictObject({ firesAt: toldInstant, isFinished: z.boolean(), tries: z.int() })
      .readonly()
      .nullable(),
  })
  .readonly();

/** How the product itself is doing: names and figures, nothing of a person, a dossier or a host. */
export const systemStatusSchema = z
  .strictObject({
    at: toldInstant,
    version: z.string(),
    node: z.string(),
    uptimeSeconds: z.int(),
    status: z.enum(['ready', 'degraded']),
    checks: z.array(readinessCheckSchema).readonly(),
    queue: z
      .strictObject({
        kind: z.enum(['postgresql', 'redis', 'off']),
        /** Null where the queue does not answer. */
        lanes: z.array(lane).readonly().nullable(),
      })
      .readonly(),
    /** Every process that does the rounds, and each that stopped without a word. */
    workers: z.array(worker).readonly(),
    /** Empty until some process has been heard of. */
    rounds: z.array(round).readonly(),
    schedules: z.array(schedule).readonly(),
    /** How far warnings are behind what is due; null: not known in time. */
    sweepLagSeconds: z.int().nullable(),
    feed: z.strictObject({ openPages: z.int(), behind: z.int().nullable() }).readonly(),
  })
  .readonly()
  .meta({ id: 'SystemStatus' });

export type SystemStatus = z.infer<typeof systemStatusSchema>;
export type RungBy = (typeof rungBy)[number];
