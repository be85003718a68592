import { steeringDossiersPath, steeringPath, steeringTrendPath } from '#contract/steering';
import { escalationsPath } from '#contract/alerts';
import { asSuperuser } from '../../support/database-template.ts';
import { Officer } from '../commands/officer.ts';
import { startProduct } from '../commands/product.ts';
import { communesOf, openPlace } from '../loader/place.ts';

// npm run bench:steering -- 50 250000: how often each is asked, of how many dossiers.
const [runs = '50', dossiers = '250000'] = process.argv.slice(2);

const ASKED = {
  board: steeringPath,
  'what goes late': steeringDossiersPath,
  'everything open': `${steeringDossiersPath}?cell=open&limit=50`,
  'trend, 30 days': steeringTrendPath,
  'trend, 90 days': `${steeringTrendPath}?days=90`,
  'what has climbed': escalationsPath,
};

const quantile = (list: readonly number[], share: number): string =>
  ([...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0)
    .toFixed(1)
    .padStart(8);

const place = await openPlace({ dossiers: [Number(dossiers), 2_000, 2_000], days: 365 });
const [commune] = await communesOf(place);
if (commune === undefined) throw new Error('No commune');
const product = await startProduct(place);

const measure = async (who: string, officer: Officer): Promise<void> => {
  for (const [name, path] of Object.entries(ASKED)) {
    const times: number[] = [];
    for (let run = 0; run < Number(runs); run += 1) {
      const began = performance.now();
      const { status, text } = await officer.ask({ method: 'GET', path });
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
      times.push(performance.now() - began);
    }
    const said = [0.5, 0.95, 0.99].map((share) => quantile(times, share)).join('');
    process.stdout.write(`${`${who}: ${name}`.padEnd(36)}${said}\n`);
  }
};

try {
  process.stdout.write(`${''.padEnd(36)}     p50     p95     p99   (ms, ${runs} runs)\n`);
  // Nobody here has a telephone with codes.
  await asSuperuser(place.superuserUrl, (client) =>
    client.query(
      `update motcua.unit set settings = settings || '{"secondFactor": "optional"}' where id = $1`,
      [commune.id],
    ),
  );
  const led = await Officer.seated(place.superuserUrl, commune.id, ['director']);
  const director = led(product.port, 1);
  await measure('director', director);
  director.leave();
  // The department in which most lies.
  await asSuperuser(place.superuserUrl, (client) =>
    client.query(
      `update motcua.membership set roles = '{head}', department_code = (
         select holder_department from motcua.dossier where unit_id = $1
           and holder_department is not null group by 1 order by count(*) desc limit 1)
       where unit_id = $1 and roles = '{director}'`,
      [commune.id],
    ),
  );
  const head = led(product.port, 1);
  await measure('head', head);
  head.leave();
} finally {
  await product.stop();
  await place.close();
}
