import { Pool } from 'pg';
import { createDataSource } from '../../../backend/src/platform/database/data-source.ts';
import { Tenancy } from '../../../backend/src/platform/database/tenancy.ts';
import { wireTypes } from '../../../backend/src/platform/database/wire-types.ts';
import { asSuperuser } from '../../support/database-template.ts';
import { Officer, type Question } from '../commands/officer.ts';
import { startProduct } from '../commands/product.ts';
import { communesOf, openPlace, type Place } from '../loader/place.ts';
import { questionsFor, type ListQuestion, type Sample } from './questions.ts';
import { sendBare, statementsOf } from './statements.ts';

// npm run bench:lists -- 200 250000: how often each is asked, of how many dossiers.
const [runs = '200', dossiers = '250000', only = ''] = process.argv.slice(2);
const RUNS = Number(runs);
const SAMPLE = `select code, official_code as "officialCode", external_code as "externalCode", name, phone
  from motcua.dossier join motcua.applicant on dossier_id = id and applicant.unit_id = dossier.unit_id
  where dossier.unit_id = $1 and name like 'Đặng %' and official_code is not null
  order by received_at desc offset 500 limit 1`;

const quantile = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0;

const found = async (place: Place) => {
  const [commune] = await communesOf(place);
  if (commune === undefined) throw new Error('No commune');
  const [sample] = await asSuperuser(place.superuserUrl, async (client) => {
    return (await client.query<Sample>(SAMPLE, [commune.id])).rows;
  });
  if (sample === undefined) throw new Error('Nothing to look for');
  return { commune, sample };
};

const asked = ({ asks, query }: ListQuestion, cursor?: string): Question => {
  const all = { ...query, ...(cursor !== undefined && { cursor }) };
  if (asks === 'search') return { method: 'POST', path: '/api/v1/dossiers/search', body: all };
  const path = asks === 'list' ? '/api/v1/dossiers' : '/api/v1/dossiers/counts';
  return { method: 'GET', path: `${path}?${new URLSearchParams(all).toString()}` };
};

const answered = async (officer: Officer, question: Question): Promise<string> => {
  const { status, text } = await officer.ask(question);
  if (status !== 200) throw new Error(`${question.path}: ${status} ${text}`);
  return text;
};

const turned = async (officer: Officer, question: ListQuestion): Promise<Question> => {
  let cursor: string | undefined;
  for (let page = 0; page < (question.turned ?? 0); page += 1) {
    const text = await answered(officer, asked(question, cursor));
    cursor = (JSON.parse(text) as { nextCursor: string | null }).nextCursor ?? undefined;
  }
  return asked(question, cursor);
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const place = await openPlace({ dossiers: [Number(dossiers), 2_000, 2_000], days: 365 });
const { commune, sample } = await found(place);
const dataSource = createDataSource({ url: place.appUrl, onPoolError: () => undefined });
await dataSource.initialize();
const tenancy = new Tenancy(dataSource);
const pool = new Pool({
  ...{ connectionString: place.appUrl, max: 1, types: wireTypes },
  options: '-c search_path=motcua,pg_temp -c timezone=UTC',
});
const product = await startProduct(place);
const seated = await Officer.seated(place.superuserUrl, commune.id, ['reception', 'processing']);
const officer = seated(product.port, 1);

const measured = async (question: ListQuestion): Promise<string> => {
  const page = await turned(officer, question);
  const sent = await statementsOf(tenancy, commune, question);
  const [http, bare]: [number[], number[]] = [[], []];
  // In turn, so that a busy moment of the machine meets both.
  for (let run = 0; run < RUNS; run += 1) {
    http.push(await timed(() => answered(officer, page)));
    if ((question.turned ?? 0) === 0)
      bare.push(await timed(() => sendBare(pool, commune.id, sent)));
  }
  const times = [0.5, 0.95, 0.99].map((share) => quantile(http, share).toFixed(1).padStart(7));
  const sql = bare.length === 0 ? '' : quantile(bare, 0.5).toFixed(1);
  const ratio = bare.length === 0 ? '' : (quantile(http, 0.5) / quantile(bare, 0.5)).toFixed(2);
  return `${question.name.padEnd(36)}${times.join('')}${sql.padStart(9)}${ratio.padStart(7)}\n`;
};

try {
  process.stdout.write(
    `${''.padEnd(36)}    p50    p95    p99  SQL p50  ratio   (ms, ${RUNS} runs)\n`,
  );
  for (const question of questionsFor(commune, sample)) {
    if (question.name.includes(only)) process.stdout.write(await measured(question));
  }
} finally {
  officer.leave();
  await product.stop();
  await pool.end();
  await dataSource.destroy();
  await place.close();
}
