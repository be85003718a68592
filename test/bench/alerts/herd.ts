import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { CreatedDossier } from '#contract/dossiers';
import { OwnRedis } from '../../faults/kit/own-redis.ts';
import { MailRoom } from '../../support/mail-room.ts';
import { Officer } from '../commands/officer.ts';
import { startProduct } from '../commands/product.ts';
import type { Commune } from '../loader/commune.ts';
import { Bulk } from '../loader/bulk.ts';
import { communesOf, openPlace, type Place } from '../loader/place.ts';
import { paced, quantile } from './paced.ts';

const IDLE_MS = 8_000;
const LOOK_MS = 100;
const LATEST_MS = 300_000;

// Copies of one that was received over HTTP, with its history, as if so many more had been.
const COPIES = `create temporary table copy as
  select seed.unit_id, seed.id as of_id, gen_random_uuid() as id, n
  from dossier as seed, generate_series(2, $2::int) as n where seed.id = any ($1::uuid[])`;
const DOSSIERS = `insert into dossier select (jsonb_populate_record(null::dossier, to_jsonb(seed)
    || jsonb_build_object('id', copy.id, 'code', seed.code || '.' || n, 'official_code', null))).*
  from copy join dossier as seed on seed.unit_id = copy.unit_id and seed.id = copy.of_id`;
const EVENTS = `insert into dossier_event select (jsonb_populate_record(null::dossier_event,
    to_jsonb(seed) || jsonb_build_object('dossier_id', copy.id, 'position', next_position()))).*
  from copy join dossier_event as seed
    on seed.unit_id = copy.unit_id and seed.dossier_id = copy.of_id`;
// Nothing of them is due before they are.
const WAITING = `update dossier set next_signal_at = due_at, alerts_version = version,
    alerts_at = greatest(alerts_at, submitted_at, received_at)
  where finished_at = 'infinity' and due_at = $1`;
const ALONE = `update dossier set next_signal_at = null
  where next_signal_at is not null and due_at is distinct from $1`;

const STANDING = `select count(distinct alert.dossier_id)::int as told, count(*)::int as rows,
    (select count(*)::int from delivery where at <= $2) as pushes,
    (select count(*)::int from delivery where at <= $2 and state = 'open') as open
  from alert where kind = 'dossier.overdue' and due_at = $1`;

interface Standing {
  readonly told: number;
  readonly rows: number;
  readonly pushes: number;
  readonly open: number;
}

export interface HerdAsked {
  readonly dossiers: number;
  readonly communes: number;
  /** From the receipt of the first to the moment of them all: the copies are made meanwhile. */
  readonly leadMs: number;
}

const answered = async <Body>(officer: Officer, path: string, body: object): Promise<Body> => {
  const { status, text } = await officer.ask({ method: 'POST', path, body });
  if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
  return JSON.parse(text) as Body;
};

/** One dossier of a commune, promised for that moment. */
async function seedOf(
  { id }: Commune,
  { place, port, dueAt }: { readonly place: Place; readonly port: number; readonly dueAt: string },
): Promise<string> {
  const officer = (await Officer.seated(place.superuserUrl, id, ['reception']))(port, 2);
  const applicant = { kind: 'person', name: 'Nguyễn Văn An' };
  const body = { procedureCode: '1.004873', channel: 'direct', applicant, declaredDueAt: dueAt };
  const seed = await answered<CreatedDossier>(officer, '/api/v1/dossiers', body);
  officer.leave();
  return seed.id;
}

/** A Monday morning after everything that was loaded: within working hours what is told is sent at once. */
function monday(): string {
  const day = new Date(Date.now() + 3 * 86_400_000);
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() + 1);
  return `${day.toISOString().slice(0, 10)}T09:00:00+07:00`;
}

async function multiply(
  bulk: Bulk,
  seeds: readonly string[],
  { each, dueAt }: { readonly each: number; readonly dueAt: string },
): Promise<void> {
  await bulk.query(COPIES, [seeds, each]);
  for (const statement of [DOSSIERS, EVENTS]) await bulk.query(statement);
  await bulk.query(ALONE, [dueAt]);
  await bulk.query(WAITING, [dueAt]);
  for (const table of ['dossier', 'dossier_event']) await bulk.query(`analyze ${table}`);
}

interface Measured {
  readonly rowsMs: number;
  readonly sentMs: number;
  readonly standing: Standing;
}

