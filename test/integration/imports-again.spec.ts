import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { OfficeApp } from '../support/office-app.ts';

const at = (day: string, time = '08:00'): string => `2026-03-${day}T${time}:00+07:00`;

let office: OfficeApp;
let here: number;
let desk: ImportDesk;
let leader: ImportDesk;

const told = (code: string, events: readonly object[], more: object = {}): object => ({
  ...{
    externalCode: code,
    source: 'mot-cua-hai-phong',
    procedureCode: '9.000001',
    channel: 'online',
  },
  ...{ procedureName: 'Thủ tục của nguồn', field: 'Hộ tịch', applicant: { name: 'Lê Thị Bình' } },
  ...{ events, ...more },
});

const happened = (type: string, moment: string, more: object = {}): object => ({
  ...{ type, at: moment },
  ...more,
});

const lived = async (code: string): Promise<readonly string[]> =>
  (await desk.events(code)).map(({ type, occurredAt }) => `${occurredAt.slice(0, 16)} ${type}`);

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-20T09:00:00+07:00@0' });
  const city = await office.unit({ code: 'H24', kind: 'city' });
  here = await office.unit({ code: 'H24.99', parentId: city });
  await office.person('dulieu', { unitId: here, roles: ['dataOfficer'] });
  await office.person('lanhdao', { unitId: here, roles: ['director'] });
  desk = new ImportDesk(await office.signedIn('dulieu'));
  leader = new ImportDesk(await office.signedIn('lanhdao'));
});
afterAll(() => office.close());

describe('a dossier told by lines', () => {
  it('lives as it is told, bound by the promise of its source', async () => {
    const done = await desk.lines([
      told(
        'H24.99-L1',
        [
          happened('received', at('02')),
          happened('supplementRequested', at('03', '09:00')),
          happened('supplementReceived', at('05', '09:00'), { dueAt: at('09', '17:00') }),
        ],
        { dueAt: at('06', '17:00') },
      ),
    ]);
    expect(done).toMatchObject({ state: 'done', counts: { new: 1 } });
    expect(await desk.dossier('H24.99-L1')).toMatchObject({
      ...{ state: 'received', officialCode: 'H24.99-L1', field: 'Hộ tịch', stepDueAt: null },
      ...{ originalDueAt: at('06', '17:00'), dueAt: at('09', '17:00') },
    });
  });

  it('has its promise moved by a pause begun there and ended here, by its whole length', async () => {
    await desk.lines([
      told(
        'H24.99-L2',
        [happened('received', at('02')), happened('supplementRequested', at('18', '09:00'))],
        { dueAt: at('19', '17:00') },
      ),
    ]);
    const waiting = await leader.dossier('H24.99-L2');
    expect(waiting).toMatchObject({ state: 'awaitingSupplement', dueAt: null });
    const answer = await leader.command(waiting, 'receive-supplement', {});
    // Wednesday to Friday: two working days, then the week-end.
    expect(answer.body).toMatchObject({ state: 'received', dueAt: at('23', '17:00') });
  });

  it('without promise and rule has no due moment at all', async () => {
    await desk.lines([told('H24.99-L3', [happened('received', at('02'))])]);
    expect(await desk.dossier('H24.99-L3')).toMatchObject({ dueAt: null, originalDueAt: null });
  });

  it.each([
    ['no channel', { channel: undefined }, 'channel'],
    ['no event that opens it', { events: [happened('resultIssued', at('02'))] }, 'events'],
    [
      'a correction',
      { events: [happened('received', at('02')), happened('corrected', at('03'))] },
      'events[1].type',
    ],
  ])('is wrong with %s, and the good ones come in', async (name, changes, column) => {
    const code = `H24.99-W-${name.length}`;
    const done = await desk.lines([
      { ...told(`${code}-X`, [happened('received', at('02'))]), ...changes },
      told(code, [happened('received', at('02'))]),
    ]);
    expect(done.counts).toMatchObject({ rows: 2, new: 1, wrong: 1 });
    expect(await desk.errors(done.id)).toMatchObject([{ row: 1, column }]);
  });

  it('that is no JSON is wrong by itself', async () => {
    const line = JSON.stringify(told('H24.99-J1', [happened('received', at('02'))]));
    const done = await desk.brought(`{"externalCode":\n${line}\n[]\n`, {
      profile: 'dossiers-ndjson',
    });
    expect(done.counts).toMatchObject({ rows: 3, new: 1, wrong: 2 });
  });
});

