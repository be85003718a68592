import * as z from 'zod';
import { MESSAGE_KINDS } from '#domain/citizen';
import { inUnit, inUnitQuery } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';

export const hooksPath = '/api/v1/hooks';

/** The office's own people, or its citizens: one hook in use for each. */
const hookServes = ['officers', 'citizens'] as const;

/**
 * What a hook is sent: our own message with ids and sentences, a message of a Zalo Official Account, or
 * that of a gateway of short messages.
 */
export const hookTemplates = ['motcua', 'zaloOa', 'sms'] as const;

/** What Zalo calls the texts it has approved for the unit, by what they tell. */
const templateIds = z
  .partialRecord(z.enum(MESSAGE_KINDS), z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))
  .readonly();

const address = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s\p{Cc}@#]+$/u);

export const newHookSchema = z
  .strictObject({
    ...inUnit,
    url: address,
    template: z.enum(hookTemplates),
    serves: z.enum(hookServes).exactOptional(),
    templateIds: templateIds.exactOptional(),
    /** What the other system wants to see of us: an access token; kept sealed and never shown again. */
    token: z
      .string()
      .min(1)
      .max(2000)
      .regex(/^[\x21-\x7e]+$/)
      .optional(),
  })
  .readonly()
  .meta({
    id: 'NewHook',
    examples: [{ url: 'https://gateway.example/motcua', template: 'motcua' }],
  });

const shape = {
  id: z.uuid(),
  unitId: z.int(),
  url: z.string(),
  template: z.enum(hookTemplates),
  serves: z.enum(hookServes),
  templateIds: templateIds.nullable(),
  hasToken: z.boolean(),
  createdAt: toldInstant,
};

export const hookSchema = z.strictObject(shape).readonly().meta({ id: 'Hook' });

/** `secret` signs every message; it is shown here and never again, null when the answer is a repeated one. */
export const createdHookSchema = z
  .strictObject({ ...shape, secret: z.string().nullable() })
  .readonly()
  .meta({ id: 'CreatedHook' });

export const hookListSchema = z
  .strictObject({ items: z.array(hookSchema).readonly(), nextCursor: z.null() })
  .readonly();

export const hooksQuerySchema = z.strictObject(inUnitQuery).readonly();

/** Headers of a message: its id, when it was sent in seconds, and the signature of `time.body`. */
export const HOOK_HEADERS = {
  id: 'x-motcua-event-id',
  time: 'x-motcua-timestamp',
  signature: 'x-motcua-signature',
} as const;

export type HookServes = (typeof hookServes)[number];
export type HookTemplate = (typeof hookTemplates)[number];
export type NewHook = z.infer<typeof newHookSchema>;
export type Hook = z.infer<typeof hookSchema>;
export type CreatedHook = z.infer<typeof createdHookSchema>;
export type HooksQuery = z.infer<typeof hooksQuerySchema>;
