import { randomInt } from 'node:crypto';
import type { Lookup } from '#contract/lookup';
import { Officer } from '../commands/officer.ts';
import { startProduct } from '../commands/product.ts';
import { communesOf, openPlace, type Place } from '../loader/place.ts';
import { asSuperuser } from '../../support/database-template.ts';
import { Strangers } from './stranger.ts';
import { apart, median } from '../../support/two-heaps.ts';

// npm run bench:lookup -- 100000 5000 2000: how many guesses, from how many addresses, how many at a time.
const [guesses = '100000', addresses = '5000', atOnce = '2000', samples = '1000'] =
  process.argv.slice(2);
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FAR = 4;

const anySecret = (): string => Array.from({ length: 8 }, () => LETTERS[randomInt(32)]).join('');
const addressOf = (at: number): string => `10.${at % 200}.${Math.floor(at / 200) % 250}.1`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const codesOf = (place: Place): Promise<readonly string[]> =>
  asSuperuser(place.superuserUrl, async (client) => {
    const sql = 'select code from motcua.dossier order by received_at desc limit 2000';
    return (await client.query<{ code: string }>(sql)).rows.map(({ code }) => code);
  });

/** So many at a time until there are no more: how often each status came. */
const ask = async (count: number, one: (at: number) => Promise<number>) => {
  const told = new Map<number, number>();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) {
      const status = await one(at);
      told.set(status, (told.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: Math.min(Number(atOnce), count) }, lane));
  return told;
};

const listTimes = async (officer: Officer, until: () => boolean): Promise<readonly number[]> => {
  const times: number[] = [];
  while (!until()) {
    const began = performance.now();
    await officer.ask({ method: 'GET', path: '/api/v1/dossiers?limit=50' });
    times.push(performance.now() - began);
  }
  return times;
};

const told = (name: string, times: readonly number[]): void => {
  const p95 = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  say(`${name.padEnd(44)} p50 ${median(times).toFixed(1)} ms  p95 ${p95.toFixed(1)} ms`);
};

const place = await openPlace({ dossiers: [4_000, 500], days: 60 });
const product = await startProduct(place, { MOTCUA_PROXY: '127.0.0.1' });
const strangers = new Strangers(product.port, Number(atOnce));
const [commune] = await communesOf(place);
if (commune === undefined) throw new Error('No commune');
const officer = (await Officer.seated(place.superuserUrl, commune.id, ['reception']))(
  product.port,
  2,
);

/** Half of them at codes that there are, half at codes that there are not, in no order. */
const timing = async (codes: readonly string[]): Promise<void> => {
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let sample = 0; sample < Number(samples); sample += 20) {
    const asked = Array.from({ length: 20 }, async (_, at) => {
      const isKnown = randomInt(2) === 0;
      const code = isKnown
        ? (codes[randomInt(codes.length)] ?? '')
        : `MC.H24.99-250101-${1_000 + at}`;
      const { tookMs } = await strangers.ask({ code, lookupCode: anySecret() }, addressOf(at));
      (isKnown ? known : unknown).push(tookMs);
    });
    await Promise.all(asked);
  }
  told('wrong secret of a code there is', known);
  told('code that nobody has', unknown);
  const distance = apart(known, unknown);
  say(`apart by ${distance.toFixed(2)} standard deviations (beyond ${FAR} is a difference)`);
  if (Math.abs(distance) > FAR) throw new Error('The time tells whether there is such a code');
};

try {
  const codes = await codesOf(place);
  const guess = (at: number): Lookup => ({
    code: codes[at % codes.length] ?? '',
    lookupCode: anySecret(),
  });
  const quiet = performance.now() + 5_000;
  told('officers’ lists, before', await listTimes(officer, () => performance.now() > quiet));
  let isOver = false;
  const meanwhile = listTimes(officer, () => isOver);
  const began = performance.now();
  const statuses = await ask(Number(guesses), async (at) => {
    return (await strangers.ask(guess(at), addressOf(at % Number(addresses)))).status;
  });
  isOver = true;
  const seconds = (performance.now() - began) / 1_000;
  told('officers’ lists, while strangers guess', await meanwhile);
  say(`${guesses} guesses from ${addresses} addresses in ${seconds.toFixed(0)} s:`);
  for (const [status, count] of statuses) say(`  ${status}: ${count}`);
  if (statuses.has(200)) throw new Error('A guess was right');
  if ((statuses.get(404) ?? 0) > 500) throw new Error('Too many wrong pairs were not slowed');
  const perHour = (Number(guesses) / seconds) * 3_600;
  say(`at this pace one hit in ${(2 ** 40 / perHour / 8_766).toFixed(0)} years`);
  await timing(codes);
} finally {
  officer.leave();
  strangers.leave();
  await product.stop();
  await place.close();
}