describe('the same dossier told again', () => {
  const RECEIVED = happened('received', at('02'));
  const ISSUED = happened('resultIssued', at('10', '10:00'));

  it('is appended what is new, and an older export moves nothing back', async () => {
    const older = [told('H24.99-A1', [RECEIVED], { dueAt: at('12', '17:00') })];
    const newer = [told('H24.99-A1', [RECEIVED, ISSUED], { dueAt: at('13', '17:00') })];
    await desk.lines(older, { exportedAt: at('09') });
    const changed = await desk.lines(newer, { exportedAt: at('11') });
    expect(changed.counts).toMatchObject({ changed: 1, new: 0 });
    const after = [
      '2026-03-02T08:00 received',
      '2026-03-10T10:00 dueRevised',
      '2026-03-10T10:00 resultIssued',
    ];
    expect(await lived('H24.99-A1')).toEqual(after);
    const late = await desk.lines(older, { exportedAt: at('10') });
    expect(late.counts).toMatchObject({ unchanged: 1, differing: 1 });
    expect(await lived('H24.99-A1')).toEqual(after);
    const [row1] = await desk.rows(late.id, '&differing=true');
    expect(row1?.differences).toContainEqual(
      expect.objectContaining({ kind: 'promise', theirs: at('12', '17:00'), taken: false }),
    );
  });

  it('has a later promise told as revised by its source', async () => {
    await desk.lines([told('H24.99-A2', [RECEIVED], { dueAt: at('12', '17:00') })], {
      exportedAt: at('09'),
    });
    await desk.lines([told('H24.99-A2', [RECEIVED], { dueAt: at('24', '17:00') })], {
      exportedAt: at('11'),
    });
    const [, revised] = await desk.events('H24.99-A2');
    expect(revised).toMatchObject({
      type: 'dueRevised',
      occurredAt: at('11'),
      payload: { cause: 'source' },
    });
    expect(await desk.dossier('H24.99-A2')).toMatchObject({
      ...{ dueAt: at('24', '17:00'), originalDueAt: at('12', '17:00') },
      sources: [{ asOf: at('11') }],
    });
  });

  it('has another date corrected, kept here against what was exported before', async () => {
    const first = [told('H24.99-A3', [RECEIVED])];
    await desk.lines(first, { exportedAt: at('09') });
    await desk.lines([told('H24.99-A3', [happened('received', at('03'))])], {
      exportedAt: at('10'),
    });
    expect(await desk.dossier('H24.99-A3')).toMatchObject({ receivedAt: at('03') });
    const mended = await leader.command(await leader.dossier('H24.99-A3'), 'correct', {
      ...{ version: 1, changes: { occurredAt: at('04') }, reason: 'Theo phiếu' },
    });
    expect(mended.status).toBe(200);
    const kept = await desk.lines(first, { exportedAt: at('11') });
    expect(kept.counts).toMatchObject({ unchanged: 1, differing: 1 });
    expect(await desk.dossier('H24.99-A3')).toMatchObject({ receivedAt: at('04') });
  });

  it('in the same bytes says what it said then, whatever was corrected here since', async () => {
    const line = [told('H24.99-A4', [RECEIVED])];
    await desk.lines(line);
    await leader.command(await leader.dossier('H24.99-A4'), 'correct', {
      ...{ version: 1, changes: { occurredAt: at('04') }, reason: 'Theo phiếu' },
    });
    const again = await desk.lines(line);
    expect(again.counts).toMatchObject({ unchanged: 1 });
    expect(await desk.dossier('H24.99-A4')).toMatchObject({ receivedAt: at('04') });
  });
});

