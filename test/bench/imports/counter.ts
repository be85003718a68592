import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { RECEIPT } from '../commands/deeds.ts';
import type { Officer, Question } from '../commands/officer.ts';

const EVERY_MS = 40;

/** What an officer at the counter does all day: looks, counts, and receives. */
const QUESTIONS: readonly Question[] = [
  { method: 'GET', path: '/api/v1/dossiers?limit=50&due=near' },
  { method: 'GET', path: '/api/v1/dossiers?limit=50' },
  { method: 'GET', path: '/api/v1/dossiers/counts' },
  { method: 'POST', path: '/api/v1/dossiers', body: RECEIPT },
];

/** How long the counter waited for its answers, and by how much the process grew meanwhile. */
export interface Meanwhile {
  readonly latencies: readonly number[];
  /** The same, question by question. */
  readonly byQuestion: ReadonlyMap<string, readonly number[]>;
  readonly grownMb: number;
}

const KIB_IN_MIB = 1024;

/** What a process really holds, in MB. */
const sizeOf = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / KIB_IN_MIB;
};

/** Asked at a steady pace until the work has ended, whatever the answers take. */
export async function paced(
  counter: Officer,
  pid: number,
  work: Promise<unknown>,
): Promise<Meanwhile> {
  const byQuestion = new Map<string, number[]>();
  const answers: Promise<void>[] = [];
  const over = new AbortController();
  const ended = work.finally(() => over.abort());
  const before = sizeOf(pid);
  let most = before;
  for (let index = 0; !over.signal.aborted; index += 1) {
    const question = QUESTIONS[index % QUESTIONS.length];
    if (question !== undefined) answers.push(timed(counter, question, byQuestion));
    await pause(EVERY_MS);
    most = Math.max(most, sizeOf(pid));
  }
  await Promise.all([ended, ...answers]);
  return { latencies: [...byQuestion.values()].flat(), byQuestion, grownMb: most - before };
}

async function timed(
  counter: Officer,
  question: Question,
  byQuestion: Map<string, number[]>,
): Promise<void> {
  const began = performance.now();
  const { status, text } = await counter.ask(question);
  if (status !== 200 && status !== 201) throw new Error(`${question.path}: ${status} ${text}`);
  const name = `${question.method} ${question.path}`;
  byQuestion.set(name, [...(byQuestion.get(name) ?? []), performance.now() - began]);
}

export const quantile = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0;
