import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditPath } from '#contract/audit';
import type { Problem } from '#contract/problem';
import { retentionPath, retentionPreviewPath, type Retention } from '#contract/retention';
import { RetentionRound } from '../../backend/src/retention/retention-round.service.ts';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const FINISHED = 'NgayKetThucXuLy';
const HANDED = 'NgayTra';
const REPORTS = [
  '/api/v1/reports/ii06b?from=2026-03-01&to=2026-03-31&by=field',
  '/api/v1/reports/ii06b?from=2026-03-01&to=2026-03-31&by=officer',
  '/api/v1/reports/digitisation?from=2026-03-01&to=2026-03-31',
];
const LATER = '2027-05-10T08:00:00+07:00';

let office: OfficeApp;
let admin: Browser;
let leader: Browser;
let desk: ImportDesk;

const set = <Body = Retention>(rules: object, version: number) =>
  admin.ask<Body>({
    ...{ method: 'PUT', url: retentionPath },
    body: { version, rules, reason: 'Theo danh mục hồ sơ' },
  });
const counted = async (rules: object) => {
  const { body } = await admin.post<Pick<Retention, 'due'>>(retentionPreviewPath, { rules });
  return body.due.map(({ dossiers }) => dossiers);
};
const night = () => office.application.app.get(RetentionRound, { strict: false }).go();
/** Every figure and list; how far the log was read goes on with each act. */
const reports = () =>
  Promise.all(
    REPORTS.map(async (url) => {
      const { status, body } = await leader.get<{ position: number }>(url);
      expect(status).toBe(200);
      return { ...body, position: 0 };
    }),
  );
const found = async (q: string): Promise<readonly string[]> => {
  const { body } = await leader.post<{ items: readonly { officialCode: string }[] }>(
    '/api/v1/dossiers/search',
    { q },
  );
  return body.items.map(({ officialCode }) => officialCode.slice(-4)).toSorted();
};

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-04-01T08:00:00+07:00@0' });
  const here = await office.unit({ code: 'H24.99' });
  await office.person('quantri', { unitId: here, roles: ['admin'] });
  await office.person('lanhdao', { unitId: here, roles: ['director'] });
  admin = await office.signedIn('quantri');
  leader = await office.signedIn('lanhdao');
  desk = new ImportDesk(leader);
  const over = { TrangThai: '10', [FINISHED]: '03/03/2026 10:00', [HANDED]: '03/03/2026 15:00' };
  const waiting = { ...over, TrangThai: '9', [HANDED]: '' };
  const cells = (number: number, more: Partial<Record<string, string>>): string[] => [
    ...row(number, more),
    ...[more[FINISHED] ?? '', more[HANDED] ?? ''],
  ];
  const rows = [
    ...[cells(1, over), cells(2, { ...over, NguoiNop: 'Trần Thị Bình' })],
    ...[cells(3, waiting), cells(4, {})],
  ];
  const done = await desk.brought(table([...TITLES, FINISHED, HANDED], ...rows));
  expect(done.counts).toMatchObject({ new: 4, wrong: 0 });
  const first = await desk.dossier('H24.99-260302-0001');
  await desk.command(first, 'note', { text: 'Bà An hẹn đến lấy thêm bản sao' });
});
afterAll(() => office.close());

describe('what is said of persons in dossiers that are over', () => {
  it('is kept until somebody sets otherwise, however long ago that was', async () => {
    await office.setClock(LATER);
    const { body } = await admin.get<Retention>(retentionPath);
    expect(body).toMatchObject({ version: 0, rules: { applicants: null, words: null } });
    await night();
    expect(await found('nguyen van an')).toEqual(['0001', '0003', '0004']);
  });

  it('is counted beforehand, less what is not over and what nobody has collected', async () => {
    expect(await counted({ applicants: 12, words: 12 })).toEqual([2, 1]);
    expect(await counted({ applicants: 120, words: null })).toEqual([0, 0]);
    const refused = await set<Problem>({ applicants: 3, words: null }, 0);
    expect(refused.status).toBe(422);
  });

  it('goes by night with the names it was found by, and no figure of a report changes', async () => {
    const before = await reports();
    expect((await set({ applicants: 12, words: null }, 0)).body).toMatchObject({ version: 1 });
    expect((await set<Problem>({ applicants: 24, words: null }, 0)).status).toBe(412);
    await night();
    expect(await reports()).toEqual(before);
    expect(await found('nguyen van an')).toEqual(['0003', '0004']);
    expect(await found('tran thi binh')).toEqual([]);
    const erased = await desk.dossier('H24.99-260302-0001');
    expect(erased.applicant).toBeNull();
    const { body } = await admin.get<Retention>(retentionPath);
    expect(body.nights).toEqual([{ day: '2027-05-10', kind: 'applicants', dossiers: 2, notes: 0 }]);
    expect(body.due.map(({ dossiers }) => dossiers)).toEqual([0, 0]);
  });

  it('leaves what was done and when, once the words are gone too', async () => {
    const before = await desk.events('H24.99-260302-0001');
    expect(JSON.stringify(before)).toContain('Bà An');
    await set({ applicants: 12, words: 12 }, 1);
    await night();
    await night();
    const after = await desk.events('H24.99-260302-0001');
    expect(JSON.stringify(after)).not.toContain('Bà An');
    expect(after.map(({ type, occurredAt }) => [type, occurredAt])).toEqual(
      before.map(({ type, occurredAt }) => [type, occurredAt]),
    );
  });

  it('is told in the books as a number, never as a name', async () => {
    const { body } = await admin.get<{ items: readonly { act: string; facts: object }[] }>(
      `${auditPath}?limit=500`,
    );
    const erased = body.items.filter(({ act }) => act === 'retention.erased');
    expect(erased.map(({ facts }) => facts)).toEqual([
      { kind: 'words', dossiers: 1, endedBefore: '2026-05-10T00:00:00+07:00' },
      { kind: 'applicants', dossiers: 2, endedBefore: '2026-05-10T00:00:00+07:00' },
    ]);
    expect(JSON.stringify(body.items)).not.toContain('danh mục hồ sơ');
  });
});
