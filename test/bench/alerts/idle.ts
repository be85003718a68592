import { loadavg } from 'node:os';
import { glance } from '../../../backend/src/alerts/sweep/glance.ts';
import { createDataSource } from '../../../backend/src/platform/database/data-source.ts';
import { Tenancy } from '../../../backend/src/platform/database/tenancy.ts';
import { Bulk } from '../loader/bulk.ts';
import { openPlace } from '../loader/place.ts';
import { quantile } from './paced.ts';

const LOOKS = 400;

const COLUMNS = `select attname as name from pg_attribute
  where attrelid = 'dossier'::regclass and attnum > 0 and not attisdropped`;

/** What differs from one to the next; the rest is as the first has it. */
const OWN: Readonly<Record<string, string>> = {
  ...{ id: 'gen_random_uuid()', code: "code || '-' || n", official_code: 'null' },
  ...{ external_code: 'null', source: 'null' },
  next_signal_at: "$2::timestamptz + random() * interval '30 days'",
};

/** As often as there are to be: a dossier that is open, with a signal somewhere in the next thirty days. */
const multiply = (columns: readonly string[]): string =>
  `insert into dossier (${columns.join(', ')})
   select ${columns.map((name) => OWN[name] ?? name).join(', ')}
   from (select * from dossier where finished_at = 'infinity' order by id limit 1) as one,
     generate_series(1, $1::int) as n`;

/** What is due by now is no longer: an office in which nothing is to be looked at. */
const IDLE = `update dossier set next_signal_at = $1::timestamptz + interval '1 day'
  where next_signal_at <= $1::timestamptz + interval '1 day'`;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const line = (name: string, times: readonly number[]): string =>
  `  ${name.padEnd(16)}${[0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(2).padStart(8)).join('')}\n`;

/** What a look costs that finds nothing, beside the cheapest question there is. */
export async function idle(open: number): Promise<void> {
  const place = await openPlace({ dossiers: [2_000], days: 60 });
  const dataSource = createDataSource({ url: place.appUrl, onPoolError: () => undefined });
  const bulk = await Bulk.open(place.superuserUrl);
  try {
    const now = new Date().toISOString();
    const columns = await bulk.query<{ readonly name: string }>(COLUMNS, []);
    const all = multiply(columns.map(({ name }) => name));
    await bulk.withoutIndexes(() => bulk.query(all, [open, now]));
    await bulk.query(IDLE, [now]);
    await bulk.query('vacuum analyze dossier');
    await dataSource.initialize();
    const tenancy = new Tenancy(dataSource);
    const [looks, bare]: [number[], number[]] = [[], []];
    // In turn, so that a busy moment of the machine meets both.
    for (let look = 0; look < LOOKS; look += 1) {
      looks.push(await timed(() => glance(tenancy)));
      bare.push(await timed(() => dataSource.query('select 1')));
    }
    const ratio = quantile(looks, 0.5) / quantile(bare, 0.5);
    process.stdout.write(
      `${open} open dossiers, ${LOOKS} looks (p50, p95, p99, ms), load ${loadavg()
        .map((one) => one.toFixed(1))
        .join(' ')}\n${line('idle sweep', looks)}${line('select 1', bare)}`,
    );
    process.stdout.write(`  idle sweep ÷ select 1: ${ratio.toFixed(2)}\n`);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await bulk.close();
    await place.close();
  }
}
