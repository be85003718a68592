import * as z from 'zod';

export const streamPath = '/api/v1/stream';

/** What became of a thing; what it became, the reader asks by its id. */
export const feedOps = ['created', 'changed', 'removed'] as const;

/**
 * One event of `GET /api/v1/stream`. No more than this ever travels: whoever may see the thing fetches it.
 * Beside these come `heartbeat`, every 20 seconds, and `reset`: what was missed is gone, fetch anew.
 */
export const feedEventSchema = z
  .strictObject({ op: z.enum(feedOps), type: z.string(), id: z.string() })
  .readonly()
  .meta({
    id: 'FeedEvent',
    examples: [{ op: 'changed', type: 'dossier', id: '0197c5a0-7d1e-7000-8000-000000000001' }],
  });

/** Names of the events that carry no change. */
export const HEARTBEAT = 'heartbeat';
export const RESET = 'reset';

export type FeedOp = (typeof feedOps)[number];
export type FeedEvent = z.infer<typeof feedEventSchema>;

/** `lastEventId` is for a page that takes a stream over from another; browsers send the header themselves. */
export const streamQuerySchema = z.strictObject({
  unitId: z.coerce.number().int().min(1).optional(),
  lastEventId: z.string().max(40).optional(),
});

export type StreamQuery = z.infer<typeof streamQuerySchema>;
