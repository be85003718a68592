import * as z from 'zod';
import { inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';

const moment = toldInstant.nullable();

/** One event of contract §2.2. */
const eventSchema = z
  .strictObject({
    version: z.int(),
    type: z.string(),
    occurredAt: toldInstant,
    recordedAt: toldInstant,
    backdated: z.boolean(),
    reason: z.string().optional(),
    /** What else was said in free words, as long as it is kept. */
    texts: z.record(z.string(), z.string()).optional(),
    /** `standsInFor`: a colleague who was away, in whose place it was done. */
    actor: z.strictObject({
      kind: z.string(),
      id: z.string(),
      standsInFor: z.string().exactOptional(),
    }),
    payload: z.record(z.string(), z.unknown()),
    dueAt: moment.optional(),
    calendarVersion: z.string().optional(),
    source: z.string().optional(),
  })
  .readonly()
  .meta({ id: 'DossierEvent' });

export const eventsSchema = pageOf(eventSchema);

export const eventsQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();

/** What one dossier may be asked with, besides its id. */
export const dossierQuerySchema = z.strictObject(inUnitQuery).readonly();

const explainedDay = z
  .strictObject({
    date: z.string(),
    kind: z.string(),
    name: z.string().optional(),
    provisional: z.literal(true).optional(),
  })
  .readonly();

const stepClock = z
  .strictObject({
    key: z.string(),
    from: toldInstant,
    dueAt: moment,
    endedAt: moment,
    late: z.boolean(),
  })
  .readonly();

/** *Căn cứ tính hạn trả*: the due moment and everything it comes from. Times left in milliseconds. */
export const clockSchema = z
  .strictObject({
    now: toldInstant,
    dueAt: moment,
    provisionalDueAt: moment,
    provisional: z.boolean(),
    originalDueAt: moment,
    beforeExtensionAt: moment,
    declaredDueAt: moment,
    oursAt: moment,
    rule: z.record(z.string(), z.unknown()).nullable(),
    calendarVersion: z.string().nullable(),
    elapsed: z.int().nullable(),
    remaining: z.int().nullable(),
    paused: z.int().nullable(),
    explanation: z.array(explainedDay).readonly(),
    steps: z.array(stepClock).readonly(),
  })
  .readonly()
  .meta({ id: 'DossierClock' });

export type EventsQuery = z.infer<typeof eventsQuerySchema>;
export type DossierQuery = z.infer<typeof dossierQuerySchema>;
export type EventAnswer = z.infer<typeof eventSchema>;
export type ClockAnswer = z.infer<typeof clockSchema>;
