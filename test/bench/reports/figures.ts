import { II06B_COLUMNS } from '#domain/report';
import type { Ii06bAnswer } from '#contract/reports';
import { quantile } from '../alerts/paced.ts';
import type { Officer } from '../commands/officer.ts';
import type { ByHand, Span } from './by-hand.ts';

export const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const timed = async <Result>(work: () => Promise<Result>): Promise<readonly [number, Result]> => {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
};

export async function answered<Answer>(officer: Officer, path: string): Promise<Answer> {
  const { status, text } = await officer.ask({ method: 'GET', path });
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return JSON.parse(text) as Answer;
}

interface Race {
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  readonly runs: number;
}

const cell = (ms: number): string => ms.toFixed(1).padStart(9);

/** Each takes its turn in the same run; who counts otherwise than the other ends it. */
export async function race(officer: Officer, hand: ByHand, asked: Race): Promise<void> {
  const [product, bare]: [number[], number[]] = [[], []];
  for (let run = 0; run < asked.runs; run += 1) {
    const [ms, answer] = await timed(() => answered<Ii06bAnswer>(officer, asked.path));
    const [bareMs, numbers] = await timed(() => hand.ii06b(asked.span));
    for (const column of II06B_COLUMNS) {
      if (answer.total[column] === numbers[column]) continue;
      throw new Error(
        `${asked.name} ${column}: ${answer.total[column]}, ${numbers[column]} by hand`,
      );
    }
    product.push(ms);
    bare.push(bareMs);
  }
  const ratio = (quantile(product, 0.5) / quantile(bare, 0.5)).toFixed(2);
  const [p50, p95] = [cell(quantile(product, 0.5)), cell(quantile(product, 0.95))];
  say(`${asked.name.padEnd(36)}${p50}${p95}${cell(quantile(bare, 0.5))}${ratio.padStart(8)}`);
}

/** Without anybody beside it. */
export async function alone(officer: Officer, asked: Omit<Race, 'span'>): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < asked.runs; run += 1) {
    times.push((await timed(() => answered(officer, asked.path)))[0]);
  }
  say(`${asked.name.padEnd(36)}${cell(quantile(times, 0.5))}${cell(quantile(times, 0.95))}`);
}
