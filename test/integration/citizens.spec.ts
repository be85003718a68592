import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  TELL_CITIZEN,
  callsPath,
  citizenMessagesPath,
  tellCitizenSchema,
  type Call,
  type CitizenMessage,
  type DossierMessages,
} from '#contract/citizens';
import { HOOK_HEADERS, hooksPath, type CreatedHook } from '#contract/deliveries';
import { dossiersPath, type CreatedDossier, type DossierAnswer } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { MESSAGE_KINDS } from '#domain/citizen';
import { MessageOrdersJob } from '../../backend/src/citizens/message-orders.job.ts';
import { SendMessagesJob } from '../../backend/src/citizens/send-messages.jobs.ts';
import { type Heard, HookListener } from '../support/hook-listener.ts';
import { textOf } from '../support/letter.ts';
import { MailRoom } from '../support/mail-room.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const MONDAY = '2026-03-02T09:00:00+07:00';
const declaredDueAt = '2026-03-05T17:00:00+07:00';
const going = { signal: new AbortController().signal };

let office: OfficeApp;
let room: MailRoom;
let gateway: HookListener;
let here: number;
let counter: Browser;
let leader: Browser;
let admin: Browser;
let phones = 0;

beforeAll(async () => {
  room = await MailRoom.open();
  gateway = await HookListener.open();
  // Whoever tells citizens is the test: no worker does it meanwhile.
  office = await OfficeApp.open(
    {
      SMTP_URL: `smtp://127.0.0.1:${room.port}`,
      MOTCUA_URL: 'https://motcua.xa.example',
      MOTCUA_HOOK_HOSTS: '127.0.0.1',
      MOTCUA_HOOK_NETWORKS: '127.0.0.1',
      MOTCUA_CLOCK: `${MONDAY}@0`,
    },
    {},
    undefined,
    { api: true, worker: false },
  );
  here = await office.unit({ code: 'H24.01' });
  await office.person('quay', { unitId: here, roles: ['reception'] });
  await office.person('lanhdao', { unitId: here, roles: ['director'] });
  await office.person('quantri', { unitId: here, roles: ['admin'] });
  counter = await office.signedIn('quay');
  leader = await office.signedIn('lanhdao');
  admin = await office.signedIn('quantri');
  await settings({ kinds: MESSAGE_KINDS });
});
afterAll(async () => {
  await office.close();
  await room.close();
  await gateway.close();
});
beforeEach(async () => {
  room.arrived.length = 0;
  gateway.heard.length = 0;
  gateway.answer = (response) => response.writeHead(202).end();
  await office.setClock(MONDAY);
});

const settings = async (changes: object): Promise<void> => {
  const citizenMessages = { kinds: [], texts: {}, place: null, importedToo: false, ...changes };
  const body = { settings: { citizenMessages } };
  expect((await admin.patch(`/api/v1/units/${here}`, body)).status).toBe(200);
};

const withGateway = async (template = 'sms'): Promise<CreatedHook> => {
  const url = `http://127.0.0.1:${gateway.port}/gui`;
  const templateIds = { resultReady: '30412' };
  const body = { url, template, serves: 'citizens', templateIds };
  const answer = await admin.post<CreatedHook>(hooksPath, body);
  expect(answer.status).toBe(201);
  return answer.body;
};

const withoutGateway = async (): Promise<void> => {
  await office.database.asRoot('update hook set ended_at = now() where ended_at is null');
};

const received = async (changes: object = {}): Promise<CreatedDossier> => {
  phones += 1;
  const phone = `09123${String(phones).padStart(5, '0')}`;
  const applicant = { name: 'Nguyễn Văn An', phone };
  const body = {
    procedureCode: '9.000001',
    channel: 'direct',
    applicant,
    mayTell: true,
    declaredDueAt,
  };
  const answer = await counter.post<CreatedDossier>(dossiersPath, { ...body, ...changes });
  expect(answer.status).toBe(201);
  return answer.body;
};

