import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { importsPath, type ImportAnswer, type ImportUndoAnswer } from '#contract/imports';
import { EventStore } from '../../backend/src/dossiers/index.ts';
import { StatementFailed } from '../../backend/src/platform/database/statement-failed.ts';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';
import { until } from '../support/until.ts';

const at = (day: string, time = '08:00'): string => `2026-03-${day}T${time}:00+07:00`;

let office: OfficeApp;
let officer: Browser;
let boss: Browser;
let desk: ImportDesk;
let leader: ImportDesk;

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-20T09:00:00+07:00@0' });
  const city = await office.unit({ code: 'H24', kind: 'city' });
  const here = await office.unit({ code: 'H24.99', parentId: city });
  await office.person('dulieu', { unitId: here, roles: ['dataOfficer'] });
  await office.person('lanhdao', { unitId: here, roles: ['director'] });
  officer = await office.signedIn('dulieu');
  boss = await office.signedIn('lanhdao');
  desk = new ImportDesk(officer);
  leader = new ImportDesk(boss);
});
afterAll(() => office.close());

const away = new StatementFailed(new QueryFailedError('', [], new Error('away')));

const happened = (type: string, moment: string) => ({ type, at: moment });

const told = (code: string, events: readonly object[], more: object = {}): object => ({
  ...{ externalCode: code, source: 'mot-cua-hai-phong', procedureCode: '2.000815' },
  ...{ channel: 'online', applicant: { name: 'Lê Thị Bình' }, events, ...more },
});

const RECEIVED = happened('received', at('02'));
const ISSUED = happened('resultIssued', at('04', '10:00'));

const preview = async (id: string, query = ''): Promise<ImportUndoAnswer> =>
  (await officer.get<ImportUndoAnswer>(`${importsPath}/${id}/undo?limit=500${query}`)).body;

const ask = (id: string) => officer.post<ImportAnswer>(`${importsPath}/${id}/undo`, {});

const undone = async (id: string, patienceMs = 30_000): Promise<ImportAnswer> => {
  expect((await ask(id)).status).toBe(202);
  return until(
    () => desk.get(id),
    ({ undo }) => undo?.state === 'done',
    patienceMs,
  );
};

const report = async (): Promise<unknown> => {
  const query = 'from=2026-03-01&to=2026-03-31';
  const { body } = await boss.get<{ rows: unknown; total: unknown; notCounted: unknown }>(
    `/api/v1/reports/ii06b?${query}`,
  );
  return [body.rows, body.total, body.notCounted];
};

/** All that is kept of a dossier but its events, which are only ever added to. */
const standing = (code: string): Promise<readonly object[]> =>
  office.database.asRoot(
    `select to_jsonb(dossier) - '{version,next_signal_at,calendar_version,alerts_at,alerts_version}'::text[] as row,
      (select jsonb_agg(to_jsonb(span) order by number) from dossier_span as span
        where span.dossier_id = dossier.id) as spans,
      (select jsonb_agg(to_jsonb(record) order by source) from source_record as record
        where record.dossier_id = dossier.id) as records,
      (select to_jsonb(applicant) from applicant where applicant.dossier_id = dossier.id) as person,
      (select jsonb_agg(word order by word) from search_word as word
        where word.dossier_id = dossier.id) as words
    from dossier where official_code = $1 and not annulled`,
    [code],
  );

