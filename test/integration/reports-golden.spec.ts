import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { DigitisationAnswer, Ii06bAnswer, IndicatorsAnswer } from '#contract/reports';
import { II06B_COLUMNS } from '#domain/report';
import { Bulk } from '../bench/loader/bulk.ts';
import { CATALOGUE } from '../golden/catalogue.ts';
import { playRecipe } from '../golden/histories.ts';
import { readPrintedTable } from '../golden/printed-table.ts';
import { readRecipes, type Recipe } from '../golden/recipe.ts';
import { OfficeApp, type Browser } from '../support/office-app.ts';
import { storable } from '../support/stored-report.ts';

let office: OfficeApp;
let reporter: Browser;
const units = new Map<string, number>();

const GOLDEN = readRecipes();
const codeOf = (recipe: Recipe): string => `H24.${GOLDEN.indexOf(recipe) + 10}`;

async function load(recipe: Recipe, unit: number): Promise<void> {
  const home = { unit, unitCode: codeOf(recipe) };
  const appends = playRecipe(recipe).map(({ history }) => storable(history, home).append);
  const bulk = await Bulk.open(office.database.rootUrl);
  await bulk.keep(appends);
  await bulk.query('vacuum analyze');
  await bulk.close();
}

/** The procedures of the histories, as an administrator enters them. */
async function catalogue(city: number): Promise<void> {
  const admin = await office.signedIn('quantri');
  for (const { snapshot, rules } of CATALOGUE) {
    const { code, field, authority, onlineLevel } = snapshot;
    const { status } = await admin.post('/api/v1/procedures', {
      ...{ unitId: city, code, name: `Thủ tục ${code}`, field, authority, onlineLevel },
      limits: rules.limits,
    });
    expect([201, 409]).toContain(status);
  }
}

const RECIPES = GOLDEN.map((recipe) => [recipe.unit, recipe] as const);

beforeAll(async () => {
  office = await OfficeApp.open(
    { MOTCUA_CLOCK: '2026-06-01T09:00:00+07:00@0' },
    { unsound: 'its histories live by the rules of a played catalogue' },
  );
  const city = await office.unit({ code: 'H24', kind: 'city' });
  for (const [, recipe] of RECIPES) {
    const unit = await office.unit({ code: codeOf(recipe), parentId: city });
    units.set(recipe.unit, unit);
    await load(recipe, unit);
  }
  await office.person('quantri', { unitId: city, roles: ['admin'] });
  await catalogue(city);
  await office.person(
    'baocao',
    ...[...units.values()].map((unitId) => ({ unitId, roles: ['reporter'] as const })),
  );
  await office.person('thanhpho', { unitId: city, roles: ['cityReader'] });
  reporter = await office.signedIn('baocao');
}, 300_000);
afterAll(() => office.close());

const query = ({ unit, from, to }: Recipe): string =>
  `from=${from}&to=${to}&unitId=${units.get(unit)}`;

