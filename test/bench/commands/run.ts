import { Pool } from 'pg';
import { wireTypes } from '../../../backend/src/platform/database/wire-types.ts';
import { communesOf, openPlace } from '../loader/place.ts';
import { RECEIPT, aReceipt, aStart, withCode, type Known } from './deeds.ts';
import { Officer } from './officer.ts';
import { startProduct } from './product.ts';

// npm run bench:commands -- 5 1000 1,8,16,32: rounds, milliseconds of a slice, clients.
const [rounds = '5', sliceMs = '1000', clients = '1,8,16,32'] = process.argv.slice(2);
const ROUNDS = Number(rounds);
const SLICE_MS = Number(sliceMs);
const CLIENTS = clients.split(',').map(Number);
const MOST = Math.max(...CLIENTS);
/** More than any contender does in a slice. */
const STOCK = Math.ceil(SLICE_MS * 7);

const APPEND = 'select append_events($1::text::jsonb) as answer';
const LOAD = 'select load_dossier($1, $2, null) as answer';

type Contender = (index: number) => Promise<void>;

interface Slice {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

const slice = async (most: number, clientCount: number, once: Contender): Promise<Slice> => {
  const latencies: number[] = [];
  const began = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - began < SLICE_MS && next < most) {
      const from = performance.now();
      next += 1;
      await once(next - 1);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clientCount }, client));
  return { perSecond: (latencies.length * 1_000) / (performance.now() - began), latencies };
};

const quantile = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0;

const place = await openPlace({ dossiers: [20_000], days: 365 });
const [commune] = await communesOf(place);
if (commune === undefined) throw new Error('No commune');
const product = await startProduct(place);
const seated = await Officer.seated(place.superuserUrl, commune.id, ['reception', 'processing']);
const officer = seated(product.port, MOST);
const pool = new Pool({
  ...{ connectionString: place.appUrl, max: MOST, types: wireTypes },
  options: '-c search_path=motcua,pg_temp -c timezone=UTC',
});

const raw = async <Told>(name: string, text: string, values: readonly unknown[]): Promise<Told> => {
  const { rows } = await pool.query<{ answer: Told }>({ name, text, values: [...values] });
  return at(rows, 0).answer;
};

const append = async (request: string): Promise<string> => {
  const { kind, code } = await raw<{ kind: string; code: string }>('append', APPEND, [request]);
  if (kind !== 'appended') throw new Error(kind);
  return code;
};

const http = async (path: string, body: unknown, version?: number): Promise<void> => {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const { status, text } = await officer.ask({ method: 'POST', path, body, headers });
  if (status !== 200 && status !== 201) throw new Error(`${status} ${text}`);
};

const stock = <Item>(make: () => Item): readonly Item[] => Array.from({ length: STOCK }, make);

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error('The stock is too small');
  return item;
};

type Speeds = Record<'create' | 'rawCreate' | 'move' | 'rawMove', Slice>;

const round = async (count: number): Promise<Speeds> => {
  const receipts = stock(() => aReceipt(commune));
  const kept: Known[] = [];
  const rawCreate = await slice(STOCK, count, async (index) => {
    const receipt = at(receipts, index);
    kept.push(withCode(receipt, await append(receipt.request)));
  });
  const create = await slice(STOCK, count, () => http('/api/v1/dossiers', RECEIPT));
  // Those that were kept are moved on: one half by each contender.
  const [ours, theirs] = [kept.slice(0, kept.length / 3), kept.slice(kept.length / 3)];
  const starts = theirs.map((known) => aStart(commune, known));
  const rawMove = await slice(starts.length, count, async (index) => {
    const { id, request } = at(starts, index);
    await raw('load', LOAD, [commune.id, id]);
    await append(request);
  });
  const move = await slice(ours.length, count, (index) =>
    http(`/api/v1/dossiers/${at(ours, index).id}/start-step`, {}, 1),
  );
  return { create, rawCreate, move, rawMove };
};

const told = (name: string, slices: readonly Slice[], base?: readonly Slice[]): string => {
  const all = slices.flatMap(({ latencies }) => latencies);
  const ratios = base?.map(({ perSecond }, index) => at(slices, index).perSecond / perSecond);
  const speed = quantile(
    slices.map(({ perSecond }) => perSecond),
    0.5,
  );
  const times = [0.5, 0.95, 0.99].map((share) => quantile(all, share).toFixed(1)).join(' / ');
  const ratio = ratios === undefined ? '' : `  ${quantile(ratios, 0.5).toFixed(2)} of raw`;
  return `  ${name.padEnd(34)} ${String(Math.round(speed)).padStart(6)}/s  ${times} ms${ratio}\n`;
};

try {
  await round(MOST);
  for (const count of CLIENTS) {
    const results: Speeds[] = [];
    for (let done = 0; done < ROUNDS; done += 1) results.push(await round(count));
    const of = (name: keyof Speeds): readonly Slice[] => results.map((result) => result[name]);
    process.stdout.write(`${count} clients (median of ${ROUNDS} rounds; p50 / p95 / p99)\n`);
    process.stdout.write(told('create: append, node-postgres', of('rawCreate')));
    process.stdout.write(told('create: POST /dossiers', of('create'), of('rawCreate')));
    process.stdout.write(told('move: load + append, node-postgres', of('rawMove')));
    process.stdout.write(told('move: POST …/start-step', of('move'), of('rawMove')));
  }
} finally {
  officer.leave();
  await product.stop();
  await pool.end();
  await place.close();
}