describe('an import that is undone', () => {
  const known = [
    told('H24.99-U1', [RECEIVED], { dueAt: at('06', '17:00') }),
    told('H24.99-U2', [RECEIVED]),
    told('H24.99-U3', [RECEIVED]),
  ];
  const list = [
    told('H24.99-U1', [happened('received', at('03')), ISSUED], {
      dueAt: at('09', '17:00'),
      applicant: { name: 'Lê Thị Bình An', phone: '0912000555' },
    }),
    told('HT-U2', [RECEIVED, ISSUED], { source: 'ho-tich', officialCode: 'H24.99-U2' }),
    told('H24.99-U3', [RECEIVED, ISSUED]),
    told('H24.99-U4', [RECEIVED]),
    told('H24.99-U5', [RECEIVED, ISSUED]),
  ];
  let id: string;
  let before: unknown;
  let stood: readonly (readonly object[])[];

  it('is looked at first: what it would do to each dossier, and which are left alone', async () => {
    await desk.lines(known, { exportedAt: at('10') });
    [before, stood] = [
      await report(),
      await Promise.all(['H24.99-U1', 'H24.99-U2'].map((code) => standing(code))),
    ];
    id = (await desk.lines(list, { exportedAt: at('12'), name: 'tháng 3.xlsx' })).id;
    expect(await report()).not.toEqual(before);
    const acted = await leader.command(await leader.dossier('H24.99-U3'), 'note', { text: 'x' });
    expect(acted.status).toBe(200);
    const { ahead, done, items } = await preview(id);
    expect(ahead).toEqual({ annul: 2, void: 1, record: 1, keep: 1 });
    expect(done).toEqual({ annul: 0, void: 0, record: 0, keep: 0 });
    expect(items.map(({ code, act, reason }) => [code, act, reason])).toEqual([
      ['H24.99-U1', 'void', null],
      ['H24.99-U2', 'record', null],
      ['H24.99-U3', 'keep', 'acted-on'],
      ['H24.99-U4', 'annul', null],
      ['H24.99-U5', 'annul', null],
    ]);
    expect((await preview(id, '&act=keep')).items).toHaveLength(1);
    expect(await desk.get(id)).toMatchObject({
      ...{ undoable: true, undo: null, name: 'tháng 3.xlsx', by: 'dulieu' },
    });
  });

  it('leaves everything it moved as it was, and the one somebody acted on as it is', async () => {
    const after = await undone(id);
    expect(after).toMatchObject({
      ...{ state: 'done', undoable: true },
      undo: { by: 'dulieu', at: at('20', '09:00'), dossiers: 5 },
    });
    expect(after.undo?.counts).toEqual({ annul: 2, void: 1, record: 1, keep: 1 });
    expect(await Promise.all(['H24.99-U1', 'H24.99-U2'].map((code) => standing(code)))).toEqual(
      stood,
    );
    expect(await desk.dossier('H24.99-U3')).toMatchObject({ state: 'resultReady' });
    const events = await desk.events('H24.99-U1');
    expect(events.slice(1).map(({ type }) => type)).toContain('voided');
    expect(events.at(-1)?.payload).toMatchObject({ reasonCode: 'import-undone' });
  });

  it('is in no report once what was left alone is put right by hand', async () => {
    const kept = await leader.dossier('H24.99-U3');
    const [issued] = (await leader.events('H24.99-U3')).filter(
      ({ type }) => type === 'resultIssued',
    );
    const body = { version: issued?.version, reason: 'Nhập nhầm' };
    expect((await leader.command(kept, 'void', body)).status).toBe(200);
    expect(await report()).toEqual(before);
  });

  it('comes in anew when it is brought again', async () => {
    const again = await desk.lines(list.slice(3), { exportedAt: at('12') });
    expect(again.counts).toMatchObject({ rows: 2, new: 2, wrong: 0 });
    const both = await desk.dossiers('&q=H24.99-U5');
    expect(both.map(({ state }) => state).toSorted()).toEqual(['annulled', 'resultReady']);
  });

  it('says nothing of persons in what is written down of it', async () => {
    const lines = await office.database.asRoot<{ act: string; facts: object }>(
      `select distinct act, (select array_agg(key order by key) from jsonb_object_keys(facts) as key) as facts
       from audit where act in ('import.undone', 'dossier.import-undone') order by act`,
    );
    expect(lines).toEqual([
      { act: 'dossier.import-undone', facts: ['after', 'before', 'events', 'importId'] },
      { act: 'import.undone', facts: null },
    ]);
  });
});

describe('an import on which a later one is built', () => {
  it('is left where the later one stands, and undone once that one is', async () => {
    const first = await desk.lines([told('H24.99-V1', [RECEIVED])], { exportedAt: at('10') });
    const second = await desk.lines([told('H24.99-V1', [RECEIVED, ISSUED])], {
      exportedAt: at('11'),
    });
    expect((await preview(first.id)).items).toMatchObject([
      { act: 'keep', reason: 'imported-later', done: false },
    ]);
    expect((await undone(first.id)).undo?.counts).toMatchObject({ keep: 1, annul: 0 });
    await undone(second.id);
    expect(await desk.dossier('H24.99-V1')).toMatchObject({ state: 'received' });
    expect((await undone(first.id)).undo?.counts).toMatchObject({ keep: 0, annul: 1 });
    expect(await desk.dossier('H24.99-V1')).toMatchObject({ state: 'annulled' });
    const refused = await ask(first.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'import-not-undoable' } });
  });

  it('is refused while it is only looked at', async () => {
    const looked = await desk.lines([told('H24.99-V2', [RECEIVED])], { dryRun: true });
    expect((await ask(looked.id)).status).toBe(409);
  });
});

describe('an undoing whose work breaks off in the middle', () => {
  it('is gone on with: nothing is left out, nothing is done twice', async () => {
    const rows = Array.from({ length: 130 }, (_, index) =>
      row(index + 1, { MaHoSo: `H24.99-B-${index + 1}` }),
    );
    const { id } = await desk.brought(table(TITLES, ...rows));
    // The second transaction finds the database away; after that, one dossier cannot be kept by itself.
    const faults: readonly (Error | undefined)[] = [
      ...[undefined, away],
      ...[new TypeError('pulled'), new TypeError('pulled')],
    ];
    const real = office.application.app.get(EventStore, { strict: false });
    const appendMany = real.appendMany.bind(real);
    let calls = 0;
    const keep = jest.spyOn(real, 'appendMany').mockImplementation((...given) => {
      const fault = faults[calls];
      calls += 1;
      return fault === undefined ? appendMany(...given) : Promise.reject(fault);
    });
    const after = await undone(id);
    keep.mockRestore();
    expect(after.undo?.counts).toEqual({ annul: 129, void: 0, record: 0, keep: 1 });
    expect((await undone(id)).undo?.counts).toEqual({ annul: 130, void: 0, record: 0, keep: 0 });
    const [counted] = await office.database.asRoot(
      `select count(*)::int as events, count(distinct dossier_id)::int as dossiers
       from dossier_event join dossier on dossier.id = dossier_id
       where type = 'annulled' and external_code like 'H24.99-B-%'`,
    );
    expect(counted).toEqual({ events: 130, dossiers: 130 });
  });
});
