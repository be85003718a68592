import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierDetail } from '#contract/dossiers';
import type { Problem } from '#contract/problem';
import {
  procedureMatchesPath,
  type MadeProcedureMatch,
  type UnknownCode,
} from '#contract/procedures';
import { ImportDesk, table } from '../support/import-desk.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

let office: OfficeApp;
let city: number;
let here: number;
let desk: ImportDesk;
let admin: Browser;
let chief: Browser;
let director: Browser;

const TITLES = ['MaHoSo', 'MaTTHC', 'TenTTHC', 'LinhVuc', 'KenhNop', 'NgayTiepNhan', 'NgayHenTra'];

/** Dossiers of a code that a ministry uses for itself. */
const LIST = table(
  [...TITLES, 'TrangThai'],
  ...['0001', '0002'].map((number) => [
    ...[`H24.99-260302-${number}`, 'KS-01', 'Đăng ký khai sinh', 'Hộ tịch (Bộ)', '1'],
    ...['02/03/2026 08:00', '03/03/2026 17:00', '2'],
  ]),
);

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-04T09:00:00+07:00@0' });
  city = await office.unit({ code: 'H24', kind: 'city' });
  here = await office.unit({ code: 'H24.99', parentId: city });
  await office.person('tiepnhan', { unitId: here, roles: ['reception'] });
  await office.person('lanhdao', { unitId: here, roles: ['director'] });
  await office.person('quantri', { unitId: here, roles: ['admin'] });
  await office.person('quantri.tp', { unitId: city, roles: ['admin'] });
  desk = new ImportDesk(await office.signedIn('tiepnhan'));
  admin = await office.signedIn('quantri');
  chief = await office.signedIn('quantri.tp');
  director = await office.signedIn('lanhdao');
  await desk.brought(LIST);
});
afterAll(() => office.close());

const unknown = async (browser: Browser, unitId: number): Promise<UnknownCode | undefined> => {
  const { body } = await browser.get<{ items: UnknownCode[] }>(
    `${procedureMatchesPath}?unitId=${unitId}`,
  );
  return body.items.find(({ code }) => code === 'KS-01');
};

const match = (browser: Browser, unitId: number, targetCode: string | null) =>
  browser.post<MadeProcedureMatch & Problem>(procedureMatchesPath, {
    ...{ unitId, code: 'KS-01', targetCode },
  });

const rowsBy = async (by: 'field' | 'procedure') => {
  const { body } = await director.get<{ rows: { key: string; label: string }[] }>(
    `/api/v1/reports/ii06b?from=2026-03-01&to=2026-03-31&by=${by}`,
  );
  return body.rows.map(({ key, label }) => [key, label]);
};

describe('a code that a source named and nobody knows', () => {
  it('is listed with its dossiers, what the source called it, and what it may be', async () => {
    expect(await unknown(admin, here)).toMatchObject({
      ...{ name: 'Đăng ký khai sinh', fields: ['Hộ tịch (Bộ)'], dossiers: 2, open: 2 },
      ...{ match: null, suggestions: [{ code: '1.001193', by: 'name' }, {}, {}] },
    });
    expect(await rowsBy('field')).toEqual([['Hộ tịch (Bộ)', 'Hộ tịch (Bộ)']]);
  });

  it('is what a person says it is: reports follow, and due moments stay', async () => {
    const made = await match(admin, here, '1.001193');
    expect([made.status, made.body.number]).toEqual([201, 1]);
    expect(await unknown(admin, here)).toMatchObject({
      match: { code: '1.001193', field: 'Hộ tịch', matchedBy: 'quantri' },
    });
    expect(await rowsBy('field')).toEqual([['Hộ tịch', 'Hộ tịch']]);
    expect(await rowsBy('procedure')).toEqual([['1.001193', 'Đăng ký khai sinh']]);
    const [dossier] = await desk.dossiers();
    const { body } = await director.get<DossierDetail>(`/api/v1/dossiers/${dossier?.id ?? ''}`);
    expect([body.procedureCode, body.dueAt]).toEqual(['KS-01', '2026-03-03T17:00:00+07:00']);
  });

  it('opens the same dossiers from the row it now stands in', async () => {
    const row = encodeURIComponent('Hộ tịch');
    const { body } = await director.get<{ items: { procedureCode: string }[] }>(
      `/api/v1/reports/ii06b/dossiers?from=2026-03-01&to=2026-03-31&by=field&row=${row}&column=total`,
    );
    expect(body.items.map(({ procedureCode }) => procedureCode)).toEqual(['KS-01', 'KS-01']);
  });

  it('is chosen again, and taken back; each word is told in the audit', async () => {
    expect((await match(admin, here, '2.000815')).body.number).toBe(2);
    expect(await rowsBy('field')).toEqual([['Chứng thực', 'Chứng thực']]);
    expect((await match(admin, here, null)).body.number).toBe(3);
    expect(await rowsBy('field')).toEqual([['Hộ tịch (Bộ)', 'Hộ tịch (Bộ)']]);
    const notes = await office.database.asRoot<{ facts: { targetCode: string | null } }>(
      `select facts from audit where act = 'procedure.matched' order by position`,
    );
    expect(notes.map(({ facts }) => facts.targetCode)).toEqual(['1.001193', '2.000815', null]);
  });

  it('is matched by the city for its communes, until one of them says otherwise', async () => {
    expect(await unknown(chief, city)).toMatchObject({ dossiers: 2 });
    const other = await chief.post<MadeProcedureMatch>(procedureMatchesPath, {
      ...{ unitId: city, code: 'KS-01', targetCode: '1.001193' },
    });
    expect(other.status).toBe(201);
    // The commune took it back itself: its own last word stands.
    expect(await rowsBy('field')).toEqual([['Hộ tịch (Bộ)', 'Hộ tịch (Bộ)']]);
  });

  it('is matched with a procedure of the catalogue only, and only while it is unknown', async () => {
    expect((await match(admin, here, 'KS-01')).body.code).toBe('match-target-unknown');
    expect((await match(admin, here, '9.99')).body.code).toBe('match-target-unknown');
    const known = await admin.post<Problem>(procedureMatchesPath, {
      ...{ unitId: here, code: '1.001193', targetCode: '2.000815' },
    });
    expect([known.status, known.body.code]).toEqual([409, 'procedure-not-unknown']);
  });
});
