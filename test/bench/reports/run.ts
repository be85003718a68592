import { asSuperuser } from '../../support/database-template.ts';
import { Officer } from '../commands/officer.ts';
import { startProduct } from '../commands/product.ts';
import { communesOf, openPlace, type Place } from '../loader/place.ts';
import { ByHand } from './by-hand.ts';
import { alone, answered, race, say } from './figures.ts';
import { issueAll } from './issuing.ts';
import { BESIDES, OF_A_COMMUNE, daysBefore, pathOf, spanOf } from './questions.ts';

// npm run bench:reports -- commune 250000 | city 250000 4000 | issue 4000 4000: of so many dossiers in the first
// commune, so many in each of the 113 others; then how often each is asked.
const [who = 'commune', first = '250000', others = '4000', runs = '15'] = process.argv.slice(2);
if (who !== 'commune' && who !== 'city' && who !== 'issue')
  throw new Error('commune, city or issue');
const COMMUNES = who === 'commune' ? 3 : 114;
const RUNS = Number(runs);

const cityOf = ({ superuserUrl }: Place): Promise<number> =>
  asSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `select id from motcua.unit where kind = 'city'`,
    );
    return rows[0]?.id ?? 0;
  });

/** Nobody here has a telephone with codes. */
const withoutCodes = ({ superuserUrl }: Place): Promise<unknown> =>
  asSuperuser(superuserUrl, (client) =>
    client.query(`update motcua.unit set settings = settings || '{"secondFactor": "optional"}'`),
  );

const place = await openPlace({
  dossiers: [Number(first), ...Array<number>(COMMUNES - 1).fill(Number(others))],
  days: 365,
});
await withoutCodes(place);
const [communes, city] = [await communesOf(place), await cityOf(place)];
const [commune] = communes;
if (commune === undefined) throw new Error('No commune');
const units = who === 'city' ? communes.map(({ id }) => id) : [commune.id];
const unit = who === 'city' ? city : commune.id;
const [month, year] = daysBefore(Date.now());

const product = await startProduct(place);

async function ask(): Promise<void> {
  const role = who === 'city' ? 'cityReader' : 'reporter';
  const officer = (await Officer.seated(place.superuserUrl, unit, [role]))(product.port, 1);
  const hand = await ByHand.open(place.superuserUrl);
  say(`${who}, ${units.length} units`.padEnd(36) + '      p50      p95  by hand   ratio');
  const asked = [...BESIDES, ...(who === 'commune' ? OF_A_COMMUNE : [])];
  for (const { name, period } of [month, year]) {
    const path = pathOf('ii06b?by=field', unit, period);
    // What is done once in the life of a process.
    await answered(officer, path);
    const span = spanOf(units, period);
    await race(officer, hand, { name: `${name}: II.06b by field`, path, span, runs: RUNS });
    for (const each of asked) {
      const besides = { name: `${name}: ${each}`, path: pathOf(each, unit, period) };
      await alone(officer, { ...besides, runs: Math.ceil(RUNS / 5) });
    }
  }
  officer.leave();
  await hand.close();
}

try {
  if (who === 'issue') await issueAll(place, product, { communes, month });
  else await ask();
} finally {
  await product.stop();
  await place.close();
}
