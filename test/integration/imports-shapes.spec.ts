import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossiersPath } from '#contract/dossiers';
import { rowsOf } from '#domain/import';
import { ImportDesk } from '../support/import-desk.ts';
import { keptLines } from '../support/kept-lines.ts';
import { LIST_SHAPES, listShapes, type Cells } from '../support/list-shapes.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const EXPORTED = '2026-03-19T08:00:00+07:00';

interface Desk {
  readonly unitId: number;
  readonly ending: string;
  readonly browser: Browser;
  readonly desk: ImportDesk;
}

let office: OfficeApp;
let city: number;
let first: Desk;
let list: Cells;

const deskIn = async (ending: string): Promise<Desk> => {
  const unitId = await office.unit({ code: `H24.${ending}`, parentId: city });
  const name = `dulieu${ending}`;
  await office.person(name, { unitId, roles: ['dataOfficer', 'director'] });
  const browser = await office.signedIn(name);
  return { unitId, ending, browser, desk: new ImportDesk(browser) };
};

const at = (day: number, time = '08:00'): string =>
  `2026-03-${String(day).padStart(2, '0')}T${time}:00+07:00`;
const told = (type: string, moment: string): object => ({ type, at: moment });

/** What may become of a dossier, as far as a row can tell it. */
const LIVES: readonly (readonly object[])[] = [
  [told('submitted', at(1, '20:00'))],
  [told('submitted', at(1, '20:00')), told('refused', at(2, '09:00'))],
  [told('received', at(2))],
  [told('received', at(2)), told('supplementRequested', at(3, '09:30'))],
  [
    ...[told('received', at(2)), told('supplementRequested', at(3))],
    ...[told('supplementReceived', at(5)), told('resultIssued', at(12, '07:59'))],
    told('returned', at(13)),
  ],
  [told('received', at(2)), told('withdrawn', at(4))],
];

const lines = LIVES.flatMap((events, life) =>
  [undefined, at(18, '17:00')].map((dueAt, promised) => ({
    externalCode: `H24-260302-${life}${promised}`,
    ...{
      source: 'mot-cua-hai-phong',
      procedureCode: '9.000001',
      procedureName: 'Cấp "bản sao"; <2>',
    },
    ...{ field: 'Hộ tịch, chứng thực', channel: promised === 0 ? 'online' : 'direct' },
    applicant: { kind: 'person', name: 'Lê & Đào', phone: '0912345678' },
    ...(dueAt !== undefined && { dueAt }),
    events,
  })),
);

const listOf = async ({ browser }: Desk): Promise<Cells> => {
  const file = await browser.file({
    ...{ method: 'POST', url: `${dossiersPath}/export` },
    body: { reason: 'Bàn giao', format: 'csv' },
  });
  return [...rowsOf(file, ',')].map(({ cells }) => cells).filter((cells) => cells.length > 1);
};

const sorted = (cells: Cells): readonly string[] => cells.map((row) => row.join('\t')).toSorted();

/** Own codes are given in the order in which rows come. */
const eventsIn = (desk: Desk): Promise<readonly string[]> =>
  keptLines({ office, ...desk }, 'dossier_event', ['recorded_at', 'actor', 'payload']);

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-20T09:00:00+07:00@0' });
  city = await office.unit({ code: 'H24', kind: 'city' });
  const origin = await deskIn('10');
  const brought = await origin.desk.lines(lines, { exportedAt: EXPORTED });
  expect(brought.counts).toMatchObject({ new: lines.length, wrong: 0 });
  list = await listOf(origin);
  expect(list).toHaveLength(lines.length + 1);
  first = await deskIn('11');
  await first.desk.brought(LIST_SHAPES['a file of commas'](list), { exportedAt: EXPORTED });
});
afterAll(() => office.close());

describe('the dossiers of a unit as a list', () => {
  it.each(listShapes.map((shape, index) => [shape, String(20 + index)] as const))(
    'are the same dossiers where there were none, brought as %s',
    async (shape, ending) => {
      const empty = await deskIn(ending);
      const content = LIST_SHAPES[shape](list);
      const fields = { profile: 'dossiers-national', exportedAt: EXPORTED };
      const taken = await empty.desk.upload(content, fields);
      expect(taken.status).toBe(202);
      const done = await empty.desk.ended(taken.body.id);
      expect(done).toMatchObject({ state: 'done', counts: { new: lines.length, wrong: 0 } });
      expect(sorted(await listOf(empty))).toEqual(sorted(list));
      expect(await eventsIn(empty)).toEqual(await eventsIn(first));
    },
  );

  it.each(['rows between tabs', 'a table copied from a page'] as const)(
    'say nothing new where they are, pasted as %s',
    async (shape) => {
      const again = await first.desk.brought(LIST_SHAPES[shape](list), { exportedAt: EXPORTED });
      expect(again.counts).toMatchObject({ unchanged: lines.length, changed: 0, wrong: 0 });
    },
  );
});
