import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreatedDossier, DossierAnswer } from '#contract/dossiers';
import type { CityReports } from '#contract/reports';
import { EVALUATION_PASSWORD, evaluationAccounts } from '../../backend/src/evaluation/index.ts';
import { findingsIn } from '../support/books.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { EvaluationApp } from '../support/evaluation-app.ts';
import type { Browser } from '../support/office-app.ts';

const NOW = '2026-03-12T10:00:00+07:00';
const password = EVALUATION_PASSWORD;

let database: TestDatabase;
let app: EvaluationApp;
let played: Awaited<EvaluationApp['evaluation']['done']>;

beforeAll(async () => {
  database = await openDatabase();
  app = await EvaluationApp.start(database, NOW);
  played = await app.evaluation.done;
}, 400_000);

afterAll(async () => {
  await app.close();
  await database.close();
});

const signedIn = async (username: string): Promise<Browser> => {
  const browser = app.browser();
  const answer = await browser.signIn(username, { password });
  if (answer.status !== 200) throw new Error(`${username}: ${JSON.stringify(answer.body)}`);
  return browser;
};

const one = async <Row extends object>(sql: string): Promise<Row> => {
  const [row] = await database.asRoot<Row>(sql);
  if (row === undefined) throw new Error('no row');
  return row;
};

const share = async (condition: string, among = 'true'): Promise<number> => {
  const { share: found } = await one<{ share: number }>(
    `select avg(case when ${condition} then 1 else 0 end)::float8 as share from dossier where ${among}`,
  );
  return found;
};

const has = (type: string): string =>
  `exists (select from dossier_event as event where event.dossier_id = dossier.id and type = '${type}')`;

/**
 * Whoever would have been told one by one, had the month been watched as it passed: old news counts, too. What is
 * only to be known (`info`) waits for the digest.
 */
const BUSIEST = `select count(distinct alert.id)::int as told from alert
  left join membership on membership.unit_id = alert.unit_id and alert.desk_role = any (membership.roles)
    and (alert.department_code is null or alert.department_code = membership.department_code)
  where bundle_at is null and dossier_id is not null and severity <> 'info'
  group by coalesce(alert.user_id, membership.user_id::text),
    (raised_at at time zone interval '7 hours')::date
  order by told desc limit 1`;

const DUE = `select 1 as one from dossier where next_signal_at <= $1 limit 1`;

describe('the warnings of the living month', () => {
  it('are fewer than sixteen a day for everybody, beside the lines of the counter', async () => {
    while ((await database.asRoot(DUE, [NOW])).length > 0) await app.sweep();
    const [{ told } = { told: 0 }] = await database.asRoot<{ told: number }>(BUSIEST);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(15);
  });
});

describe('a stranger who starts the product with nothing configured', () => {
  it.each(
    evaluationAccounts().map(({ username, roles, unitCode }) => ({ username, roles, unitCode })),
  )('signs in as $username without a second factor', async ({ username, roles, unitCode }) => {
    const { status, body } = await app.browser().signIn(username, { password });
    expect(status).toBe(200);
    const { units } = body;
    expect(units.find(({ code }) => code === unitCode)?.roles.toSorted()).toEqual(roles.toSorted());
  });

  it('sees the city reach down to the commune', async () => {
    const { body } = await app.browser().signIn('thanhpho', { password });
    expect(body.units.map(({ code, name }) => [code, name])).toContainEqual(['H24.99', 'Xã Mẫu']);
  });

  it('receives, asks a supplement, resumes and issues a result, each as whom it belongs to', async () => {
    const reception = await signedIn('tiepnhan');
    const officer = await signedIn('xuly');
    const { status, body } = await reception.post<CreatedDossier>('/api/v1/dossiers', {
      procedureCode: '1.004873',
      channel: 'direct',
      applicant: { name: 'Nguyễn Văn An' },
    });
    expect(status).toBe(201);
    expect(body.dueAt).toBe('2026-03-17T17:00:00+07:00');
    const act = async (who: Browser, command: string, version: number, sent: object = {}) =>
      who.post<DossierAnswer>(`/api/v1/dossiers/${body.id}/${command}`, sent, {
        'if-match': `"${version}"`,
      });
    const asked = await act(officer, 'request-supplement', body.version, {
      items: 'Giấy tờ tùy thân',
      reason: 'thiếu bản chính',
    });
    expect(asked.body).toMatchObject({ state: 'awaitingSupplement', dueAt: null });
    const resumed = await act(reception, 'receive-supplement', asked.body.version);
    expect(resumed.body.dueAt).not.toBeNull();
    const issued = await act(officer, 'issue-result', resumed.body.version);
    expect(issued.body.state).toBe('resultReady');
  });
});

