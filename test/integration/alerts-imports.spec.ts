import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertItem } from '#contract/alerts';
import { MOST_OLD } from '#domain/alert';
import type { Page } from '#contract/list';
import { SweepAlertsJob } from '../../backend/src/alerts/sweep/sweep.job.ts';
import { WatchedFolder } from '../../backend/src/imports/machine/watched-folder.service.ts';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { OfficeApp, type Browser } from '../support/office-app.ts';

let office: OfficeApp;
let reception: Browser;
let desk: ImportDesk;
let unitId: number;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-folder-'));
  office = await OfficeApp.open({
    ...{ MOTCUA_CLOCK: '2026-03-09T08:00:00+07:00@0', MOTCUA_IMPORT_FOLDER: folder },
  });
  unitId = await office.unit({ code: 'H24.99' });
  await office.person('tiep-nhan', { unitId, roles: ['reception', 'dataOfficer'] });
  await office.person('quan-tri', { unitId, roles: ['admin'] });
  await office.person('lanh-dao', { unitId, roles: ['director'] });
  reception = await office.signedIn('tiep-nhan');
  desk = new ImportDesk(reception);
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const FILE_AT = '2026-03-09T08:00:00+07:00';

/** Sweeps until nothing is due: the office's own rounds may hold a row just then. */
async function sweepAt(moment: string): Promise<void> {
  await office.setClock(moment);
  const { signal } = new AbortController();
  const due = () =>
    office.database.asRoot(
      `select 1 as one from dossier where next_signal_at <= $1
       union all select 1 from alert_watch where next_signal_at <= $1 limit 1`,
      [moment],
    );
  do await office.application.app.get(SweepAlertsJob, { strict: false }).handle({}, { signal });
  while ((await due()).length > 0);
}

const told = (where: string) =>
  office.database.asRoot<{ readonly told: string }>(
    `select kind || ' ' || recipient || ' ' || coalesce(hush, '-') || ' ' || alert.status as told
     from alert left join dossier on dossier.unit_id = alert.unit_id and dossier.id = alert.dossier_id
     where ${where} order by raised_at, recipient`,
  );

/** Dossiers that were overdue when they were brought. */
const late = (first: number, last: number): string =>
  table(
    TITLES,
    ...Array.from({ length: last - first + 1 }, (_, index) =>
      row(first + index, { MaTTHC: '1.004884', NgayHenTra: '06/03/2026 17:00' }),
    ),
  );

/** How many lines wait for anybody's digest. */
const digestLines = async (): Promise<ReadonlySet<number>> => {
  const rows = await office.database.asRoot<{ lines: number }>(
    `select count(distinct alert_id)::int as lines from delivery where way = 'digest' group by user_id`,
  );
  return new Set(rows.map(({ lines }) => lines));
};