const get = async <Body>(url: string, browser = reporter): Promise<Body> => {
  const { status, body } = await browser.get<Body>(`/api/v1/reports/${url}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};

const numbersOf = (row: Ii06bAnswer['total']) =>
  Object.fromEntries(II06B_COLUMNS.map((column) => [column, row[column]]));

async function listed(url: string): Promise<readonly DossierItem[]> {
  const items: DossierItem[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const next = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: Page<DossierItem> = await get(`${url}&limit=500${next}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

describe.each(RECIPES)('the published table of %s', (_unit, recipe) => {
  it('comes out number by number through the API', async () => {
    const printed = readPrintedTable(recipe.table);
    const report = await get<Ii06bAnswer>(`ii06b?${query(recipe)}`);
    const rows = Object.fromEntries(report.rows.map((row) => [row.key, numbersOf(row)]));
    expect(rows).toEqual(Object.fromEntries(printed.rows));
    expect(report.total).toEqual(printed.total);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks).toHaveLength(18);
    expect(report.notCounted).toBe(10);
    expect(report.withoutDueMoment).toBe(0);
  });

  it('opens every cell of its total into as many dossiers', async () => {
    const { total } = await get<Ii06bAnswer>(`ii06b?${query(recipe)}`);
    for (const column of II06B_COLUMNS) {
      // The great ones are opened by their complements: (3) = (7) + (13), all of them named once.
      if (total[column] > 1_000) continue;
      const items = await listed(`ii06b/dossiers?${query(recipe)}&column=${column}`);
      expect([column, new Set(items.map(({ id }) => id)).size]).toEqual([column, total[column]]);
    }
  });

  it('says the same by whatever rows it is told, and in 13 columns', async () => {
    const { total } = await get<Ii06bAnswer>(`ii06b?${query(recipe)}`);
    for (const by of ['procedure', 'department', 'channel', 'unit', 'responsible']) {
      expect((await get<Ii06bAnswer>(`ii06b?${query(recipe)}&by=${by}`)).total).toEqual(total);
    }
    const narrow = (await get<Ii06bAnswer>(`ii06b?${query(recipe)}&layout=13`)).total;
    expect(narrow).toMatchObject({
      resolvedOnTime: total.resolvedOnTime + total.rejected + total.withdrawn,
      pendingInTime: total.pendingInTime + total.pendingSupplement,
      ...{ rejected: 0, withdrawn: 0, pendingSupplement: 0 },
    });
  });

  it('is the population of Phụ lục 01 and of the ratios', async () => {
    const { total } = await get<Ii06bAnswer>(`ii06b?${query(recipe)}`);
    const files = await get<DigitisationAnswer>(`digitisation?${query(recipe)}`);
    expect([files.total.total, files.total.pending, files.total.resolved]).toEqual([
      ...[total.total, total.pending, total.resolved],
    ]);
    const { indicators } = await get<IndicatorsAnswer>(`indicators?${query(recipe)}`);
    const online = indicators.find(({ indicator }) => indicator === 'onlineReceipts');
    expect(online).toMatchObject({
      numerator: total.onlineInPeriod,
      denominator: total.onlineInPeriod + total.directOrPostInPeriod,
      missing: total.directOrPostInPeriod,
    });
    const missing = await listed(
      `indicators/dossiers?${query(recipe)}&row=onlineReceipts&part=missing`,
    );
    expect(missing).toHaveLength(total.directOrPostInPeriod);
    expect(missing.every(({ channel }) => channel !== 'online')).toBe(true);
  });
});

describe('whoever asks', () => {
  const [, recipe] = RECIPES[0] ?? [];
  if (recipe === undefined) throw new Error('No golden table');

  it('with two units says which one is meant; the city means all of them', async () => {
    const unsaid = await reporter.get(`/api/v1/reports/ii06b?from=${recipe.from}&to=${recipe.to}`);
    expect(unsaid).toMatchObject({ status: 422, body: { code: 'unit-required' } });
    const city = await office.signedIn('thanhpho');
    const me = await city.get<{ units: readonly { id: number; code: string }[] }>(
      '/api/v1/auth/me',
    );
    const top = me.body.units.find(({ code }) => code === 'H24')?.id;
    const url = `ii06b?from=${recipe.from}&to=${recipe.to}&unitId=${top}&by=unit`;
    const report = await get<Ii06bAnswer>(url, city);
    const alone = await get<Ii06bAnswer>(`ii06b?${query(recipe)}`);
    const row = report.rows.find(({ key }) => key === codeOf(recipe));
    expect(row && numbersOf(row)).toEqual(alone.total);
  });

  it('for a period that ends before it begins, or a cell there is none of, is told so', async () => {
    const unit = units.get(recipe.unit);
    const of = (url: string) => reporter.get(`/api/v1/reports/${url}&unitId=${unit}`);
    expect(await of('ii06b?from=2026-01-14&to=2025-12-15')).toMatchObject({
      status: 422,
      body: { code: 'period-ends-before-it-begins' },
    });
    expect(await of('ii06b/dossiers?from=2026-01-01&to=2026-01-14&column=x')).toMatchObject({
      status: 422,
      body: { code: 'report-cell-unknown' },
    });
    expect(await of('ii06b?from=2026-02-30&to=2026-03-14')).toMatchObject({ status: 400 });
  });
});