describe('the city of the trial', () => {
  it('has units whose reports have come differently far, and one it has heard nothing of', async () => {
    const reader = await signedIn('thanhpho');
    const days = { from: '2026-01-15', to: '2026-02-14' };
    const query = new URLSearchParams({ report: 'monthly', ...days }).toString();
    const { body } = await reader.get<CityReports>(`/api/v1/city/reports?${query}`);
    expect(body.items.map(({ unit, issue }) => [unit.code, issue?.state])).toEqual([
      ['H24.91', 'accepted'],
      ['H24.92', 'sent'],
      ['H24.93', 'returnedByCity'],
      ['H24.94', 'issued'],
      ['H24.95', 'draft'],
      ['H24.96', undefined],
      ['H24.99', 'draft'],
    ]);
  });
});

describe('the living month', () => {
  it('has about 2,500 dossiers, played without one refusal', async () => {
    const { count } = await one<{ count: number }>('select count(*)::int as count from dossier');
    expect(count).toBeGreaterThan(1_700);
    expect(count).toBeLessThan(2_900);
    expect(played?.refusals).toEqual([]);
    const { stuck } = await one<{ stuck: number }>(
      `select count(*)::int as stuck from dossier where finished_at = 'infinity'
         and received_at < '2026-02-05'`,
    );
    expect(stuck).toBe(0);
  });

  it.each([
    ['online', "channel = 'online'", 0.999, 0.003],
    ['chứng thực', "field = 'Chứng thực'", 0.84, 0.04],
    ['refused', "outcome = 'refused'", 0.007, 0.006],
    ['with a fee', has('feeCharged'), 0.85, 0.03],
  ])('is %s as often as the real reports', async (_what, condition, expected, within) => {
    const found = await share(condition);
    expect(found).toBeGreaterThan(expected - within);
    expect(found).toBeLessThan(expected + within);
  });

  it.each([
    ['digitised', 'componentsDigitised', 0.998, 0.006],
    ['kept in the store', 'archivedToStore', 0.69, 0.05],
    ['given an electronic result', 'electronicResultIssued', 0.84, 0.05],
  ])('is %s as often as the real reports', async (_what, type, expected, within) => {
    const found = await share(has(type), "outcome = 'issued'");
    expect(found).toBeGreaterThan(expected - within);
    expect(found).toBeLessThan(expected + within);
  });

  it('is mostly done on the day it came', async () => {
    const sameDay = `finished_at < (received_at at time zone interval '7 hours')::date + 1`;
    expect(await share(sameDay)).toBeGreaterThan(0.85);
  });

  it('leaves little open, most of it waiting for a supplement, one of it late', async () => {
    const open = `finished_at = 'infinity' and received_at is not null and linked_to is null and source is not null
      and unit_id = (select id from unit where code = 'H24.99')`;
    const rows = await database.asRoot<{ state: string; late: boolean }>(
      `select state, due_at < '${NOW}'::timestamptz as late from dossier
       where ${open}`,
    );
    const waiting = rows.filter(({ state }) => state === 'awaitingSupplement');
    expect(rows.length).toBeLessThan(40);
    expect(waiting.length).toBeGreaterThan(rows.length / 2);
    expect(rows.filter(({ late }) => late)).toHaveLength(1);
  });

  it('is told by five sources, some dossiers by several, two of them long not asked', async () => {
    const { names, shared } = await one<{ names: number; shared: number }>(
      `select count(distinct source)::int as names,
         (count(*) - count(distinct dossier_id))::int as shared from source_record`,
    );
    expect(names).toBe(5);
    expect(shared).toBeGreaterThan(50);
    const stale = await database.asRoot<{ source: string }>(
      `select distinct source from dossier where source is not null and as_of is not null`,
    );
    expect(stale).toHaveLength(2);
  });

  it('has three cases of liên thông, each counted once', async () => {
    const { linked } = await one<{ linked: number }>(
      `select count(*)::int as linked from dossier where linked_to is not null
         and unit_id = (select id from unit where code = 'H24.99')`,
    );
    expect(linked).toBe(3);
  });

  it('stands up to every check of the books', async () => {
    expect(await findingsIn(database.tenancy)).toEqual([]);
  }, 400_000);
});
