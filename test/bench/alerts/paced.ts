import { setTimeout as pause } from 'node:timers/promises';
import type { Officer } from '../commands/officer.ts';

const EVERY_MS = 40;
const QUESTIONS = [
  '/api/v1/dossiers?limit=50&due=near',
  '/api/v1/dossiers?limit=50',
  '/api/v1/alerts?limit=50',
] as const;

export const quantile = (list: readonly number[], share: number): number =>
  list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0;

/** What an officer waits for meanwhile: asked at a steady pace, whatever the answers take. */
export async function paced(officer: Officer, work: Promise<unknown>): Promise<readonly number[]> {
  const latencies: number[] = [];
  const answers: Promise<void>[] = [];
  const over = new AbortController();
  const ended = work.finally(() => over.abort());
  for (let index = 0; !over.signal.aborted; index += 1) {
    const began = performance.now();
    const path = QUESTIONS[index % QUESTIONS.length] ?? QUESTIONS[0];
    answers.push(
      officer.ask({ method: 'GET', path }).then(({ status, text }) => {
        if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
        latencies.push(performance.now() - began);
      }),
    );
    await pause(EVERY_MS);
  }
  await Promise.all([ended, ...answers]);
  return latencies;
}
