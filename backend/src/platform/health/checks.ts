import type { ReadinessCheck } from '#contract/health';
import type { QueueStore } from '../queue/queue-store.ts';
import type { VitalSigns } from './vital-signs.service.ts';

// F-9: what is dated by two machines must not come in the wrong order.
const SKEW_WARNS_MS = 5_000;
const SKEW_STOPS_MS = 60_000;
const OUTBOX_WARNS_S = 60;

/** Sessions, leases and throttles would be wrong: the process may not serve. */
export const isTooSkewed = ({ skewMs }: VitalSigns): boolean =>
  Math.abs(skewMs ?? 0) > SKEW_STOPS_MS;

/** What each thing the product leans on looks like; nothing here names a host or an account. */
export const checksOf = (
  { outbox, queue, skewMs }: VitalSigns,
  kind: QueueStore['kind'],
  elapsedMs: number,
): readonly ReadinessCheck[] => [
  { name: 'database', ok: true, elapsedMs },
  // The process opens the database only once its migrations have been run, by whomever.
  { name: 'migrations', ok: true },
  { name: 'queue', ok: queue !== undefined, kind },
  {
    name: 'outbox',
    ok: outbox !== undefined && outbox.lagSeconds <= OUTBOX_WARNS_S,
    ...(outbox && { open: outbox.open, lagSeconds: Math.floor(outbox.lagSeconds) }),
  },
  {
    name: 'clock',
    ok: skewMs !== undefined && Math.abs(skewMs) <= SKEW_WARNS_MS,
    ...(skewMs !== undefined && { skewMs }),
  },
];
