import { setTimeout as pause } from 'node:timers/promises';
import { reportIssuesPath, type IssueAnswer } from '#contract/reports';
import { formatDay } from '#domain/working-time';
import { Officer, type Question } from '../commands/officer.ts';
import type { Product } from '../commands/product.ts';
import type { Commune } from '../loader/commune.ts';
import type { Place } from '../loader/place.ts';
import { paced, quantile } from '../alerts/paced.ts';
import { say } from './figures.ts';
import type { Days } from './questions.ts';

const IDLE_MS = 10_000;
/** As many communes press the button at the same time. */
const AT_ONCE = 4;

async function told<Answer>(officer: Officer, question: Question): Promise<Answer> {
  const { status, text } = await officer.ask(question);
  if (status >= 300) throw new Error(`${question.path}: ${status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

async function issue(director: Officer, { period: { from, to } }: Days): Promise<void> {
  const main = { from: formatDay(from), to: formatDay(to) };
  const body = { template: 'monthly', periods: { main } };
  const { id } = await told<IssueAnswer>(director, {
    ...{ method: 'POST', path: reportIssuesPath, body },
  });
  for (const act of ['submit', 'approve', 'issue']) {
    await told(director, { method: 'POST', path: `${reportIssuesPath}/${id}/${act}`, body: {} });
  }
}

/** The month of every commune, issued; and what that costs whoever works meanwhile. */
export async function issueAll(
  { superuserUrl }: Place,
  { port }: Product,
  { communes, month }: { readonly communes: readonly Commune[]; readonly month: Days },
): Promise<void> {
  const [first] = communes;
  if (first === undefined) throw new Error('No commune');
  const counter = (await Officer.seated(superuserUrl, first.id, ['reception']))(port, 8);
  const waiting: Officer[] = [];
  for (const { id } of communes) {
    waiting.push((await Officer.seated(superuserUrl, id, ['director']))(port, 1));
  }
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      await issue(next, month);
      next.leave();
    }
  };
  await paced(counter, pause(2_000));
  const idle = await paced(counter, pause(IDLE_MS));
  const began = performance.now();
  const busy = await paced(counter, Promise.all(Array.from({ length: AT_ONCE }, lane)));
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  counter.leave();
  const [before, during] = [quantile(idle, 0.95), quantile(busy, 0.95)];
  say(`${communes.length} monthly reports issued in ${seconds} s`);
  say(`counter p95: idle ${before.toFixed(1)} ms, meanwhile ${during.toFixed(1)} ms`);
  say(`  ÷ ${(during / before).toFixed(2)}`);
}