describe('who handed a dossier in', () => {
  const RECEIVED = happened('received', at('02'));
  const of = (code: string, applicant: object): object => told(code, [RECEIVED], { applicant });
  const named = async (query: string) =>
    (await desk.dossiers(`&q=${query}`)).map(({ applicantName }) => applicantName);

  it('is as the newest export tells, and found by that name alone', async () => {
    await desk.lines([of('H24.99-P1', { name: 'Trần Văn Khế', phone: '0912000111' })], {
      exportedAt: at('09'),
    });
    const changed = await desk.lines([of('H24.99-P1', { name: 'Trần Văn Khế Mới' })], {
      exportedAt: at('11'),
    });
    expect(changed.counts).toMatchObject({ changed: 1, unchanged: 0 });
    expect(await named('H24.99-P1')).toEqual(['Trần Văn Khế Mới']);
    const { applicant, version } = await desk.dossier('H24.99-P1');
    expect(applicant).toMatchObject({ name: 'Trần Văn Khế Mới', phone: '091****111' });
    expect(version).toBe(1);
    const search = async (q: string) =>
      (
        await office.database.asRoot(
          'select word from search_word where unit_id = $1 and word = $2',
          [here, q],
        )
      ).length;
    expect(await search('tran van khe')).toBe(0);
    expect(await search('tran van khe moi')).toBe(1);
  });

  it('is not taken back by an older export, nor told anew by the same bytes', async () => {
    const newer = [of('H24.99-P2', { name: 'Lê Thị Mận' })];
    await desk.lines(newer, { exportedAt: at('11') });
    const late = await desk.lines([of('H24.99-P2', { name: 'Le Thi Man' })], {
      exportedAt: at('10'),
    });
    expect(late.counts).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await named('H24.99-P2')).toEqual(['Lê Thị Mận']);
    const again = await desk.lines(newer, { exportedAt: at('12') });
    expect(again.counts).toMatchObject({ unchanged: 1, changed: 0 });
  });

  it('is written down without a word about the person', async () => {
    await desk.lines([of('H24.99-P3', { name: 'Đỗ Thị Na' })], { exportedAt: at('09') });
    const { id } = await desk.dossier('H24.99-P3');
    const done = await desk.lines([of('H24.99-P3', { name: 'Đỗ Thị Na', phone: '0912000333' })], {
      exportedAt: at('10'),
    });
    const lines = await office.database.asRoot(
      `select facts from audit where act = 'applicant.imported' and subject_id = $1`,
      [id],
    );
    expect(lines).toEqual([{ facts: { importId: done.id, fields: ['phone'] } }]);
  });
});

describe('a case of a procedure that the catalogue does not have', () => {
  it.each([
    ['2.000815', 'phuc-tap', 'new'],
    ['2.000815', 'khong-co', 'wrong'],
    ['9.000002', 'phuc-tap', 'wrong'],
  ])('%s %s is %s when looked at as when taken over', async (procedureCode, variantKey, kind) => {
    const code = `H24.99-V-${procedureCode}-${variantKey}`;
    const line = told(code, [happened('received', at('02'))], { procedureCode, variantKey });
    const looked = await desk.lines([line], { dryRun: true });
    expect(looked.counts).toMatchObject({ rows: 1, [kind]: 1 });
    const done = await desk.lines([line]);
    expect(done.counts).toMatchObject({ rows: 1, [kind]: 1 });
  });
});

