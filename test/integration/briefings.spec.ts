import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_WISH, notificationsPath } from '#contract/alerts';
import type { Role } from '#domain/dossier';
import { BriefingPost } from '../../backend/src/briefings/briefing-post.service.ts';
import { textOf } from '../support/letter.ts';
import { MailRoom } from '../support/mail-room.ts';
import { OfficeApp } from '../support/office-app.ts';

const MORNING = '2026-03-03T07:30:00+07:00';
const { signal } = new AbortController();

let office: OfficeApp;
let room: MailRoom;
let here: number;

const person = async (username: string, roles: readonly Role[], departmentCode?: string) => {
  const place = departmentCode === undefined ? {} : { departmentCode };
  const id = await office.person(username, { unitId: here, roles, ...place });
  await office.database.asRoot(
    `insert into contact (user_id, email, changed_at) values ($1, $2, now())`,
    [id, `${username}@xa.example`],
  );
  return id;
};

beforeAll(async () => {
  room = await MailRoom.open();
  const settings = {
    SMTP_URL: `smtp://127.0.0.1:${room.port}`,
    MOTCUA_MAIL_FROM: 'motcua@xa.example',
    MOTCUA_URL: 'https://motcua.xa.example',
    MOTCUA_CLOCK: '2026-03-02T09:00:00+07:00@0',
  };
  // The test is the only one who has anything planned or sent.
  office = await OfficeApp.open(settings, {}, undefined, { api: true, worker: false });
  here = await office.unit({ code: 'H24.01' });
  await office.database.asRoot(
    `insert into department (unit_id, code, name) values ($1, 'tu-phap', 'Tư pháp')`,
    [here],
  );
  await person('lan', ['reception']);
  await person('minh', ['director']);
  await person('tam', ['head'], 'tu-phap');
  const away = await person('vang', ['viceChair']);
  await person('yen', ['viceChair']);
  await office.database.asRoot(
    `insert into absence (unit_id, id, user_id, substitute_id, from_at, until_at, set_by)
     values ($1, gen_random_uuid(), $2, null, '2026-03-02', '2026-03-09', 'test')`,
    [here, away],
  );
});
afterAll(async () => {
  await office.close();
  await room.close();
});
beforeEach(() => {
  room.arrived.length = 0;
});

const post = (): BriefingPost => office.application.app.get(BriefingPost, { strict: false });
const plan = (firesAt = MORNING): Promise<number> => post().plan(firesAt, signal);
const send = (): Promise<void> => post().clear(signal);

const letters = (): ReadonlyMap<string, string> =>
  new Map(room.arrived.map(({ to, source }) => [to[0] ?? '', textOf(source)]));

const received = async (declaredDueAt: string): Promise<{ id: string; code: string }> => {
  const lan = await office.signedIn('lan');
  const answer = await lan.post<{ id: string; code: string }>('/api/v1/dossiers', {
    ...{ procedureCode: '1.004884', channel: 'direct', declaredDueAt },
    applicant: { kind: 'person', name: 'Nguyễn Văn Kín' },
  });
  expect(answer.status).toBe(201);
  return answer.body;
};

const moved = async (id: string, command: string, body: object): Promise<void> => {
  const minh = await office.signedIn('minh');
  const first = { 'if-match': '"1"' };
  const answer = await minh.post(`/api/v1/dossiers/${id}/${command}`, body, first);
  expect([answer.status, answer.body]).toEqual([200, answer.body]);
};

describe('the letter with which a working day begins', () => {
  it('is not written where there is nothing to tell', async () => {
    await office.setClock('2026-03-02T09:10:00+07:00');
    await plan('2026-03-02T07:30:00+07:00');
    await send();
    expect(room.arrived).toEqual([]);
    const states = await office.database.asRoot('select distinct state from briefing');
    expect(states).toEqual([{ state: 'superseded' }]);
  });

  it('tells those who lead what is late, due and told to them, of how it stands when it leaves', async () => {
    const late = await received('2026-03-02T17:00:00+07:00');
    const done = await received('2026-03-02T16:00:00+07:00');
    const today = await received('2026-03-03T17:00:00+07:00');
    await received('2026-03-04T17:00:00+07:00');
    await moved(today.id, 'assign', { departmentCode: 'tu-phap' });
    const yen = await office.signedIn('yen');
    const wish = { ...DEFAULT_WISH, leadersDigest: false };
    expect((await yen.ask({ method: 'PUT', url: notificationsPath, body: wish })).status).toBe(200);
    await office.setClock(MORNING);
    await plan();
    await plan();
    room.refusals.push(452, 452);
    await send();
    expect(room.arrived).toEqual([]);
    await moved(done.id, 'issue-result', {});
    await office.database.asRoot('update briefing set leased_until = null');
    await send();
    await send();
    expect(letters().get('tam@xa.example')).not.toContain(late.code);
    expect([...letters().keys()].toSorted()).toEqual(['minh@xa.example', 'tam@xa.example']);
    const text = letters().get('minh@xa.example') ?? '';
    expect(text).toContain('Quá hạn từ ngày làm việc trước, chưa xong: 1');
    expect(text).toContain('Phải xong hôm nay: 1');
    expect(text).toContain('Phải xong trong ngày làm việc tới: 1');
    expect(text).toContain(`${late.code}: quá hạn từ 02/03/2026 17:00`);
    expect(text).toContain(`${today.code}: hạn 03/03/2026 17:00`);
    expect(text).not.toContain(done.code);
    expect(text).toContain('https://motcua.xa.example/dieu-hanh');
    expect(text).not.toContain('Nguyễn Văn Kín');
  });

  it('tells a head of the departments headed, without a table of people', async () => {
    await office.setClock('2026-03-04T07:30:00+07:00');
    await plan('2026-03-04T07:30:00+07:00');
    await send();
    expect([...letters().keys()].toSorted()).toEqual(['minh@xa.example', 'tam@xa.example']);
    const text = letters().get('tam@xa.example') ?? '';
    expect(text).toContain('Ngày 04/03/2026, Tư pháp:');
    expect(text).toContain('Quá hạn từ ngày làm việc trước, chưa xong: 1');
    expect(text).not.toContain('Theo phòng');
    expect(letters().get('minh@xa.example')).toContain('Tư pháp: quá hạn 1, phải xong hôm nay 0');
  });

  it('is not planned on a day off, nor for a morning that is over', async () => {
    await office.setClock('2026-03-07T07:30:00+07:00');
    await plan('2026-03-07T07:30:00+07:00');
    await plan('2026-03-06T07:30:00+07:00');
    const rows = await office.database.asRoot<{ day: string }>(
      `select distinct to_char(day, 'DD') as day from briefing order by 1`,
    );
    expect(rows.map(({ day }) => day)).toEqual(['02', '03', '04']);
  });

  it('does not leave when its day is over', async () => {
    await office.setClock('2026-03-09T07:30:00+07:00');
    await plan('2026-03-09T07:30:00+07:00');
    await office.setClock('2026-03-10T00:00:00+07:00');
    await send();
    expect(room.arrived).toEqual([]);
  });
});
