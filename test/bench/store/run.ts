import { Pool } from 'pg';
import { instant } from '#domain/working-time';
import { EventStore } from '../../../backend/src/dossiers/store/event-store.service.ts';
import { wireTypes } from '../../../backend/src/platform/database/wire-types.ts';
import { createDataSource } from '../../../backend/src/platform/database/data-source.ts';
import { Tenancy } from '../../../backend/src/platform/database/tenancy.ts';
import { communesOf, openPlace } from '../loader/place.ts';
import { lifeOf } from '../../support/random-life.ts';
import { anAppend, stateAfter, withStorableIds } from '../../support/stored-life.ts';
import { type Design, designs } from './designs.ts';

// Slices of one second, taken in turn, so that a busy moment of the machine meets every design.
const ROUNDS = 5;
const SLICE_MS = 1_000;
const CLIENTS = Number(process.argv[2] ?? 8);
const UNITS = 114;

const born = stateAfter(withStorableIds(lifeOf([]).history));
const feed = [{ op: 'changed', type: 'dossier', id: 'x', at: instant(0) }];

const slice = async (design: Design, units: readonly number[]): Promise<number> => {
  const until = performance.now() + SLICE_MS;
  let done = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      done += 1;
      const unit = units[done % units.length] ?? 1;
      await design.keep(anAppend(unit, born, { unitCode: 'H24.99', feed }));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (done * 1_000) / SLICE_MS;
};

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const place = await openPlace({ dossiers: Array<number>(UNITS).fill(0), days: 1 });
const dataSource = createDataSource({
  url: place.appUrl,
  onPoolError: () => undefined,
  connections: CLIENTS,
});
await dataSource.initialize();
const pool = new Pool({
  connectionString: place.appUrl,
  max: CLIENTS,
  pipeline: true,
  types: wireTypes,
  options: '-c search_path=motcua,pg_temp -c timezone=UTC',
});
const units = (await communesOf(place)).map(({ id }) => id);
const list = designs(pool, new EventStore(new Tenancy(dataSource)));
const speeds = new Map<string, number[]>(list.map(({ name }) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const design of list) {
    const speed = await slice(design, units);
    if (round > 0) speeds.get(design.name)?.push(speed);
  }
}
for (const [name, all] of speeds) {
  const spread = `${Math.round(Math.min(...all))}–${Math.round(Math.max(...all))}`;
  process.stdout.write(`${Math.round(median(all))}/s (${spread})  ${name}\n`);
}
await pool.end();
await dataSource.destroy();
await place.close();
