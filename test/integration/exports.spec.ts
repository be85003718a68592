import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossiersPath, type CreatedDossier } from '#contract/dossiers';
import type { Ii06bAnswer } from '#contract/reports';
import { ImportDesk } from '../support/import-desk.ts';
import { keptLines } from '../support/kept-lines.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const REASON = 'Bàn giao cho chị Đào';
const OLD = '2026-03-18T08:00:00+07:00';
const NEW = '2026-03-19T08:00:00+07:00';

interface Desk {
  readonly unitId: number;
  readonly ending: string;
  readonly browser: Browser;
  readonly desk: ImportDesk;
}

let office: OfficeApp;
let [whole, split, empty, born]: Desk[] = [];

const deskIn = async (ending: string, parentId: number): Promise<Desk> => {
  const unitId = await office.unit({ code: `H24.${ending}`, parentId });
  const name = `dulieu${ending}`;
  await office.person(name, { unitId, roles: ['dataOfficer', 'director'] });
  const browser = await office.signedIn(name);
  return { unitId, ending, browser, desk: new ImportDesk(browser) };
};

const there = (desk: Desk | undefined): Desk => {
  if (desk === undefined) throw new Error('nobody works there');
  return desk;
};

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-20T09:00:00+07:00@0' });
  const city = await office.unit({ code: 'H24', kind: 'city' });
  whole = await deskIn('99', city);
  split = await deskIn('98', city);
  empty = await deskIn('97', city);
  born = await deskIn('96', city);
});
afterAll(() => office.close());

const at = (day: number, time = '08:00'): string =>
  `2026-03-${String(day).padStart(2, '0')}T${time}:00+07:00`;
const told = (type: string, moment: string, more: object = {}): object => ({
  ...{ type, at: moment },
  ...more,
});

const RECEIVED = told('received', at(2));
/** What may become of one, each in its own way. */
const LIVES: readonly (readonly object[])[] = [
  [told('submitted', at(1, '20:00'))],
  [told('submitted', at(1, '20:00')), told('refused', at(2, '09:00'), { reasonCode: 'x' })],
  [RECEIVED, told('assigned', at(2, '10:00'), { departmentCode: 'tu-phap' })],
  [RECEIVED, told('supplementRequested', at(3, '09:30'))],
  [
    ...[RECEIVED, told('supplementRequested', at(3)), told('supplementReceived', at(5))],
    ...[told('supplementRequested', at(6)), told('supplementReceived', at(9), { dueAt: at(12) })],
    ...[told('resultIssued', at(12, '07:59')), told('returned', at(13), { method: 'post' })],
  ],
  [RECEIVED, told('extended', at(4), { dueAt: at(16) }), told('resultIssued', at(17))],
  [RECEIVED, told('paymentRequested', at(3), { amount: 20_000 })],
  [RECEIVED, told('held', at(3), { basisCode: 'court' }), told('withdrawn', at(4))],
  [
    ...[RECEIVED, told('feeCharged', at(2), { amount: 9000 }), told('componentsDigitised', at(2))],
    ...[told('feePaid', at(2, '08:30'), { amount: 9000, method: 'online' })],
    ...[told('resultIssued', at(4)), told('archivedToStore', at(5))],
  ],
];

const lines = LIVES.flatMap((events, life) =>
  [undefined, at(5, '17:00')].map((dueAt, promised) => ({
    externalCode: `H24-260302-${life}${promised}`,
    source: 'mot-cua-hai-phong',
    ...{ procedureCode: '9.000001', procedureName: 'Thủ tục', field: 'Hộ tịch' },
    channel: promised === 0 ? 'online' : 'direct',
    applicant: { kind: 'person', name: '=Lê Thị Đào', phone: '+84 912 345 678' },
    ...(dueAt !== undefined && { dueAt }),
    events,
  })),
);

/** Only its beginning: what an older export knew. */
const begun = lines.map((line) => ({ ...line, dueAt: at(27), events: line.events.slice(0, 1) }));

