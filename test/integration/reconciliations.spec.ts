import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import {
  evidencePath,
  findingPath,
  findingsPath,
  reconciliationHistoryPath,
  reconciliationPath,
  reconciliationsPath,
  type Finding,
  type Reconciliation,
  type ReconciliationSaying,
} from '#contract/reconciliations';
import { dossierTwinsPath, twinsPath, type DossierTwins, type Twins } from '#contract/twins';
import { downloaded, sheetText } from '../support/downloaded.ts';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const SOURCE = 'dvc';
const PERIOD = { from: '2026-02-15', to: '2026-03-14' };

const LATER = { NgayHenTra: '20/03/2026 17:00' };

let office: OfficeApp;
let officer: Browser;
let elsewhere: Browser;
let desk: ImportDesk;
let owner: string;
let stranger: string;

/** Rows of the list by their numbers; ours are 1 to 5, and the fifth was promised for later than the law's day. */
const listOf = (numbers: readonly number[]): string =>
  table(TITLES, ...numbers.map((number) => row(number, number === 5 ? LATER : {})));

const codeOf = (number: number): string => `H24.99-260302-${String(number).padStart(4, '0')}`;

const reconciled = (more: object) =>
  officer.post<Reconciliation & Problem>(reconciliationsPath, {
    ...{ source: SOURCE, ...PERIOD },
    ...more,
  });

const findings = async (id: string, query = ''): Promise<readonly Finding[]> =>
  (await officer.get<Page<Finding>>(`${findingsPath(id)}${query}`)).body.items;

const looked = (text: string) => desk.brought(text, { dryRun: true, source: SOURCE });

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-16T09:00:00+07:00@0' });
  const city = await office.unit({ code: 'H24', kind: 'city' });
  const here = await office.unit({ code: 'H24.99', parentId: city });
  const there = await office.unit({ code: 'H24.98', parentId: city });
  await office.person('dulieu', { unitId: here, roles: ['dataOfficer'] });
  await office.person('giamdoc', { unitId: here, roles: ['director'] });
  owner = await office.person('tiepnhan', { unitId: here, roles: ['reception'] });
  stranger = await office.person('noikhac', { unitId: there, roles: ['dataOfficer'] });
  officer = await office.signedIn('dulieu');
  elsewhere = await office.signedIn('noikhac');
  desk = new ImportDesk(officer);
  const brought = await desk.brought(listOf([1, 2, 3, 4, 5]), { source: SOURCE });
  expect(brought.counts.new).toBe(5);
});
afterAll(() => office.close());

describe('a list of the source', () => {
  it('that has three dossiers more names exactly those three', async () => {
    const { id: importId } = await looked(listOf([1, 2, 3, 4, 5, 6, 7, 8]));
    const { status, body } = await reconciled({ importId });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ source: SOURCE, ...PERIOD, ours: 5, agrees: false, unexplained: 4 },
      findings: { onlyThere: 3, onlyHere: 0, candidate: 0, lateHere: 1 },
    });
    const there = await findings(body.id, '?kind=onlyThere');
    expect(there.map(({ externalCode }) => externalCode)).toEqual([6, 7, 8].map(codeOf));
    expect(there[0]).toMatchObject({ certain: true, causes: ['notImported'], dossierId: null });
  });

  it('that has one fewer names exactly that one', async () => {
    const { id: importId } = await looked(listOf([1, 2, 4, 5]));
    const { body } = await reconciled({ importId });
    const [here, ...others] = await findings(body.id, '?kind=onlyHere');
    expect(others).toEqual([]);
    expect(here).toMatchObject({ externalCode: codeOf(3), certain: true });
    expect(here?.dossierId).not.toBeNull();
  });

  it('has no more once what it had more is taken in', async () => {
    const { id: importId } = await looked(listOf([1, 2, 3, 4, 5, 9]));
    expect((await reconciled({ importId })).body.findings.onlyThere).toBe(1);
    await desk.act(importId, 'commit');
    await desk.ended(importId);
    const { body } = await reconciled({ importId });
    expect(body).toMatchObject({ ours: 6, findings: { onlyThere: 0, onlyHere: 0 } });
  });

  it('is read to the end of the period, and what came after it is another report’s', async () => {
    const later = row(8, { NgayTiepNhan: '15/03/2026 08:00', NgayHenTra: '16/03/2026 17:00' });
    const list = table(TITLES, ...[1, 2, 3, 4].map((number) => row(number)), row(5, LATER), later);
    const { id: importId } = await looked(list);
    expect((await reconciled({ importId })).body.findings.onlyThere).toBe(0);
  });

  it('names the dossier it still has and that was annulled here', async () => {
    await desk.brought(listOf([20]), { source: SOURCE });
    const { id: importId } = await looked(listOf([1, 2, 3, 4, 5, 9, 20]));
    expect((await reconciled({ importId })).body.findings.otherwise).toBe(0);
    const director = new ImportDesk(await office.signedIn('giamdoc'));
    const annulled = await director.dossier(codeOf(20));
    const { status } = await director.command(annulled, 'annul', { reason: 'Nhập nhầm' });
    expect(status).toBe(200);
    const { body } = await reconciled({ importId });
    expect(body).toMatchObject({ ours: 6, findings: { otherwise: 1 }, agrees: false });
    const named = await findings(body.id, '?kind=otherwise');
    expect(named).toMatchObject([{ externalCode: codeOf(20), dossierId: annulled.id }]);
  });

  it('has to be one that was read, and of this unit', async () => {
    const unknown = await reconciled({ importId: '01956a5e-0000-7000-8000-000000000000' });
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'importId' }] } });
  });
});