describe('a list of dossiers from another system', () => {
  it('is no storm: what was passed before it came is listed, and pushed to nobody', async () => {
    const brought = await desk.brought(late(1, 60), { exportedAt: FILE_AT });
    expect(brought.counts).toMatchObject({ new: 60, wrong: 0 });
    await sweepAt('2026-03-09T08:00:00+07:00');
    const hushes = await office.database.asRoot<{ hush: string; count: number }>(
      `select hush, count(*)::int as count from alert where dossier_id is not null group by hush`,
    );
    expect(hushes.map(({ hush }) => hush)).toEqual(['beforeImport']);
    const ways = await office.database.asRoot<{ way: string }>('select distinct way from delivery');
    expect(ways).toEqual([{ way: 'digest' }]);
    expect(await digestLines()).toEqual(new Set([MOST_OLD]));
    const { body } = await reception.get<Page<AlertItem>>('/api/v1/alerts?limit=1');
    expect(body.items[0]).toMatchObject({ asOf: '2026-03-09T08:00:00+07:00' });
  });

  it('takes no more of a digest when more of it comes, and each of it stands in the list', async () => {
    const brought = await desk.brought(late(61, 70), { exportedAt: FILE_AT });
    expect(brought.counts).toMatchObject({ new: 10 });
    await sweepAt('2026-03-09T08:00:00+07:00');
    expect(await digestLines()).toEqual(new Set([MOST_OLD]));
    const { body } = await reception.get<Page<AlertItem>>('/api/v1/alerts?limit=500');
    const overdue = body.items.filter(({ kind }) => kind === 'dossier.overdue');
    expect(new Set(overdue.map(({ dossierCode }) => dossierCode)).size).toBe(70);
  });

  it('warns of what is to come, escalates nothing that is stale, and all of it once it is fresh', async () => {
    const later = [row(90, { MaTTHC: '1.004884', NgayHenTra: '11/03/2026 17:00' })];
    await desk.brought(table(TITLES, ...later), { exportedAt: FILE_AT });
    await sweepAt('2026-03-11T17:00:00+07:00');
    await sweepAt('2026-03-12T15:00:00+07:00');
    const overdue = `official_code = 'H24.99-260302-0090' and kind = 'dossier.overdue'`;
    expect((await told(overdue)).map(({ told: line }) => line)).toEqual([
      'dossier.overdue desk:reception: - open',
    ]);
    const again = await desk.brought(table(TITLES, ...later), {
      exportedAt: '2026-03-12T15:00:00+07:00',
    });
    expect(again.counts).toMatchObject({ unchanged: 1, new: 0 });
    await sweepAt('2026-03-12T15:01:00+07:00');
    // Nobody is vice-chairman here: the row waits at that desk.
    expect(await told(overdue)).toHaveLength(3);
  });

  it('tells the data officer that the source has been silent for too long', async () => {
    await sweepAt('2026-03-13T15:30:00+07:00');
    const stale = (await told(`kind = 'source.stale'`)).map(({ told: line }) => line);
    expect(stale.at(-1)).toBe('source.stale desk:dataOfficer: - open');
  });

  it('is believed done at its source until the next list says otherwise', async () => {
    const { body } = await reception.get<Page<AlertItem>>('/api/v1/alerts?limit=500');
    const one = body.items.find(
      ({ dossierCode, kind }) => dossierCode === 'H24.99-260302-0090' && kind === 'dossier.overdue',
    );
    const done = await reception.post<AlertItem>(
      `/api/v1/alerts/${one?.id ?? ''}/done-at-source`,
      {},
    );
    expect(done.status).toBe(200);
    await sweepAt('2026-03-13T15:31:00+07:00');
    const overdue = `official_code = 'H24.99-260302-0090' and kind = 'dossier.overdue'`;
    const standing = async () =>
      (await told(overdue)).map(({ told: line }) => line.split(' ').at(-1));
    expect(await standing()).toEqual(['closed', 'closed', 'closed']);
    const still = [row(90, { MaTTHC: '1.004884', NgayHenTra: '11/03/2026 17:00' })];
    await office.setClock('2026-03-13T16:00:00+07:00');
    await desk.brought(table(TITLES, ...still), { exportedAt: '2026-03-13T16:00:00+07:00' });
    await sweepAt('2026-03-13T16:01:00+07:00');
    expect(await standing()).toEqual(['open', 'open', 'open']);
  });

  it('tells the data officer of one that could not be brought in, until a later one is', async () => {
    const failed = async (): Promise<readonly string[]> =>
      (await told(`kind = 'import.failed'`)).map(({ told: line }) => line);
    await sweepAt('2026-03-13T16:30:00+07:00');
    const titles = [...TITLES, 'MaDonVi'];
    const foreign = table(titles, [...row(91), 'H24.77']);
    const answer = await desk.brought(foreign, { exportedAt: '2026-03-13T16:30:00+07:00' });
    expect(answer.state).toBe('failed');
    // Within the minute, not by the hour.
    await sweepAt('2026-03-13T16:30:10+07:00');
    expect(await failed()).toEqual(['import.failed desk:dataOfficer: - open']);
    await desk.brought(table(TITLES, row(92)), { exportedAt: '2026-03-13T16:30:10+07:00' });
    await sweepAt('2026-03-13T16:30:30+07:00');
    expect(await failed()).toEqual(['import.failed desk:dataOfficer: - closed']);
  });

  it('brings the files missing of what has just finished, and none of old history', async () => {
    const titles = [...TITLES, 'NgayKetThucXuLy', 'HoSoCoThanhPhanSoHoa'];
    const finished = (number: number, at: string): string[] => [
      ...row(number, { TrangThai: '9', NgayTiepNhan: '04/03/2026 08:00' }),
      ...[at, '1'],
    ];
    const rows = [finished(95, '06/03/2026 09:00'), finished(96, '13/03/2026 15:20')];
    const brought = await desk.brought(table(titles, ...rows), {
      exportedAt: '2026-03-13T16:30:30+07:00',
    });
    expect(brought.counts).toMatchObject({ new: 2, wrong: 0 });
    await sweepAt('2026-03-16T15:20:00+07:00');
    const missing = (number: number) =>
      told(`official_code = 'H24.99-260302-00${String(number)}' and kind like '%.missing'`);
    expect((await missing(96)).map(({ told: line }) => line).toSorted()).toEqual([
      'archive.missing desk:clerk: - open',
      'digitisation.missing desk:reception: - open',
      'eResult.missing desk:clerk: - open',
    ]);
    expect(await missing(95)).toEqual([]);
  });
});