const commanded = async (dossier: DossierAnswer, command: string, body: object = {}) => {
  const answer = await leader.post<DossierAnswer>(
    `${dossiersPath}/${dossier.id}/${command}`,
    body,
    { 'if-match': `"${dossier.version}"` },
  );
  expect(answer.status).toBe(200);
  return answer.body;
};

/** What commands left in the outbox is taken to whoever does it: twice, as a queue may. */
const ordered = async (): Promise<void> => {
  const rows = await office.database.asRoot<{ readonly message: unknown }>(
    `update outbox set state = 'sent', settled_at = now()
     where topic = $1 and state = 'open' returning message`,
    [TELL_CITIZEN],
  );
  const job = office.application.app.get(MessageOrdersJob, { strict: false });
  for (const { message } of [...rows, ...rows]) await job.handle(tellCitizenSchema.parse(message));
};

const sent = async (): Promise<void> => {
  await ordered();
  await office.application.app.get(SendMessagesJob, { strict: false }).handle({}, going);
};

const told = async ({ id }: { readonly id: string }): Promise<DossierMessages> =>
  (await counter.get<DossierMessages>(`${dossiersPath}/${id}/messages`)).body;

const fates = async (dossier: { readonly id: string }): Promise<readonly string[]> =>
  (await told(dossier)).items.map(({ kind, state, fault }) => `${kind} ${state} ${fault}`);

const calls = async (): Promise<readonly Call[]> =>
  (await counter.get<Page<Call>>(callsPath)).body.items;

const callAbout = async ({ id }: { readonly id: string }): Promise<Call> => {
  const call = (await calls()).find(({ dossierId }) => dossierId === id);
  if (call === undefined) throw new Error('nobody is to be called');
  return call;
};

