import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CreatedHook, HOOK_HEADERS, hooksPath } from '#contract/deliveries';
import { type Heard, HookListener } from '../support/hook-listener.ts';
import { textOf } from '../support/letter.ts';
import { MailRoom, hangsUpAfterData } from '../support/mail-room.ts';
import { OfficeApp } from '../support/office-app.ts';
import { PostDesk } from '../support/post-desk.ts';

const CLOCK = { MOTCUA_CLOCK: '2026-03-02T09:00:00+07:00@0' };
// Whoever has the post go out is the test: no worker does it meanwhile.
const openOffice = (variables: Readonly<Record<string, string>>): Promise<OfficeApp> =>
  OfficeApp.open({ ...variables, ...CLOCK }, {}, undefined, { api: true, worker: false });

const MANY = 2_000;

const messageIdOf = (source: string): string => /^Message-ID: (.*)$/im.exec(source)?.[1] ?? '';

describe('a mail server', () => {
  let office: OfficeApp;
  let desk: PostDesk;
  let people: readonly string[];

  const openWith = async (port: number): Promise<void> => {
    office = await openOffice({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    const here = await office.unit({ code: 'H24.01' });
    desk = new PostDesk(office, here);
    const names = ['an', 'binh', 'chi'];
    people = await Promise.all(
      names.map((name) => office.person(name, { unitId: here, roles: ['processing'] })),
    );
    for (const [place, id] of people.entries())
      await desk.contact(id, `${names[place]}@xa.example`);
  };
  const oneOf = (place: number): string => people[place] ?? '';
  afterEach(() => office.close());

  it('that hangs up over a letter is sent the very same one, so that it is known for a repetition', async () => {
    const server = await hangsUpAfterData();
    await openWith(server.port);
    const id = await desk.notice({ userId: oneOf(0) });
    await desk.send();
    await desk.patienceIsOver();
    // What has come meanwhile does not change a letter that may have arrived.
    const later = await desk.notice({ userId: oneOf(0) });
    await desk.send();
    const ids = server.texts.map(messageIdOf);
    expect(ids[0]).not.toBe('');
    expect(ids.filter((each) => each === ids[0])).toHaveLength(2);
    expect(await desk.stateOf(id)).toMatchObject({ state: 'open', tries: 2 });
    expect(await desk.stateOf(later)).toMatchObject({ state: 'open' });
    await server.close();
  });

  it('that may have a letter gets that one, though it was away in between', async () => {
    const server = await hangsUpAfterData();
    await openWith(server.port);
    for (const userId of people) await desk.notice({ userId });
    for (let round = 0; round < 2; round += 1) {
      await desk.send();
      await desk.patienceIsOver();
    }
    const before = server.texts.map(messageIdOf);
    await server.close();
    await desk.send();
    await desk.patienceIsOver();
    await desk.notice({ userId: oneOf(0) });
    const room = await MailRoom.open({}, server.port);
    await desk.send();
    const after = room.arrived.map(({ source }) => messageIdOf(source));
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(new Set(after).size);
    await room.close();
  });

  it('that was away is sent one letter for each person, of what is still so', async () => {
    const before = await MailRoom.open();
    const { port } = before;
    await before.close();
    await openWith(port);
    const gone: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (const userId of people) {
        const id = await desk.notice({ userId });
        if (round % 2 === 0) gone.push(id);
      }
      await desk.send();
      await desk.patienceIsOver();
    }
    for (const id of gone) await desk.close(id);
    const room = await MailRoom.open({}, port);
    await desk.send();
    expect(room.arrived.map(({ to }) => to[0]).toSorted()).toEqual([
      ...['an@xa.example', 'binh@xa.example', 'chi@xa.example'],
    ]);
    for (const id of gone) expect(await desk.stateOf(id)).toMatchObject({ state: 'superseded' });
    await room.close();
  });

  it('that was away for a day of two thousand notices is sent three letters of what is still so', async () => {
    const before = await MailRoom.open();
    const { port } = before;
    await before.close();
    await openWith(port);
    const ids = await desk.notices(people, MANY);
    await desk.send();
    await office.setClock('2026-03-03T09:00:00+07:00');
    await desk.patienceIsOver();
    await desk.closeAll(ids.filter((_id, place) => place % 2 === 1));
    const room = await MailRoom.open({}, port);
    await desk.send();
    expect(room.arrived.map(({ to }) => to[0]).toSorted()).toEqual([
      ...['an@xa.example', 'binh@xa.example', 'chi@xa.example'],
    ]);
    const counts = room.arrived.map(({ source }) =>
      Number(/có (\d+) việc cần xem/.exec(textOf(source))?.[1]),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(MANY / 2);
    expect(await desk.states()).toEqual({ sent: MANY / 2, superseded: MANY / 2 });
    await room.close();
  });

  it('gets each letter once, however many workers have the post go out', async () => {
    const room = await MailRoom.open();
    await openWith(room.port);
    for (let round = 0; round < 5; round += 1) {
      for (const userId of people) await desk.notice({ userId });
    }
    await Promise.all([desk.send(), desk.send(), desk.send(), desk.send()]);
    expect(room.arrived.map(({ to }) => to[0]).toSorted()).toEqual([
      ...['an@xa.example', 'binh@xa.example', 'chi@xa.example'],
    ]);
    await room.close();
  });
});

const nothingHeard: Heard = { path: '', headers: {}, body: '{}' };

describe('another system', () => {
  let office: OfficeApp;
  let listener: HookListener;
  let here: number;
  let desk: PostDesk;
  let an: string;

  beforeAll(async () => {
    listener = await HookListener.open();
    office = await openOffice({
      MOTCUA_HOOK_HOSTS: '127.0.0.1,localhost,169.254.169.254',
      MOTCUA_HOOK_NETWORKS: '127.0.0.1',
    });
    here = await office.unit({ code: 'H24.01' });
    an = await office.person('an', { unitId: here, roles: ['processing'] });
    await office.person('quantri', { unitId: here, roles: ['admin'] });
    desk = new PostDesk(office, here);
  });
  afterAll(async () => {
    await office.close();
    await listener.close();
  });
  beforeEach(() => {
    listener.heard.length = 0;
    listener.answer = (response) => response.writeHead(204).end();
  });

  const hook = async (url: string, more: object = {}) => {
    const admin = await office.signedIn('quantri');
    return admin.post<CreatedHook>(hooksPath, { url, template: 'motcua', ...more });
  };
  const notice = () => desk.notice({ userId: an, channel: 'webhook' });

  it('is told in a message that it can check, with nothing of a citizen in it', async () => {
    const { body: made } = await hook(`http://127.0.0.1:${listener.port}/motcua`, { token: 'abc' });
    const id = await notice();
    await desk.send();
    const [{ headers, body } = nothingHeard] = listener.heard;
    const signed = createHmac('sha256', String(made.secret));
    signed.update(`${String(headers[HOOK_HEADERS.time])}.${body}`);
    expect(headers[HOOK_HEADERS.signature]).toBe(`v1=${signed.digest('hex')}`);
    expect(headers.authorization).toBe('Bearer abc');
    expect(JSON.parse(body)).toMatchObject({
      ...{ unitId: here, to: { userId: an, username: 'an' }, alerts: [{ id }] },
      id: headers[HOOK_HEADERS.id],
    });
    expect(await desk.stateOf(id)).toMatchObject({ state: 'sent' });
  });

  it('is spoken to as a gateway of short messages expects it', async () => {
    await hook(`http://127.0.0.1:${listener.port}/sms`, { template: 'sms' });
    await desk.contact(an, null, '0912345678');
    await notice();
    await desk.send();
    expect(JSON.parse(listener.heard[0]?.body ?? '')).toMatchObject({ to: '0912345678' });
  });

  it.each([
    ['fails', 500, 'answered-badly'],
    ['sends us elsewhere', 302, 'answered-badly'],
  ])('that %s is tried again later with the same message', async (_what, status, fault) => {
    await hook(`http://127.0.0.1:${listener.port}/motcua`);
    const elsewhere = { location: `http://127.0.0.1:${listener.port}/elsewhere` };
    listener.answer = (response) => response.writeHead(status, elsewhere).end();
    const id = await notice();
    await desk.send();
    expect(await desk.stateOf(id)).toMatchObject({ state: 'open', fault, waits: true });
    await desk.patienceIsOver();
    listener.answer = (response) => response.writeHead(204).end();
    await desk.send();
    const ids = listener.heard.map(({ headers }) => headers[HOOK_HEADERS.id]);
    expect(listener.heard.map(({ path }) => path)).toEqual(['/motcua', '/motcua']);
    expect(ids[0]).toBe(ids[1]);
    expect(await desk.stateOf(id)).toMatchObject({ state: 'sent' });
  });

  it('that never stops talking is listened to for 64 KiB', async () => {
    await hook(`http://127.0.0.1:${listener.port}/motcua`);
    let written = 0;
    listener.answer = (response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(65_536, 'x');
      const more = (): void => {
        if (response.destroyed || written > 1e9) return;
        written += chunk.length;
        response.write(chunk, () => setImmediate(more));
      };
      more();
    };
    const id = await notice();
    await desk.send();
    expect(await desk.stateOf(id)).toMatchObject({ state: 'sent' });
    expect(written).toBeLessThan(50e6);
  });

  it('that says nothing keeps nobody else waiting', async () => {
    await hook(`http://127.0.0.1:${listener.port}/motcua`);
    const there = await office.unit({ code: 'H24.02' });
    const other = new PostDesk(office, there);
    const binh = await office.person('binh', { unitId: there, roles: ['processing'] });
    const told = await other.notice({ userId: binh, channel: 'browser' });
    const id = await notice();
    let silent = 0;
    listener.answer = () => {
      silent += 1;
    };
    const sending = desk.send();
    while ((await other.stateOf(told))?.state !== 'sent' || silent === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await desk.stateOf(id)).toMatchObject({ state: 'open', fault: null, waits: true });
    await sending;
    expect(await desk.stateOf(id)).toMatchObject({ state: 'open', fault: 'unreachable' });
    await desk.patienceIsOver();
    listener.answer = (response) => response.writeHead(204).end();
    await desk.send();
  });

  it('is given up after a day', async () => {
    await hook(`http://127.0.0.1:${listener.port}/motcua`);
    listener.answer = (response) => response.writeHead(500).end();
    const id = await notice();
    await desk.send();
    await office.database.asRoot(
      `update delivery set first_tried_at = first_tried_at - interval '25 hours',
         leased_until = null where alert_id = $1`,
      [id],
    );
    await desk.send();
    expect(await desk.stateOf(id)).toMatchObject({ state: 'dead', fault: 'answered-badly' });
  });

  it('is only where the operator allows it, whatever its name leads to', async () => {
    const refused = await hook('https://evil.example/');
    expect(refused).toMatchObject({ status: 422, body: { code: 'hook-host-not-allowed' } });
    await hook('http://169.254.169.254/latest/meta-data');
    const id = await notice();
    await desk.send();
    expect(await desk.stateOf(id)).toMatchObject({ state: 'dead', fault: 'not-allowed' });
  });
});