describe('declared totals', () => {
  it('stand beside ours and name candidates, never more than that', async () => {
    const declared = [{ numbers: { total: 5, pending: 6 } }];
    const { body } = await reconciled({ declared });
    expect(body.cells).toEqual([
      { row: 'total', column: 'total', declared: 5, ours: 6 },
      { row: 'total', column: 'pending', declared: 6, ours: 6 },
    ]);
    expect(body.agrees).toBe(false);
    const candidates = await findings(body.id, '?kind=candidate');
    expect(candidates).toHaveLength(6);
    for (const { certain, row: place, column } of candidates) {
      expect({ certain, place, column }).toEqual({
        ...{ certain: false, place: 'total', column: 'total' },
      });
    }
  });

  it('may agree, and then nobody is named but for the clock', async () => {
    const { body } = await reconciled({ declared: [{ numbers: { total: 6 } }] });
    expect(body.findings).toMatchObject({ candidate: 0, onlyThere: 0 });
  });

  it('are refused without any, backwards in time, and below nothing', async () => {
    expect((await reconciled({})).status).toBe(400);
    const unsaid = await reconciled({ declared: [{ numbers: {} }] });
    expect(unsaid).toMatchObject({ status: 400, body: { errors: [{ path: 'declared' }] } });
    expect((await reconciled({ declared: [{ numbers: { total: -1 } }] })).status).toBe(422);
    const backwards = { declared: [{ numbers: { total: 1 } }], from: '2026-03-15' };
    expect((await reconciled(backwards)).body.code).toBe('period-ends-before-it-begins');
  });
});