describe('a citizen whose unit has a gateway', () => {
  it('is told of the receipt in one signed message that names nobody', async () => {
    const hook = await withGateway();
    const dossier = await received();
    await sent();
    await sent();
    expect(gateway.heard).toHaveLength(1);
    const [heard] = gateway.heard;
    const body = heard?.body ?? '';
    const headers: Heard['headers'] = heard?.headers ?? {};
    const { to, text, reference } = JSON.parse(body) as Readonly<Record<string, string>>;
    expect(to).toBe('0912300001');
    expect(text).toContain(`hồ sơ ${dossier.code}, hẹn trả kết quả lúc `);
    expect(text).toContain(`/tra-cuu#${dossier.code}/${dossier.lookupCode}`);
    expect(text).not.toContain('Nguyễn');
    expect(headers[HOOK_HEADERS.id]).toBe(reference);
    const signed = `${String(headers[HOOK_HEADERS.time])}.${body}`;
    const expected = createHmac('sha256', hook.secret ?? '')
      .update(signed)
      .digest('hex');
    expect(headers[HOOK_HEADERS.signature]).toBe(`v1=${expected}`);
    expect(await fates(dossier)).toEqual(['received sent null']);
    expect((await told(dossier)).consent).toMatchObject({ isGiven: true, by: 'quay' });
  });

  it('reads a text of Zalo’s, and is called where Zalo refuses inside a good answer', async () => {
    await withGateway('zaloOa');
    gateway.answer = (response) => response.writeHead(200).end('{"error":-118}');
    const dossier = await received();
    await commanded(dossier, 'issue-result');
    await sent();
    expect(JSON.parse(gateway.heard[0]?.body ?? '')).toMatchObject({
      phone: '84912300002',
      template_id: '30412',
      template_data: { code: dossier.code, unit: 'H24.01' },
    });
    expect((await callAbout(dossier)).fault).toBe('refused');
    await commanded({ ...dossier, version: dossier.version + 1 }, 'return', { method: 'counter' });
  });

  it('is told again what the gateway said it had not taken, and never what it may have', async () => {
    await withGateway();
    gateway.answer = (response) => response.writeHead(503).end();
    const dossier = await received();
    await sent();
    expect(await fates(dossier)).toEqual(['received open answered-badly']);
    gateway.answer = (response) => response.writeHead(202).end();
    await office.database.asRoot('update citizen_message set retry_at = null');
    await sent();
    expect(await fates(dossier)).toEqual(['received sent null']);

    gateway.answer = (response) => response.destroy();
    const other = await commanded(await received(), 'issue-result');
    const before = gateway.heard.length;
    await sent();
    await sent();
    expect(gateway.heard).toHaveLength(before + 1);
    expect((await callAbout(other)).fault).toBe('unsure');
    await commanded(other, 'return', { method: 'counter' });
  });

  it('is told once though the process dies between the message and its note', async () => {
    const dossier = await commanded(await received(), 'issue-result');
    await ordered();
    // As kill −9 leaves it: put down as leaving, nobody there who knows how far it came.
    await office.database.asRoot(
      `update citizen_message set state = 'leaving', way = 'gateway', tries = 1,
         leased_until = now() - interval '1 minute' where dossier_id = $1`,
      [dossier.id],
    );
    await sent();
    expect(gateway.heard).toEqual([]);
    expect((await callAbout(dossier)).fault).toBe('unsure');
    await commanded(dossier, 'return', { method: 'counter' });
    expect(await calls()).toEqual([]);
  });

  it('is not woken: what happens in the evening is told in the morning, if it is so then', async () => {
    await office.setClock('2026-03-02T18:00:00+07:00');
    const evening = await commanded(await received(), 'issue-result');
    const handed = await commanded(await received(), 'issue-result');
    await sent();
    expect(gateway.heard).toEqual([]);
    await office.setClock('2026-03-03T07:31:00+07:00');
    await commanded(handed, 'return', { method: 'counter' });
    await sent();
    expect(await fates(evening)).toContain('resultReady sent null');
    expect(await fates(handed)).toContain('resultReady superseded not-so');
    expect(gateway.heard).toHaveLength(1);
  });

  it('hears of missing papers and of a new moment, each while it is so', async () => {
    const reason = 'Thiếu bản chính';
    const dossier = await received();
    const asked = await commanded(dossier, 'request-supplement', { items: 'Bản chính', reason });
    await sent();
    expect(gateway.heard.at(-1)?.body).toContain('cần bổ sung');
    const brought = await commanded(asked, 'receive-supplement');
    await commanded(brought, 'extend', { dueAt: '2026-04-29T17:00:00+07:00', reason });
    await sent();
    expect(gateway.heard.at(-1)?.body).toContain('xin hẹn lại lúc 17:00 ngày 29/04/2026');
    expect(await fates(dossier)).toEqual(
      expect.arrayContaining(['supplement sent null', 'apology sent null']),
    );
  });
});

describe('a citizen who did not say yes', () => {
  it('is told nothing, and neither is who has said no since', async () => {
    const silent = await received({ mayTell: false });
    const applicant = { name: 'Trần Thị Bình', phone: '0987654321' };
    const spoken = await received({ applicant });
    const also = await received({ applicant });
    await counter.ask({
      ...{ method: 'PUT', url: `${dossiersPath}/${also.id}/consent` },
      body: { isGiven: false },
    });
    await sent();
    expect(gateway.heard).toEqual([]);
    expect(await fates(silent)).toEqual(['received superseded not-wanted']);
    expect(await fates(spoken)).toEqual(['received superseded not-wanted']);
    expect((await told(also)).consent).toMatchObject({ isGiven: false, by: 'quay' });
  });

  it('is told of a dossier from elsewhere only where the unit answers for it', async () => {
    const elsewhere = { source: 'dvcqg', mayTell: false };
    const first = await received({ ...elsewhere, externalCode: 'G1' });
    await sent();
    expect(await fates(first)).toEqual(['received superseded not-wanted']);
    await settings({ kinds: MESSAGE_KINDS, importedToo: true });
    const second = await received({ ...elsewhere, externalCode: 'G2' });
    await sent();
    expect(await fates(second)).toEqual(['received sent null']);
    await settings({ kinds: MESSAGE_KINDS });
  });
});