describe('the age at which the word of a source is too old', () => {
  it('is gone by as soon as it is set, not by the hour', async () => {
    const stale = () => told(`kind = 'source.stale' and alert.status <> 'closed'`);
    await desk.brought(table(TITLES, row(120)), { exportedAt: '2026-03-16T15:20:00+07:00' });
    await sweepAt('2026-03-16T15:50:00+07:00');
    expect(await stale()).toEqual([]);
    const admin = await office.signedIn('quan-tri');
    const settings = { staleAfter: 0.25 };
    const set = await admin.patch(`/api/v1/units/${String(unitId)}`, { settings });
    expect(set.status).toBe(200);
    await sweepAt('2026-03-16T15:50:00+07:00');
    expect((await stale()).map(({ told: line }) => line)).toEqual([
      'source.stale desk:dataOfficer: - open',
    ]);
  });
});

describe('a list that a program brings', () => {
  const unknown = table(['Số ĐK', 'Loại việc', 'Tình trạng'], ['DK-1', '2.000815', 'Mở']);
  const importAlerts = () => told(`kind = 'import.failed' and alert.status = 'open'`);

  it('with a key is taken by itself; one nobody has explained waits for a person', async () => {
    const admin = await office.signedIn('quan-tri');
    const permissions = ['imports.read', 'imports.write'];
    const key = await admin.post<{ key: string }>('/api/v1/api-keys', { name: 'máy', permissions });
    expect(key.status).toBe(201);
    const headers = { authorization: `Bearer ${key.body.key}` };
    const program = office.browser();
    const bring = async (text: string) => {
      const body = { profile: 'dossiers-national', text };
      const taken = await program.post<{ id: string }>('/api/v1/imports', body, headers);
      expect(taken.status).toBe(202);
      return desk.ended(taken.body.id);
    };
    expect(await bring(table(TITLES, row(201)))).toMatchObject({
      state: 'done',
      counts: { new: 1 },
    });
    const waiting = await bring(unknown);
    expect(waiting).toMatchObject({ state: 'failed', failure: 'mapping-needed' });
    await sweepAt('2026-03-16T15:51:00+07:00');
    expect(await importAlerts()).toHaveLength(1);
  });

  it('into the folder is put away once it is in; the same again does nothing', async () => {
    const own = join(folder, 'H24.99');
    await mkdir(own);
    const look = async () => {
      const watched = office.application.app.get(WatchedFolder, { strict: false });
      const { signal } = new AbortController();
      await watched.look(signal);
      await watched.look(signal);
    };
    const list = table(TITLES, row(202));
    await writeFile(join(own, 'ds.csv'), list);
    await writeFile(join(own, 'la.csv'), unknown.replace('DK-1', 'DK-2'));
    await look();
    expect(await readdir(join(own, 'done'))).toEqual(['ds.csv']);
    expect((await readdir(join(own, 'failed'))).toSorted()).toEqual(['la.csv', 'la.csv.txt']);
    expect(await readFile(join(own, 'failed', 'la.csv.txt'), 'utf8')).toMatch(/\p{L}/u);
    const count = async () => (await office.database.asRoot('select id from import')).length;
    const before = await count();
    await writeFile(join(own, 'ds.csv'), list);
    await look();
    expect((await readdir(join(own, 'done'))).toSorted()).toEqual(['ds (2).csv', 'ds.csv']);
    expect(await count()).toBe(before);
    // The office looks by itself, too, and may have taken the file at the same moment: it is new to one of them.
    const taken = await office.database.asRoot<{ id: string }>(
      `select id from import where actor ->> 'id' = 'import-folder' and failure is null`,
    );
    const ended = await Promise.all(taken.map(({ id }) => desk.ended(id)));
    expect(ended.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(ended.filter(({ counts }) => counts.new === 1)).toHaveLength(1);
    await sweepAt('2026-03-16T15:52:00+07:00');
    expect(await importAlerts()).not.toEqual([]);
  });
});
