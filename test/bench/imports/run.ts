import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportAnswer } from '#contract/imports';
import { importsPath } from '#contract/imports';
import { communesOf, openPlace } from '../loader/place.ts';
import { Officer } from '../commands/officer.ts';
import { startProduct } from '../commands/product.ts';
import { paced, quantile, type Meanwhile } from './counter.ts';
import { SHAPES, type List, type Shape } from './lists.ts';

// npm run bench:imports -- 10000,100000 20000 xlsx,csv,ndjson: rows, dossiers that are there already, shapes.
const [sizes = '10000', stock = '20000', shapes = 'ndjson,xlsx,csv'] = process.argv.slice(2);
const IDLE_MS = 8_000;
const BOUNDARY = 'ranh-gioi';

const place = await openPlace({ dossiers: [Number(stock)], days: 365 });
const [commune] = await communesOf(place);
if (commune === undefined) throw new Error('No commune');
const product = await startProduct(place, {}, []);
const seated = await Officer.seated(place.superuserUrl, commune.id, ['reception', 'dataOfficer']);
const [counter, uploader] = [seated(product.port, 8), seated(product.port, 2)];

const formOf = ({ profile, content }: List): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="profile"\r\n\r\n${profile}\r\n`,
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="ds"\r\n`,
        `content-type: application/octet-stream\r\n\r\n`,
      ].join(''),
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

async function taken(list: List): Promise<string> {
  const { status, text } = await uploader.ask({
    ...{ method: 'POST', path: importsPath, body: formOf(list) },
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  });
  if (status !== 202) throw new Error(`${status} ${text}`);
  return (JSON.parse(text) as { readonly id: string }).id;
}

async function imported(id: string): Promise<ImportAnswer> {
  const { text } = await uploader.ask({ method: 'GET', path: `${importsPath}/${id}` });
  return JSON.parse(text) as ImportAnswer;
}

const stateOf = async (
  id: string,
  isReached: (state: ImportAnswer['state']) => boolean,
): Promise<ImportAnswer> => {
  for (;;) {
    const told = await imported(id);
    if (told.state === 'failed') throw new Error(JSON.stringify(told));
    if (isReached(told.state)) return told;
    await pause(200);
  }
};

/** Seconds to look through it, and to have taken it over. */
async function brought(
  list: List,
  rows: number,
): Promise<readonly [checked: number, done: number]> {
  const began = performance.now();
  const id = await taken(list);
  await stateOf(id, (state) => !['queued', 'checking'].includes(state));
  const checked = (performance.now() - began) / 1_000;
  const { counts } = await stateOf(id, (state) => state === 'done');
  if (counts.new !== rows || counts.done !== rows) throw new Error(JSON.stringify(counts));
  return [checked, (performance.now() - began) / 1_000];
}

const told = (name: string, { latencies, byQuestion, grownMb }: Meanwhile): string => {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(latencies, share).toFixed(1));
  const load = loadavg()[0]?.toFixed(1);
  const each = [...byQuestion].map(
    ([question, list]) => `    ${quantile(list, 0.95).toFixed(1).padStart(7)} p95 ${question}\n`,
  );
  return `  ${name.padEnd(12)} ${p50} / ${p95} / ${p99} ms, grown ${grownMb.toFixed(0)} MB, load ${load}\n${each.join('')}`;
};

const shapeOf = (name: string): Shape => {
  if (Object.hasOwn(SHAPES, name)) return name as Shape;
  throw new Error(`No such shape: ${name}`);
};

const asked = sizes
  .split(',')
  .flatMap((size) => shapes.split(',').map((name) => [shapeOf(name), Number(size)] as const));

async function measured(shape: Shape, rows: number): Promise<void> {
  const idle = await paced(counter, product.pid, pause(IDLE_MS));
  const list = SHAPES[shape](rows, `${Date.now().toString(36).toUpperCase()}-${shape}`);
  const taking = brought(list, rows);
  const busy = await paced(counter, product.pid, taking);
  const [checked, done] = await taking;
  // What the counter waits for because there is more now, not because of the work.
  const after = await paced(counter, product.pid, pause(IDLE_MS));
  const ratio = quantile(busy.latencies, 0.95) / quantile(idle.latencies, 0.95);
  process.stdout.write(
    `${shape}: ${rows} rows checked in ${checked.toFixed(1)} s, taken over in ${done.toFixed(1)} s; ` +
      `p95 ÷ idle ${ratio.toFixed(2)}\n${told('idle', idle)}${told('meanwhile', busy)}${told('afterwards', after)}`,
  );
}

try {
  // What the first questions of a process cost is no part of the question.
  await paced(counter, product.pid, pause(4_000));
  process.stdout.write('the counter asks every 40 ms (p50 / p95 / p99)\n');
  for (const [shape, rows] of asked) await measured(shape, rows);
} finally {
  counter.leave();
  uploader.leave();
  await product.stop();
  await place.close();
}