const shuffled = lines.toSorted((a, b) =>
  [...a.externalCode].toReversed().join('') < [...b.externalCode].toReversed().join('') ? -1 : 1,
);

const exported = ({ browser }: Desk, query = ''): Promise<string> =>
  browser.file({ method: 'GET', url: `${dossiersPath}/export?${query}` });

const withPersons = ({ browser }: Desk, more: object = {}): Promise<string> =>
  browser.file({
    ...{ method: 'POST', url: `${dossiersPath}/export` },
    body: { reason: REASON, ...more },
  });

/** Without the code the writer gave it, which is the writer's own. */
const sorted = (text: string): readonly string[] =>
  text
    .replaceAll(/"ownCode":"[^"]*",/g, '')
    .trimEnd()
    .split('\n')
    .toSorted();

const brought = async ({ desk }: Desk, text: string, exportedAt = NEW) => {
  const done = await desk.brought(text, { profile: 'dossiers-ndjson', exportedAt });
  expect([done.state, done.counts.wrong]).toEqual(['done', 0]);
  return done.counts;
};

const report = async ({ browser }: Desk): Promise<Partial<Ii06bAnswer>> => {
  const url = '/api/v1/reports/ii06b?from=2026-03-01&to=2026-03-31';
  const { rows, total, notCounted } = (await browser.get<Ii06bAnswer>(url)).body;
  return { rows, total, notCounted };
};

/** Own codes are given in the order in which lines come. */
const TABLES: readonly (readonly [table: string, own?: readonly string[]])[] = [
  ['dossier', ['code']],
  ['dossier_event'],
  ['dossier_span'],
  ['dossier_fact', ['code']],
  ['dossier_course'],
  ['applicant'],
];

