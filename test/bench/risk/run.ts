// How far expected finishes are off on months they were not learned from, beside two naive guesses, and what
// they cost: npm run bench:risk -- 240 80: over how many days, how many dossiers come on each.
import { inOneGo } from '#domain/kernel';
import { judging, learning, predict, type Figure } from '#domain/risk';
import { dayOf, instant, parseInstant } from '#domain/working-time';
import { PLAYING_HOURS } from '../../../backend/src/evaluation/month/hours.ts';
import { unhurried } from '../../../backend/src/risk/unhurried.ts';
import { livedRoads, stepAllowances } from './lived.ts';

const [days = '240', perDay = '80'] = process.argv.slice(2);
const NOW = parseInstant('2026-06-30T10:00:00+07:00') ?? instant(0);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const timed = <Result>(what: string, work: () => Result): Result => {
  const began = performance.now();
  const result = work();
  say(`${what.padEnd(46)} ${(performance.now() - began).toFixed(0)} ms`);
  return result;
};

/** For how long at most nothing else came in between. */
const longestStretch = async (work: () => Promise<void>): Promise<number> => {
  let [last, most, isOver] = [performance.now(), 0, false];
  const look = (): void => {
    most = Math.max(most, performance.now() - last);
    last = performance.now();
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isOver = true;
  return most;
};

const roads = timed('living', () => livedRoads(NOW, dayOf(NOW), Number(days), Number(perDay)));
const lesson = { roads, calendar: PLAYING_HOURS, allowances: stepAllowances() };
say(`${roads.length} dossiers of ${days} days`);
const experience = timed('learning', () => inOneGo(learning(lesson)));
const figures = timed('judging', () => inOneGo(judging(lesson, NOW)));
const busy = await longestStretch(async () => {
  await unhurried(learning(lesson), { monotonicMs: () => performance.now() });
  await unhurried(judging(lesson, NOW), { monotonicMs: () => performance.now() });
});
say(`${'both, a little at a time: longest stretch'.padEnd(46)} ${busy.toFixed(0)} ms`);
const open = roads.filter(({ finishedAt }) => finishedAt === null);
timed(`expecting ${open.length} open dossiers`, () =>
  open.map((road) => predict({ road, at: NOW, queue: 10 }, experience, PLAYING_HOURS)),
);
const some = roads.slice(-5_000);
timed('expecting 5,000 dossiers at their receipt', () =>
  some.map((road) => predict({ road, at: road.receivedAt, queue: 10 }, experience, PLAYING_HOURS)),
);

const two = (value: number): string => value.toFixed(2).padStart(9);
const stepOf = ({ step }: Figure): string =>
  step === null
    ? '        –         –'
    : `${step.predicted.toFixed(3).padStart(9)} ${step.byRate.toFixed(3).padStart(9)}`;

say(`\ncrowd ${JSON.stringify(experience.crowd)}`);
say('procedure   dossiers questions  expected      mean allowance  step Brier   by rate  verdict');
for (const figure of figures) {
  const { procedureCode, dossiers, questions, predicted, byMean, byAllowance, verdict } = figure;
  const counts = `${String(dossiers).padStart(8)} ${String(questions).padStart(9)}`;
  const errors = [predicted, byMean, byAllowance].map(two).join(' ');
  say(`${procedureCode.padEnd(11)} ${counts} ${errors} ${stepOf(figure)}  ${verdict}`);
}
