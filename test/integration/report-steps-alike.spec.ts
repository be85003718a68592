import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import {
  reportIssuesPath,
  reportsPath,
  type IssueAnswer,
  type StepsAnswer,
} from '#contract/reports';
import type { DossierEvent } from '#domain/dossier';
import { EventStore } from '../../backend/src/dossiers/index.ts';
import { ReportsModule } from '../../backend/src/reports/index.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';
import { aProcedure } from '../support/office.ts';
import { lifeOf, wishes, type Wish } from '../support/random-life.ts';
import { withStorableIds } from '../support/stored-life.ts';
import { storable } from '../support/stored-report.ts';

const LIVES = 250;
/** In no catalogue of the product's own: its first version is the one these lives live by. */
const CODE = '1.000123';
const NOW = '2026-06-01T09:00:00+07:00';

/** What is known at this very moment is told from whole histories, by whatever way the other answer comes. */
const FROM_HISTORIES = `&asOf=${encodeURIComponent(NOW)}`;

const PERIODS = [
  'from=2026-02-12&to=2026-02-13',
  'from=2026-02-14&to=2026-02-26',
  'from=2026-02-01&to=2026-05-31',
];
const COLUMNS = ['handled', 'partlyLate', 'partlyLateOpen'] as const;

let app: DossiersApp;
let director: string;

const get = async <Body>(path: string): Promise<Body> => {
  const { status, body } = await app.ask<Body>(director, `GET ${reportsPath}/${path}`);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return body;
};

const told = async (query: string) => {
  const { rows, total, refusals, stood } = await get<StepsAnswer>(`steps?${query}`);
  return { rows, total, refusals, stood };
};

const named = async (query: string): Promise<readonly string[]> => {
  const { items } = await get<Page<DossierItem>>(`steps/dossiers?${query}&limit=100`);
  return items.map(({ id }) => id);
};

const storedLife = (list: readonly Wish[]): readonly DossierEvent[] => {
  const { history } = lifeOf(list);
  const text = JSON.stringify(withStorableIds(history)).replaceAll('"1.004873"', `"${CODE}"`);
  return JSON.parse(text) as readonly DossierEvent[];
};

beforeAll(async () => {
  app = await DossiersApp.open(NOW, [ReportsModule], {
    unsound: 'its lives were led by an office that is not in its catalogues',
  });
  const code = 'H24.76';
  const unit = await aUnitRow(app.database, code);
  director = `director@${unit}`;
  const { steps } = aProcedure();
  const body = {
    ...{ unitId: unit, code: CODE, name: 'Trích lục', field: 'Hộ tịch', steps },
    ...{ onlineLevel: 'full', effectiveFrom: '2026-01-01' },
    limits: { statutory: { kind: 'workingDays', amount: 3 } },
  };
  const made = await app.ask<Problem>(`admin@${unit}`, 'POST /api/v1/procedures', { body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const lives = fc.sample(wishes(), { numRuns: LIVES, seed: 763 }).map(storedLife);
  const appends = lives.map((history) => storable(history, { unit, unitCode: code }).append);
  const { tenancy } = app.database;
  await tenancy.within({ units: [unit] }, (transaction) =>
    new EventStore(tenancy).appendMany(appends, transaction),
  );
}, 120_000);
afterAll(() => app.close());

describe('a report by steps, from as much of each history as it needs', () => {
  it.each(PERIODS)('tells what whole histories tell: %s', async (period) => {
    for (const by of ['step', 'department']) {
      const answer = await told(`${period}&by=${by}`);
      expect(answer.total.handled).toBeGreaterThan(0);
      expect(answer).toEqual(await told(`${period}&by=${by}${FROM_HISTORIES}`));
      // What is over was remembered meanwhile, and tells the same again.
      expect(await told(`${period}&by=${by}`)).toEqual(answer);
    }
  });

  it('names whom whole histories name', async () => {
    const [period = ''] = PERIODS;
    const { rows } = await told(period);
    expect(rows.map(({ key }) => key)).toEqual(['receive', 'appraise', 'issue']);
    for (const { key } of [...rows, { key: 'total' }]) {
      for (const column of COLUMNS) {
        const cell = `${period}&row=${key}&column=${column}`;
        expect(await named(cell)).toEqual(await named(`${cell}${FROM_HISTORIES}`));
      }
    }
  });
});

describe('the text of a report, from as much of each history as it needs', () => {
  /** Who stands in the sentences that ask for more than a row of facts. */
  const CELLS = [
    ['steps', 'total', 'partlyLate'],
    ['steps', 'total', 'partlyLateOpen'],
    ['stood', 'awaitingSupplement', 'dossiers'],
    ['refusals', 'total', 'dossiers'],
    ['apologies', 'total', 'dossiers'],
    ['outOfArea', 'total', 'dossiers'],
    ['bundled', 'total', 'dossiers'],
  ] as const;

  const standing = async (id: string): Promise<Readonly<Record<string, readonly string[]>>> => {
    const found: Record<string, readonly string[]> = {};
    for (const [form, row, column] of CELLS) {
      const cell = new URLSearchParams({ section: 'main', form, row, column, limit: '100' });
      const path = `GET ${reportIssuesPath}/${id}/dossiers?${cell.toString()}`;
      const { status, body } = await app.ask<Page<DossierItem>>(director, path);
      if (status !== 200) throw new Error(JSON.stringify(body));
      found[`${form} ${row} ${column}`] = body.items.map((item) => item.id);
    }
    return found;
  };

  it('names whom whole histories name', async () => {
    const main = { from: '2026-02-01', to: '2026-05-31' };
    const drawn = await app.ask<IssueAnswer>(director, `POST ${reportIssuesPath}`, {
      body: { template: 'monthly', periods: { main } },
    });
    const { id } = drawn.body;
    const named = await standing(id);
    for (const cell of ['steps total partlyLate', 'apologies total dossiers']) {
      expect(named[cell]).not.toEqual([]);
    }
    // Without courses every history is read.
    await app.database.asRoot('delete from dossier_course');
    expect(await standing(id)).toEqual(named);
  });
});
