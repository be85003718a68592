import * as z from 'zod';

export const livePath = '/health/live';
export const readyPath = '/health/ready';

/** `GET /health/live`: the process answers. It says nothing about what it depends on. */
export const liveSchema = z
  .strictObject({ status: z.literal('live'), version: z.string(), uptimeSeconds: z.int().min(0) })
  .readonly();

/** What must answer before the product can serve an officer. */
export const dependencies = ['database'] as const;

const check = z
  .strictObject({
    name: z.enum(dependencies),
    ok: z.literal(true),
    elapsedMs: z.number().min(0),
  })
  .readonly();

/** `GET /health/ready`: what answered, and how fast. What does not answer is the problem `not-ready`. */
export const readySchema = z
  .strictObject({ status: z.literal('ready'), checks: z.array(check).readonly() })
  .readonly();

export type Dependency = (typeof dependencies)[number];
export type Live = z.infer<typeof liveSchema>;
export type ReadinessCheck = z.infer<typeof check>;
export type Ready = z.infer<typeof readySchema>;
