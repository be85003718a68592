import type { Instant } from '#domain/working-time';
import type { Contender, Race } from './contenders.ts';

export interface Standing {
  readonly name: string;
  readonly perSecond: number;
  /** How many times faster the core is: the median over rounds in which both ran one after the other. */
  readonly ratio: number;
  /** Share of receipts for which the library comes to the same day. */
  readonly sameDay: number;
}

const ROUNDS = 9;
const ROUND_MS = 120;

/** Interleaved rounds: whatever slows the machine down slows all contenders alike. */
export function run({ ours, others }: Race, receipts: readonly Instant[]): readonly Standing[] {
  const all = [ours, ...others];
  for (const contender of all) speed(contender, receipts);
  const rounds = Array.from({ length: ROUNDS }, () => all.map((one) => speed(one, receipts)));
  return all.map(({ name, due }, place) => ({
    name,
    perSecond: median(rounds.map((speeds) => speeds[place] ?? NaN)),
    ratio: median(rounds.map((speeds) => (speeds[0] ?? NaN) / (speeds[place] ?? NaN))),
    sameDay: agreement(ours.due, due, receipts.slice(0, 500)),
  }));
}

/** Due moments per second of one core: the time of the processor, whoever else wants it. */
function speed({ due }: Contender, receipts: readonly Instant[]): number {
  const begin = process.cpuUsage();
  let sum = 0;
  let done = 0;
  let spentMs = 0;
  // In growing batches, so that looking at the watch costs the fast ones nothing.
  for (let batch = 1; spentMs < ROUND_MS; batch = Math.min(batch * 2, 4096)) {
    for (let index = 0; index < batch; index += 1) {
      sum += due(receipts[(done + index) % receipts.length] ?? 0);
    }
    done += batch;
    const { user, system } = process.cpuUsage(begin);
    spentMs = (user + system) / 1000;
  }
  if (!Number.isFinite(sum)) throw new Error('A contender lost count');
  return (done / spentMs) * 1000;
}

const localDay = (at: number): number => Math.floor((at + 7 * 3_600_000) / 86_400_000);

const agreement = (
  ours: Contender['due'],
  theirs: Contender['due'],
  receipts: readonly Instant[],
): number =>
  receipts.filter((at) => localDay(ours(at)) === localDay(theirs(at))).length / receipts.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
