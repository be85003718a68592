import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ii06b, numbersOf, reportedDossierOf } from '#domain/report';
import { dayOf } from '#domain/working-time';
import { HistoryReader } from '../../backend/src/dossiers/index.ts';
import { isTellableByOthers, lineOf } from '../golden/as-lines.ts';
import { playRecipe } from '../golden/histories.ts';
import { readPrintedTable } from '../golden/printed-table.ts';
import { readRecipes, type Recipe } from '../golden/recipe.ts';
import { ImportDesk } from '../support/import-desk.ts';
import { at } from '../support/moment.ts';
import { OfficeApp } from '../support/office-app.ts';
import { until } from '../support/until.ts';

/** After everything that was played. */
const CLOCK = '2026-12-01T08:00:00+07:00@0';
const PATIENCE_MS = 280_000;
const HISTORIES = 500;

let office: OfficeApp;
let reader: HistoryReader;

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: CLOCK });
  await office.unit({ code: 'H24', kind: 'city' });
  reader = office.application.app.get(HistoryReader, { strict: false });
});
afterAll(() => office.close());

async function imported(unitId: number, code: string, content: string) {
  const username = `dulieu.${code.slice(-2)}`;
  await office.person(username, { unitId, roles: ['dataOfficer'] });
  const desk = new ImportDesk(await office.signedIn(username));
  const { status, body } = await desk.upload(content, { profile: 'dossiers-ndjson' });
  expect(status).toBe(202);
  return until(
    () => desk.get(body.id),
    ({ state }) => ['done', 'failed'].includes(state),
    PATIENCE_MS,
  );
}

/** Every dossier the unit has, as its stored events tell it. */
async function stored(unitId: number) {
  const rows = await office.database.asRoot<{ id: string }>(
    'select id from dossier where unit_id = $1 order by id',
    [unitId],
  );
  const ids = rows.map(({ id }) => id);
  const states = [];
  for (let from = 0; from < ids.length; from += HISTORIES) {
    states.push(...(await reader.read(unitId, ids.slice(from, from + HISTORIES))));
  }
  return states;
}

const shortest = (recipes: readonly Recipe[]): Recipe => {
  const [recipe] = recipes.toSorted((a, b) => a.dossiers - b.dossiers);
  if (recipe === undefined) throw new Error('No golden table');
  return recipe;
};

describe('the dossiers of a published table, brought in as another system exports them', () => {
  it(
    'give the published table number by number',
    async () => {
      const recipe = shortest(readRecipes());
      const told = playRecipe(recipe).filter(isTellableByOthers);
      const unitId = await office.unit({ code: 'H24.01' });
      const done = await imported(unitId, 'H24.01', told.map(lineOf).join('\n'));
      expect(done).toMatchObject({
        state: 'done',
        counts: { rows: told.length, new: told.length, wrong: 0, done: told.length },
      });

      const dossiers = (await stored(unitId)).map(([id, { history }]) =>
        reportedDossierOf(history, { id, unit: 'xa' }),
      );
      const printed = readPrintedTable(recipe.table);
      const period = { from: dayOf(at(recipe.from)), to: dayOf(at(recipe.to)) };
      const report = ii06b(dossiers, { ...period, names: { order: [...printed.rows.keys()] } });
      expect(report.rows.map(({ key, cells }) => [key, numbersOf(cells)])).toEqual([
        ...printed.rows,
      ]);
      expect(numbersOf(report.total)).toEqual(printed.total);
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    },
    PATIENCE_MS + 20_000,
  );
});