/** From the moment at which they are due until all are on record, and until what is to be pushed now is. */
async function watched(
  bulk: Bulk,
  { dueAt, aheadMs, dossiers }: { dueAt: string; aheadMs: number; dossiers: number },
): Promise<Measured> {
  const due = Date.parse(dueAt) - aheadMs;
  let rowsMs = 0;
  for (;;) {
    const passed = Date.now() - due;
    const until = Math.min(Date.now(), due + 15_000) + aheadMs;
    const values = [dueAt, new Date(until).toISOString()];
    const [standing] = await bulk.query<Standing>(STANDING, values);
    if (standing === undefined) throw new Error('Nothing was counted');
    if (rowsMs === 0 && standing.told === dossiers) rowsMs = Date.now() - due;
    if (rowsMs > 0 && standing.open === 0) return { rowsMs, sentMs: Date.now() - due, standing };
    if (passed > LATEST_MS) throw new Error(`Not done: ${JSON.stringify(standing)}`);
    await pause(LOOK_MS);
  }
}

const line = (name: string, text: string): void => {
  process.stdout.write(`  ${name.padEnd(36)}${text}\n`);
};

/** How far the clock of the office is ahead of the machine's. */
async function aheadOf(bulk: Bulk): Promise<number> {
  const [row] = await bulk.query<{ readonly ms: number }>(
    'select (extract(epoch from office_at - machine_at) * 1000)::float8 as ms from office_clock',
  );
  if (row === undefined) throw new Error('The clock was not set');
  return Math.round(row.ms);
}

/** So many dossiers due in one second, with the orders kept in PostgreSQL or in Redis. */
export async function herd(
  kind: 'postgresql' | 'redis',
  { dossiers, communes, leadMs }: HerdAsked,
): Promise<void> {
  const place = await openPlace({ dossiers: Array<number>(communes).fill(10), days: 20 });
  const room = await MailRoom.open();
  const redis = kind === 'redis' ? await OwnRedis.start() : undefined;
  const product = await startProduct(
    place,
    {
      ...{ NODE_ENV: 'development', MOTCUA_CLOCK: `${monday()}@1` },
      ...{ SMTP_URL: `smtp://127.0.0.1:${room.port}`, MOTCUA_MAIL_FROM: 'motcua@xa.example' },
      ...(redis !== undefined && { REDIS_URL: redis.url }),
    },
    [],
  );
  const bulk = await Bulk.open(place.superuserUrl);
  try {
    const all = await communesOf(place);
    const [first] = all;
    if (first === undefined) throw new Error('No commune');
    const counter = (await Officer.seated(place.superuserUrl, first.id, ['reception']))(
      ...([product.port, 8] as const),
    );
    const idle = await paced(counter, pause(IDLE_MS));
    const aheadMs = await aheadOf(bulk);
    const dueAt = new Date(
      Math.ceil((Date.now() + aheadMs + leadMs) / 1_000) * 1_000,
    ).toISOString();
    const seeds: string[] = [];
    for (const commune of all)
      seeds.push(await seedOf(commune, { ...{ place, dueAt }, port: product.port }));
    await bulk.query(
      `insert into contact (user_id, email, changed_at)
       select id, id || '@xa.example', now() from office_user on conflict do nothing`,
    );
    const each = Math.ceil(dossiers / all.length);
    await multiply(bulk, seeds, { each, dueAt });
    const ahead = Date.parse(dueAt) - aheadMs - Date.now();
    if (ahead < 1_000) throw new Error(`The copies took too long: ${ahead} ms are left`);
    await pause(ahead);
    const watching = watched(bulk, { dueAt, aheadMs, dossiers: each * all.length });
    const busy = await paced(counter, watching);
    const { rowsMs, sentMs, standing } = await watching;
    counter.leave();
    process.stdout.write(
      `${each * all.length} dossiers of ${all.length} communes due in one second, orders in ${kind}, load ${loadavg()
        .map((one) => one.toFixed(1))
        .join(' ')}\n`,
    );
    line('all alerts on record', `${(rowsMs / 1_000).toFixed(1)} s (${standing.rows} rows)`);
    line('all pushes of the moment sent', `${(sentMs / 1_000).toFixed(1)} s (${standing.pushes})`);
    line(
      'letters',
      `${room.arrived.length} to ${new Set(room.arrived.map(({ to }) => to[0])).size} people`,
    );
    const [calm, loaded] = [quantile(idle, 0.95), quantile(busy, 0.95)];
    line('p95 at the counter, idle / meanwhile', `${calm.toFixed(1)} / ${loaded.toFixed(1)} ms`);
    line('meanwhile ÷ idle', (loaded / calm).toFixed(2));
  } finally {
    await bulk.close();
    await product.stop();
    await redis?.end();
    await room.close();
    await place.close();
  }
}