describe('what was found', () => {
  it('shows both due moments where we call a dossier late and the source does not', async () => {
    const { body } = await reconciled({ declared: [{ numbers: { total: 6 } }] });
    expect(body.findings).toMatchObject({ lateHere: 1, lateThere: 0 });
    const [late] = await findings(body.id, '?kind=lateHere');
    expect(late).toMatchObject({
      ...{ externalCode: codeOf(5), declaredDueAt: '2026-03-20T17:00:00+07:00' },
      ...{ dueAt: '2026-03-02T17:00:00+07:00', finishedAt: null },
    });
  });

  it('leaves as a sheet of evidence, on paper too, and to nobody else', async () => {
    const { body } = await reconciled({ declared: [{ numbers: { total: 6 } }] });
    const url = evidencePath(body.id);
    const sheet = await downloaded(office, officer, url);
    expect(sheet.status).toBe(200);
    const text = await sheetText(sheet.bytes);
    expect(text).toContain(codeOf(5));
    expect(text).toContain('20/03/2026 17:00 | 02/03/2026 17:00');
    expect(text).toContain('Tiếp nhận 02/03/2026 08:00 (theo dvc)');
    const paper = await downloaded(office, officer, `${url}?format=pdf`);
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await elsewhere.get(url)).status).toBe(404);
  });

  it('is explained by a person, and the last word counts', async () => {
    const { id: importId } = await looked(listOf([1, 2, 3, 4, 5, 7]));
    const { body } = await reconciled({ importId });
    const [first] = await findings(body.id);
    const path = findingPath(body.id, first?.number ?? 0);
    await officer.post(path, { cause: 'otherDate' });
    const answer = await officer.post<Finding>(path, { cause: 'lateSync', note: 'Đồng bộ lại' });
    expect(answer.status).toBe(200);
    expect(answer.body.explained).toMatchObject({ cause: 'lateSync', note: 'Đồng bộ lại' });
    const after = await officer.get<Reconciliation>(reconciliationPath(body.id));
    expect(after.body.unexplained).toBe(body.unexplained - 1);
    expect((await officer.post(findingPath(body.id, 999), { cause: 'lateSync' })).status).toBe(404);
  });

  it('is explained once, however often the same request comes', async () => {
    const { id: importId } = await looked(listOf([1, 2, 3, 4, 5, 9, 10]));
    const { body } = await reconciled({ importId });
    const [first] = await findings(body.id);
    const path = findingPath(body.id, first?.number ?? 0);
    const key = { 'idempotency-key': 'noi-mot-lan' };
    const said = { cause: 'lateSync', note: 'Đã hỏi lại' };
    for (let times = 0; times < 2; times += 1) {
      expect((await officer.post(path, said, key)).status).toBe(200);
    }
    expect((await officer.post(path, { cause: 'otherDate' }, key)).status).toBe(422);
    const told = await officer.get<{ items: readonly ReconciliationSaying[] }>(
      reconciliationHistoryPath(body.id),
    );
    expect(told.body.items).toMatchObject([{ after: { cause: 'lateSync' } }]);
  });

  it('is given to somebody who works here, and who said what stays', async () => {
    const { id: importId } = await looked(listOf([1, 2, 3, 4, 5, 8]));
    const { body } = await reconciled({ importId });
    const [first] = await findings(body.id);
    const path = findingPath(body.id, first?.number ?? 0);
    const refused = await officer.post<Problem>(path, { cause: 'lateSync', ownerId: stranger });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'ownerId' }] } });
    await officer.post(path, { cause: 'lateSync', note: 'Đã hỏi' });
    const given = await officer.post<Finding>(path, { cause: 'otherDate', ownerId: owner });
    expect(given.body.explained).toMatchObject({ owner: 'tiepnhan', ownerId: owner, note: null });
    const url = reconciliationHistoryPath(body.id);
    const told = await officer.get<{ items: readonly ReconciliationSaying[] }>(url);
    const said = { externalCode: first?.externalCode, by: 'dulieu', number: first?.number };
    const asked = { cause: 'lateSync', owner: null, note: 'Đã hỏi' };
    expect(told.body.items).toMatchObject([
      { ...said, before: asked, after: { cause: 'otherDate', owner: 'tiepnhan', note: null } },
      { ...said, before: null, after: asked },
    ]);
    expect((await elsewhere.get(url)).status).toBe(404);
  });

  it('is of the unit alone, and of those who reconcile', async () => {
    const { body } = await reconciled({ declared: [{ numbers: { total: 6 } }] });
    expect((await elsewhere.get(reconciliationPath(body.id))).status).toBe(404);
    const counter = await office.signedIn('tiepnhan');
    expect((await counter.get(reconciliationsPath)).status).toBe(403);
  });

  it('stays in the list, the newest first, page by page', async () => {
    const all = await officer.get<Page<Reconciliation>>(`${reconciliationsPath}?limit=500`);
    const first = await officer.get<Page<Reconciliation>>(`${reconciliationsPath}?limit=2`);
    const { nextCursor } = first.body;
    const rest = await officer.get<Page<Reconciliation>>(
      `${reconciliationsPath}?limit=500&cursor=${nextCursor ?? ''}`,
    );
    expect([...first.body.items, ...rest.body.items]).toEqual(all.body.items);
  });
});

describe('one matter that two systems tell under codes of their own', () => {
  const titles = [...TITLES, 'SoDinhDanh'];
  const ii06b = async (): Promise<number> => {
    const url = `/api/v1/reports/ii06b?from=${PERIOD.from}&to=${PERIOD.to}`;
    return (await officer.get<{ total: { total: number } }>(url)).body.total.total;
  };
  const told = (source: string, number: number, idNumber: string, changes = {}) =>
    desk.brought(table(titles, [...row(number, changes), idNumber]), { source });

  it('is offered to be linked, counts twice until somebody does, and once from then on', async () => {
    await told('ho-tich', 71, '031090000071');
    await told('dang-ky', 72, '031090000071');
    // Another person, another day, another procedure: nobody's twins.
    await told('dang-ky', 73, '031090000073');
    await told('dang-ky', 74, '031090000071', { NgayTiepNhan: '03/03/2026 08:00' });
    await told('dang-ky', 75, '031090000071', { MaTTHC: '1.004884' });
    const { items } = (await officer.get<Page<Twins>>(twinsPath)).body;
    const codes = items.map(({ earlier, later }) => [earlier.externalCode, later.externalCode]);
    expect(codes.map((pair) => pair.toSorted())).toEqual([[codeOf(71), codeOf(72)]]);
    const [primary, second] = [items[0]?.earlier, items[0]?.later];
    if (primary === undefined || second === undefined) throw new Error('no twins');
    const of = async (id: string) =>
      (await officer.get<DossierTwins>(`/api/v1/dossiers/${id}/${dossierTwinsPath}`)).body.items;
    expect((await of(second.id)).map(({ id }) => id)).toEqual([primary.id]);
    expect((await elsewhere.get(`/api/v1/dossiers/${second.id}/${dossierTwinsPath}`)).status).toBe(
      404,
    );
    const counted = await ii06b();
    expect((await desk.command(second, 'link', { dossierId: primary.id })).status).toBe(200);
    expect(await ii06b()).toBe(counted - 1);
    expect(await of(primary.id)).toEqual([]);
    expect((await officer.get<Page<Twins>>(twinsPath)).body.items).toEqual([]);
  });
});