describe('a citizen whom no message reaches', () => {
  it('is written to where there is no gateway but a mailbox', async () => {
    await withoutGateway();
    const applicant = { name: 'Lê Văn Chung', phone: '0900000001', email: 'chung@thu.example' };
    const dossier = await commanded(await received({ applicant }), 'issue-result');
    await sent();
    const [letter] = room.arrived;
    expect(letter?.to).toEqual(['chung@thu.example']);
    expect(textOf(letter?.source ?? '')).toContain(`hồ sơ ${dossier.code} đã có kết quả`);
    expect(letter?.source).not.toContain('Chung');
  });

  it('is called, by whoever stands at the counter; each way it may go is one press', async () => {
    await withoutGateway();
    const dossier = await commanded(await received(), 'issue-result');
    await sent();
    const call = await callAbout(dossier);
    expect(call).toMatchObject({
      kind: 'resultReady',
      name: 'Nguyễn Văn An',
      tries: 0,
      fault: null,
    });
    const path = `${callsPath}/${call.id}/outcome`;
    expect((await counter.post(path, { outcome: 'noAnswer' })).status).toBe(204);
    expect(await callAbout(dossier)).toMatchObject({
      ...{ tries: 1, notBefore: '2026-03-02T10:00:00+07:00' },
    });
    const past = { outcome: 'later', until: '2026-03-02T08:00:00+07:00' };
    expect(await counter.post(path, past)).toMatchObject({
      ...{ status: 422, body: { code: 'call-later-not-ahead' } },
    });
    const later = { outcome: 'later', until: '2026-03-03T08:00:00+07:00' };
    expect((await counter.post(path, later)).status).toBe(204);
    expect((await callAbout(dossier)).notBefore).toBe('2026-03-03T08:00:00+07:00');
    expect((await counter.post(path, { outcome: 'reached' })).status).toBe(204);
    expect(await calls()).toEqual([]);
    expect(await counter.post(path, { outcome: 'reached' })).toMatchObject({
      ...{ status: 409, body: { code: 'call-over' } },
    });
    expect(await fates(dossier)).toContain('resultReady called null');
  });

  it('need not be called when the result is collected, or when they want to hear nothing', async () => {
    const collected = await commanded(await received(), 'issue-result');
    const refusing = await commanded(await received(), 'issue-result');
    await sent();
    expect(await calls()).toHaveLength(2);
    await commanded(collected, 'return', { method: 'counter' });
    const url = `${dossiersPath}/${refusing.id}/consent`;
    await counter.ask({ method: 'PUT', url, body: { isGiven: false } });
    expect(await calls()).toEqual([]);
    await sent();
    expect(await fates(collected)).toContain('resultReady superseded not-so');
  });

  it('is nobody’s business who does not sit at the counter; the fate is told without a name', async () => {
    expect((await admin.get(callsPath)).status).toBe(403);
    const list = await admin.get<Page<CitizenMessage>>(`${citizenMessagesPath}?state=called`);
    expect(list.body.items).toMatchObject([{ kind: 'resultReady', state: 'called', way: null }]);
    expect(JSON.stringify(list.body)).not.toContain('Nguyễn');
  });
});

describe('the texts of a unit', () => {
  it('are its own, as long as they name what there is and nobody', async () => {
    await withGateway('motcua');
    const texts = { received: 'Xã báo: đã nhận {mã hồ sơ}, hẹn {hẹn trả}.' };
    await settings({ kinds: ['received'], texts });
    const dossier = await received();
    await sent();
    expect(JSON.parse(gateway.heard[0]?.body ?? '')).toMatchObject({
      kind: 'received',
      text: expect.stringContaining(`Xã báo: đã nhận ${dossier.code}, hẹn `),
    });
    const wrong = {
      kinds: [],
      texts: { received: 'Chào {họ tên}' },
      place: null,
      importedToo: false,
    };
    const body = { settings: { citizenMessages: wrong } };
    expect((await admin.patch(`/api/v1/units/${here}`, body)).status).toBe(400);
  });
});
