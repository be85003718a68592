import * as z from 'zod';

export const livePath = '/health/live';
export const readyPath = '/health/ready';
export const metricsPath = '/metrics';

/** `GET /health/live`: the process answers. It says nothing about what it depends on. */
export const liveSchema = z
  .strictObject({ status: z.literal('live'), version: z.string(), uptimeSeconds: z.int().min(0) })
  .readonly()
  .meta({ id: 'Live', examples: [{ status: 'live', version: '0.1.0', uptimeSeconds: 86400 }] });

const told = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.strictObject({ name: z.literal(name), ok: z.boolean(), ...shape }).readonly();

/** What the product leans on. Names and figures only: no host, no account, no id. */
export const readinessCheckSchema = z.discriminatedUnion('name', [
  told('database', { elapsedMs: z.number().min(0) }),
  told('migrations', {}),
  told('queue', { kind: z.enum(['postgresql', 'redis', 'off']) }),
  /** Orders nobody has taken to the queue yet, and how long the oldest has waited. */
  told('outbox', { open: z.int().optional(), lagSeconds: z.int().optional() }),
  /** How far the clock of the database's machine is ahead of this one's. */
  told('clock', { skewMs: z.int().optional() }),
]);

/**
 * `GET /health/ready`: officers can be served; *degraded* where that works with less than everything. What
 * cannot be done without is the problem `not-ready`.
 */
export const readySchema = z
  .strictObject({
    status: z.enum(['ready', 'degraded']),
    checks: z.array(readinessCheckSchema).readonly(),
  })
  .readonly()
  .meta({
    id: 'Ready',
    examples: [
      {
        status: 'degraded',
        checks: [
          { name: 'database', ok: true, elapsedMs: 2 },
          { name: 'migrations', ok: true },
          { name: 'queue', ok: false, kind: 'redis' },
          { name: 'outbox', ok: true, open: 3, lagSeconds: 1 },
          { name: 'clock', ok: true, skewMs: -12 },
        ],
      },
    ],
  });

export type Live = z.infer<typeof liveSchema>;
export type ReadinessCheck = z.infer<typeof readinessCheckSchema>;
export type Ready = z.infer<typeof readySchema>;
