import type { SystemStatus } from '#contract/system';
import type { EpochMs } from '../platform/clock/clock.ts';
import type { Pulse } from '../platform/queue/pulse-store.ts';
import type { RoundTold } from '../platform/queue/watchdog.ts';

/** Three beats: one may be late, two are a busy machine. */
const SILENT_MS = 30_000;

type Worker = SystemStatus['workers'][number];
type Round = SystemStatus['rounds'][number];

const seconds = (ms: number): number => Math.max(0, Math.floor(ms / 1_000));

/** Those that fell silent and in whose place nobody has begun since: each newcomer takes one place. */
function missedAmong(silent: readonly Pulse[], live: readonly Pulse[]): readonly Pulse[] {
  const newcomers = [...live];
  return silent
    .toSorted((one, other) => one.heardAt - other.heardAt)
    .filter(({ heardAt }) => {
      const place = newcomers.findIndex(({ begunAt }) => begunAt >= heardAt);
      if (place === -1) return true;
      newcomers.splice(place, 1);
      return false;
    });
}

const isSilent = ({ heardAt }: Pulse, now: EpochMs): boolean => now - heardAt > SILENT_MS;

/** The processes that do the rounds, and those that are missed among them. */
export function workersTold(pulses: readonly Pulse[], now: EpochMs): readonly Worker[] {
  const live = pulses.filter((pulse) => !isSilent(pulse, now));
  const silent = pulses.filter((pulse) => isSilent(pulse, now));
  const missed = new Set(missedAmong(silent, live));
  return pulses
    .filter((pulse) => !isSilent(pulse, now) || missed.has(pulse))
    .map((pulse) => ({
      id: pulse.worker.slice(0, 8),
      upSeconds: seconds(pulse.heardAt - pulse.begunAt),
      heardSeconds: seconds(now - pulse.heardAt),
      isMissed: missed.has(pulse),
      failures: Math.max(0, ...pulse.rounds.map(({ failures }) => failures)),
    }));
}

interface Heard extends RoundTold {
  readonly isLive: boolean;
}

/** One round as all processes know it: who did it last, and what is under way or fails with those that live. */
function roundOf(name: string, told: readonly Heard[]): Round {
  const latest = told.toSorted(
    (one, other) => (one.agoMs ?? Infinity) - (other.agoMs ?? Infinity),
  )[0];
  const live = told.filter(({ isLive }) => isLive);
  return {
    ...{ name, everySeconds: (latest?.everyMs ?? 0) / 1_000, by: latest?.by ?? null },
    agoSeconds: latest?.agoMs === undefined ? null : seconds(latest.agoMs),
    isUnderWay: live.some(({ isUnderWay }) => isUnderWay),
    failures: Math.max(0, ...live.map(({ failures }) => failures)),
  };
}

/** Every round there is, whichever process did it last. */
export function roundsTold(pulses: readonly Pulse[], now: EpochMs): readonly Round[] {
  const told = pulses.flatMap((pulse) =>
    pulse.rounds.map((round): Heard => {
      const since = Math.max(0, now - pulse.heardAt);
      const agoMs = round.agoMs === undefined ? undefined : round.agoMs + since;
      return { ...round, agoMs, isLive: !isSilent(pulse, now) };
    }),
  );
  return [...Map.groupBy(told, ({ name }) => name)].map(([name, own]) => roundOf(name, own));
}