const knows = async (desk: Desk, name: string, own: readonly string[] = []) =>
  (await keptLines({ office, ...desk }, name, [...own, 'recorded_at', 'actor']))
    .map((line) => line.replaceAll(/"code": "MC[^"]*"/g, ''))
    .toSorted();

const knowTheSame = async (one: Desk, other: Desk): Promise<void> => {
  for (const [name, own] of TABLES) {
    const [ours, theirs] = [await knows(one, name, own), await knows(other, name, own)];
    expect(ours.length).toBeGreaterThan(0);
    expect([name, theirs]).toEqual([name, ours]);
  }
  expect(await report(other)).toEqual(await report(one));
};

describe('a list of whole histories', () => {
  it('split in three, in another order, twice, and then older: the same dossiers', async () => {
    const [a, b] = [there(whole), there(split)];
    const all = await a.desk.lines(lines, { exportedAt: NEW });
    expect(all.counts).toMatchObject({ new: lines.length, wrong: 0 });
    const third = Math.ceil(shuffled.length / 3);
    for (const from of [0, third, 2 * third, 0]) {
      const part = shuffled.slice(from, from + third);
      await brought(b, part.map((line) => JSON.stringify(line)).join('\n'));
    }
    await brought(b, begun.map((line) => JSON.stringify(line)).join('\n'), OLD);
    await knowTheSame(a, b);
    expect(sorted(await withPersons(b))).toEqual(sorted(await withPersons(a)));
  });
});

describe('the dossiers of a unit as a file', () => {
  it('are the same dossiers in a unit that has none, and nothing new where they are', async () => {
    const [a, c] = [there(whole), there(empty)];
    const file = await withPersons(a);
    expect(await brought(c, file)).toMatchObject({ new: lines.length });
    await knowTheSame(a, c);
    expect(sorted(await withPersons(c))).toEqual(sorted(file));
    expect(await brought(a, file)).toMatchObject({ unchanged: lines.length });
  });

  it('name nobody unless somebody says what for, and no look-up code ever', async () => {
    const a = there(whole);
    expect(await exported(a)).not.toMatch(/applicant|Đào|912|lookup/i);
    expect(await exported(a, 'format=csv')).not.toMatch(/NguoiNop|Đào|912/);
    expect(await withPersons(a)).toContain('"applicant":{"kind":"person","name":"=Lê Thị Đào"');
    const rows = await withPersons(a, { format: 'csv' });
    expect(rows).toContain(",'=Lê Thị Đào,'+84 912 345 678,");
    const [entry] = await office.database.asRoot<{ facts: object; reason: string }>(
      `select facts, (select reason from reveal_reason as why where why.id::text = facts ->> 'reasonId')
       from audit where unit_id = $1 and act = 'dossiers.revealed' order by position desc limit 1`,
      [a.unitId],
    );
    expect(entry).toMatchObject({
      facts: { format: 'csv', dossiers: lines.length, leftOut: 0, filters: [] },
      reason: REASON,
    });
    expect(JSON.stringify(entry?.facts)).not.toContain('Đào');
  });

  it('are those the filters of the list mean', async () => {
    const filtered = sorted(await exported(there(whole), 'state=onHold,awaitingPayment'));
    expect(filtered).toHaveLength(2);
  });

  it('come back as a list of rows, too', async () => {
    const a = there(whole);
    const rows = await withPersons(a, { format: 'csv', state: ['returned'] });
    const done = await a.desk.brought(rows, { exportedAt: '2026-03-19T09:00:00+07:00' });
    expect(done.counts).toMatchObject({ unchanged: 2, changed: 0, wrong: 0 });
  });

  it('are taken out by whoever has that right, and with persons by whoever may see them', async () => {
    const unitId = there(whole).unitId;
    await office.person('quansat', { unitId, roles: ['observer'] });
    await office.person('tiepnhan', { unitId, roles: ['reception'] });
    for (const name of ['quansat', 'tiepnhan']) {
      const browser = await office.signedIn(name);
      expect((await browser.get(`${dossiersPath}/export`)).status).toBe(403);
    }
    const elsewhere = `${dossiersPath}/export?unitId=${there(split).unitId}`;
    expect((await there(whole).browser.get(elsewhere)).status).toBe(404);
  });
});

describe('a dossier that was born here', () => {
  it('stands elsewhere as it stands here, and its copy says nothing new of it', async () => {
    const [here, { browser }] = [there(born), there(born)];
    const body = { procedureCode: '9.000001', channel: 'direct', applicant: { name: 'Bình' } };
    const receive = async (): Promise<CreatedDossier> =>
      (await browser.post<CreatedDossier>(dossiersPath, { ...body, declaredDueAt: at(30) })).body;
    const [kept, annulled] = [await receive(), await receive()];
    const act = (of: CreatedDossier, name: string, version: number, said: object) =>
      browser.post(`${dossiersPath}/${of.id}/${name}`, said, { 'if-match': `"${version}"` });
    await act(annulled, 'annul', 1, { reason: 'Nhập nhầm' });
    const handled = { ...body, source: 'dvc', externalCode: 'DVC-1' };
    const others = (await browser.post<CreatedDossier>(dossiersPath, handled)).body;
    await act(others, 'start-step', 1, {});
    await office.setClock('2026-03-20T10:00:00+07:00');
    await act(kept, 'request-supplement', 1, { items: 'Bản chính', reason: 'Thiếu' });
    await office.setClock('2026-03-24T10:00:00+07:00');
    await act(kept, 'receive-supplement', 2, {});
    const file = await withPersons(here);
    expect(sorted(file)).toHaveLength(2);
    expect(file).toContain(`"externalCode":"${kept.code}","source":"motcua"`);
    const again = await brought(here, file, '2026-03-24T10:00:00+07:00');
    expect(again).toMatchObject({ rows: 2, unchanged: 2 });
    const other = there(split);
    await brought(other, file, '2026-03-24T10:00:00+07:00');
    const [ours, theirs] = [
      await here.desk.dossier(kept.code),
      await other.desk.dossier(kept.code),
    ];
    expect(theirs).toMatchObject({
      ...{ state: ours.state, receivedAt: ours.receivedAt, dueAt: ours.dueAt },
      ...{ originalDueAt: ours.originalDueAt, externalCode: kept.code },
    });
    // From Friday to Tuesday: two working days.
    expect(ours.dueAt).toBe('2026-04-01T08:00:00+07:00');
  });
});