describe('the same official code in another system', () => {
  const both = { officialCode: 'H24.99-B1' };
  const inCity = told('H24.99-B1', [happened('received', at('02'))], { dueAt: at('12', '17:00') });
  const inMinistry = told(
    'HT-1',
    [happened('received', at('02')), happened('resultIssued', at('04'))],
    {
      ...both,
      ...{ source: 'ho-tich', dueAt: at('30', '17:00') },
    },
  );

  it('joins the same dossier, counted once, and moves nothing of it', async () => {
    const done = await desk.lines([inCity, inMinistry]);
    expect(done).toMatchObject({ state: 'done', counts: { rows: 2, done: 2 } });
    expect(await desk.dossiers('&q=H24.99-B1')).toHaveLength(1);
    const found = await desk.dossier('H24.99-B1');
    expect(found).toMatchObject({
      state: 'received',
      dueAt: at('12', '17:00'),
      source: 'mot-cua-hai-phong',
    });
    expect(found.sources.map(({ source, differences }) => [source, differences])).toEqual(
      expect.arrayContaining([
        ['ho-tich', expect.arrayContaining(['otherwise:declaredDueAt', 'otherwise:state'])],
      ]),
    );
  });

  it('is found by either code', async () => {
    expect((await desk.dossiers('&q=HT-1')).map(({ officialCode }) => officialCode)).toEqual([
      'H24.99-B1',
    ]);
  });

  it('in its own list joins it too, whichever of them comes first', async () => {
    const titles = [...TITLES, 'HeThongNguon'];
    const listed = (from: string, code: string): string =>
      table(titles, [...row(1, { MaHoSo: code }), from]);
    const [one, other] = ['H24.99-260302-7001', 'H24.99-260302-7002'];
    await desk.brought(listed('Một cửa Hải Phòng', one));
    const second = await desk.brought(listed('Hộ tịch', one));
    expect(second.counts).toMatchObject({ rows: 1, new: 0, wrong: 0 });
    await desk.brought(listed('Hộ tịch', other));
    await desk.brought(listed('Một cửa Hải Phòng', other));
    for (const code of [one, other]) {
      expect(await desk.dossiers(`&q=${code}`)).toHaveLength(1);
      const { sources } = await desk.dossier(code);
      expect(sources.map(({ source }) => source).toSorted()).toEqual([
        'ho-tich',
        'mot-cua-hai-phong',
      ]);
    }
  });

  it('stays with the dossier its system is known to mean', async () => {
    const code = 'H24.99-260302-7003';
    await desk.lines([told(code, [happened('received', at('02'))], { source: 'ho-tich' })]);
    await desk.lines([told(code, [happened('received', at('02'))])]);
    expect(await desk.dossiers(`&q=${code}`)).toHaveLength(2);
    const list = table([...TITLES, 'HeThongNguon'], [...row(1, { MaHoSo: code }), 'Hộ tịch']);
    const again = await desk.brought(list);
    expect(again.counts).toMatchObject({ rows: 1, new: 0, wrong: 0 });
  });

  it('of two different dossiers is wrong', async () => {
    await desk.lines([told('HT-2', [happened('received', at('02'))], { source: 'ho-tich' })]);
    const done = await desk.lines([
      told('HT-2', [happened('received', at('02'))], { source: 'ho-tich', ...both }),
    ]);
    expect(await desk.errors(done.id)).toMatchObject([
      { column: 'officialCode', code: 'code-of-another' },
    ]);
  });
});

describe('a list that tells where dossiers stand', () => {
  it('pauses from the export that said so first, until a later one says otherwise', async () => {
    const list = (status: string): string =>
      table(
        TITLES,
        row(1, { MaHoSo: 'H24.99-S1', TrangThai: status, NgayHenTra: '12/03/2026 17:00' }),
      );
    const first = await desk.brought(list('5'), { exportedAt: at('04', '09:00') });
    expect((await desk.rows(first.id))[0]?.marks).toEqual(['request-date-unknown']);
    await desk.brought(`${list('5')}\n`, { exportedAt: at('05', '09:00') });
    expect(await lived('H24.99-S1')).toEqual([
      '2026-03-02T08:00 received',
      '2026-03-04T09:00 supplementRequested',
    ]);
    await desk.brought(list('2'), { exportedAt: at('06', '09:00') });
    expect((await lived('H24.99-S1')).at(-1)).toBe('2026-03-06T09:00 supplementReceived');
    expect(await desk.dossier('H24.99-S1')).toMatchObject({
      state: 'received',
      dueAt: at('12', '17:00'),
    });
  });

  it('is as fresh as the last export, though that told nothing new', async () => {
    const list = table(TITLES, row(1, { MaHoSo: 'H24.99-S2' }));
    await desk.brought(list, { exportedAt: at('04', '09:00') });
    expect(await desk.dossiers('&stale=true&q=H24.99-S2')).toHaveLength(1);
    const again = await desk.brought(list, { exportedAt: at('20', '08:30') });
    expect(again.counts).toMatchObject({ unchanged: 1 });
    expect(await desk.dossiers('&stale=true&q=H24.99-S2')).toHaveLength(0);
  });
});
