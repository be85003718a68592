import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  clockSchema,
  createdDossierSchema,
  dossierSchema,
  eventsSchema,
  type Approval,
  type ClockAnswer,
  type CreatedDossier,
  type DossierAnswer,
  type DossierDetail,
  type EventAnswer,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp, aReceipt } from '../support/dossiers-app.ts';

let app: DossiersApp;
let unit: number;
let other: number;
let reception: string;
let director: string;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00');
  unit = await aUnitRow(app.database, 'H24.99');
  other = await aUnitRow(app.database, 'H24.98');
  reception = `reception@${unit}`;
  director = `director@${unit}`;
});
afterAll(() => app.close());

const DECLARED = { declaredDueAt: '2026-03-04T17:00:00+07:00' };

const post = <Body = CreatedDossier>(as: string, body: object, headers = {}) =>
  app.ask<Body>(as, 'POST /api/v1/dossiers', { body, headers });
const events = (id: string, as = reception) =>
  app.ask<Page<EventAnswer>>(as, `GET /api/v1/dossiers/${id}/events`);

describe('a dossier received at the counter', () => {
  it('gets its own code, a look-up code and a due moment', async () => {
    const { status, headers, body } = await post(
      reception,
      aReceipt({ procedureCode: '2.000815' }),
    );
    expect(status).toBe(201);
    expect(headers['etag']).toBe('"1"');
    expect(createdDossierSchema.parse(body)).toMatchObject({
      state: 'received',
      version: 1,
      officialCode: null,
      receivedAt: '2026-03-02T08:00:00+07:00',
      dueAt: '2026-03-02T17:00:00+07:00',
      originalDueAt: '2026-03-02T17:00:00+07:00',
      provisionalDueAt: '2026-03-02T17:00:00+07:00',
      field: 'Chứng thực',
    });
    expect(body.code).toMatch(/^MC\.H24\.\d+-260302-\d{4}$/);
    expect(body.lookupCode).toMatch(/^[0-9A-Z]{8}$/);
    expect(body.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7/);
  });

  it('keeps persons out of its events, and masks them for whoever looks', async () => {
    const { id } = await app.received(reception);
    const { body } = await app.ask<DossierDetail>(reception, `GET /api/v1/dossiers/${id}`);
    expect(dossierSchema.parse(body).applicant).toMatchObject({
      name: 'Nguyễn Văn An',
      phone: '091******678',
      idNumber: '031******234',
    });
    const [row] = await app.database.asRoot<{ told: string }>(
      `select (select json_agg(e)::text from dossier_event e)
        || (select json_agg(a)::text from audit a) as told`,
    );
    expect(row?.told).not.toMatch(/Nguyễn|0912|031090001234/);
  });

  it('shows no person to an observer', async () => {
    const { id } = await app.received(reception);
    const { body } = await app.ask<DossierDetail>(`observer@${unit}`, `GET /api/v1/dossiers/${id}`);
    expect(body.applicant).toBeNull();
  });

  it('tells a back-dated receipt only with a reason', async () => {
    const receivedAt = '2026-02-25T09:00:00+07:00';
    const refused = await post<Problem>(reception, aReceipt({ receivedAt }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'backdate-reason-required' } });
    const told = aReceipt({ receivedAt, backdateReason: 'Mất điện cả ngày' });
    const { status, body } = await post(reception, told);
    expect([status, body.receivedAt]).toEqual([201, receivedAt]);
    expect(body.code).toContain('-260225-');
  });

  it('waits for its acceptance when it was only sent in', async () => {
    const sent = await app.received(reception, { submitOnly: true, channel: 'online' });
    expect(sent).toMatchObject({ state: 'submitted', dueAt: null, receivedAt: null });
    const accepted = await app.done(reception, sent, 'accept', { officialCode: 'H24.99-1' });
    expect(accepted).toMatchObject({ state: 'received', officialCode: 'H24.99-1', version: 2 });
  });

  it('is known by the codes of its sources: the same again is refused with its id', async () => {
    const told = aReceipt({ source: 'bo-tu-phap', externalCode: 'BTP-1', officialCode: 'OFF-1' });
    const { body } = await post(reception, told);
    expect(body).toMatchObject({ source: 'bo-tu-phap', externalCode: 'BTP-1' });
    expect(await post<Problem>(reception, told)).toMatchObject({
      status: 409,
      body: { code: 'dossier-exists', id: body.id },
    });
  });

  it('is counted once when another system tells the same official code', async () => {
    const first = await app.received(reception, { externalCode: 'H24.99-260302-9001' });
    expect(first.officialCode).toBe('H24.99-260302-9001');
    const again = { officialCode: 'H24.99-260302-9001', source: 'dvcqg', externalCode: 'G-77' };
    const { status, body } = await post(reception, aReceipt({ ...again, channel: 'online' }));
    expect([status, body.id]).toEqual([200, first.id]);
    const seen = await app.ask<DossierDetail>(reception, `GET /api/v1/dossiers/${first.id}`);
    expect(seen.body.sources.map(({ source }) => source)).toEqual(['mot-cua-hai-phong', 'dvcqg']);
    expect(seen.body.sources[1]?.differences).toEqual(['channel']);
  });

  it('is refused what is no dossier', async () => {
    const wrong = { applicant: { name: 'x'.repeat(10_000) } };
    expect((await post(reception, aReceipt(wrong))).status).toBe(400);
    expect((await post(reception, aReceipt({ fee: '20000' }))).status).toBe(400);
    expect((await post(reception, aReceipt({ fee: -1 }))).status).toBe(422);
    expect((await post(reception, aReceipt({ fee: 1.5 }))).status).toBe(422);
    expect((await post(reception, aReceipt({ nothing: 1 }))).status).toBe(400);
    expect((await post(`observer@${unit}`, aReceipt())).status).toBe(403);
    expect((await post('', aReceipt())).status).toBe(401);
    expect((await post('', {})).status).toBe(400);
    const unclear = await post<Problem>(`reception@${unit},${other}`, aReceipt());
    expect(unclear).toMatchObject({ status: 422, body: { code: 'unit-required' } });
  });
});

describe('the life of a dossier', () => {
  it('waits for a supplement, is resumed and finished, and the due moment moves with it', async () => {
    const received = await app.received(reception, DECLARED);
    const asked = await app.done(reception, received, 'request-supplement', {
      items: 'Bản chính giấy khai sinh',
      reason: 'Thiếu bản chính',
    });
    expect(asked).toMatchObject({ state: 'awaitingSupplement', dueAt: null });
    expect(asked.provisionalDueAt).toBe(received.dueAt);
    const back = await app.done(reception, asked, 'receive-supplement');
    expect(back).toMatchObject({ state: 'received', dueAt: received.dueAt });
    const issued = await app.done(`processing@${unit}`, back, 'issue-result', {
      documentNo: '12/CT',
    });
    expect(issued.state).toBe('resultReady');
    const returned = await app.done(reception, issued, 'return', { method: 'counter' });
    expect(returned).toMatchObject({ state: 'returned', version: 5 });
    const { body } = await events(received.id);
    expect(eventsSchema.parse(body).items.map(({ type }) => type)).toEqual([
      'received',
      'supplementRequested',
      'supplementReceived',
      'resultIssued',
      'returned',
    ]);
    expect(body.items[1]).toMatchObject({
      reason: 'Thiếu bản chính',
      texts: { items: 'Bản chính giấy khai sinh' },
    });
    expect((await events(received.id, `observer@${unit}`)).body.items[1]?.reason).toBeUndefined();
  });

  it('has a clock that says why it is due then', async () => {
    const { id } = await app.received(reception, { procedureCode: '2.000815' });
    const { status, body } = await app.ask<ClockAnswer>(
      reception,
      `GET /api/v1/dossiers/${id}/clock`,
    );
    expect(status).toBe(200);
    expect(clockSchema.parse(body)).toMatchObject({
      dueAt: '2026-03-02T17:00:00+07:00',
      explanation: [{ date: '2026-03-02', kind: 'receiptDay' }],
      elapsed: 0,
    });
    expect(body.remaining).toBe((3.5 + 4) * 3_600_000);
  });
});

describe('the order of answers', () => {
  const note = (as: string, id: string, headers: Record<string, string>, body: object) =>
    app.ask<Problem>(as, `POST /api/v1/dossiers/${id}/note`, { body, headers });
  const GOOD = { text: 'Đã gọi điện' };

  it('is that of the contract', async () => {
    const { id } = await app.received(reception);
    const missing = '0190c000-0000-7000-8000-00000000dead';
    expect((await note('', id, {}, { text: 1 })).status).toBe(400);
    expect((await note('', id, {}, GOOD)).status).toBe(401);
    expect((await note(`observer@${unit}`, missing, {}, GOOD)).status).toBe(404);
    expect((await note(`observer@${unit}`, id, {}, GOOD)).status).toBe(403);
    expect((await note(reception, id, {}, GOOD)).status).toBe(428);
    const stale = await note(reception, id, { 'if-match': '"7"' }, GOOD);
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-stale', version: 1 } });
    const notNow = await app.command<Problem>(reception, { id, version: 1 }, 'accept');
    expect(notNow).toMatchObject({ status: 409, body: { code: 'act-not-allowed-in-state' } });
    expect(notNow.body.allowed).toContain('request-supplement');
    expect(notNow.body.allowed).not.toContain('revise-due');
    const refuse = { reasonCode: 'khong-du-dieu-kien', reason: 'Không đủ điều kiện' };
    const notHere = await app.command<Problem>(reception, { id, version: 1 }, 'refuse', refuse);
    expect(notHere).toMatchObject({ status: 403, body: { code: 'act-not-yours-here' } });
  });

  it('tells nothing of another unit: missing is missing', async () => {
    const { id } = await app.received(reception);
    const missing = '0190c000-0000-7000-8000-00000000dead';
    const [there, nowhere] = await Promise.all(
      [id, missing].map((each) =>
        app.ask<Problem>(`director@${other}`, `GET /api/v1/dossiers/${each}`),
      ),
    );
    expect(there?.status).toBe(404);
    const bare = (problem: Problem | undefined) => ({
      ...problem,
      ...{ requestId: '', instance: '' },
    });
    expect(bare(there?.body)).toEqual(bare(nowhere?.body));
  });
});

describe('many at once', () => {
  it('lets exactly one of fifty win', async () => {
    const dossier = await app.received(reception);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        app.command(`processing@${unit}`, dossier, 'issue-result', {}),
      ),
    );
    const count = (status: number) => answers.filter((each) => each.status === status).length;
    expect([count(200), count(412)]).toEqual([1, 49]);
    expect((await events(dossier.id)).body.items).toHaveLength(2);
  });

  it('does once what is asked twenty times under one key', async () => {
    const headers = { 'idempotency-key': 'once' };
    const body = aReceipt({ procedureCode: '2.000815' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(reception, body, headers)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((each) => JSON.stringify(each.body))).size).toBe(1);
    const differently = await post<Problem>(reception, aReceipt({ channel: 'post' }), headers);
    expect(differently).toMatchObject({ status: 422, body: { code: 'key-used-otherwise' } });
  });

  it('replays a command under its key, even after others followed', async () => {
    const { id } = await app.received(reception);
    const ask = (version: number) =>
      app.ask<DossierAnswer>(reception, `POST /api/v1/dossiers/${id}/note`, {
        body: { text: 'Đã gọi điện' },
        headers: { 'if-match': `"${version}"`, 'idempotency-key': 'note-1' },
      });
    const first = await ask(1);
    expect(first).toMatchObject({ status: 200, body: { version: 2 } });
    await app.done(reception, { id, version: 2 }, 'withdraw');
    expect((await ask(1)).body).toEqual(first.body);
    expect((await events(id)).body.items).toHaveLength(3);
  });
});

describe('a command that waits for a leader', () => {
  it('leaves the dossier as it is', async () => {
    const dossier = await app.received(reception, DECLARED);
    const extend = { dueAt: '2026-03-20T17:00:00+07:00', reason: 'Cần xác minh thêm' };
    const asked = await app.command<{ approvalId: string }>(
      `processing@${unit}`,
      dossier,
      'extend',
      extend,
    );
    expect(asked).toMatchObject({ status: 202, body: { approvalId: expect.any(String) } });
    const again = await app.command<Problem>(`processing@${unit}`, dossier, 'extend', extend);
    expect(again).toMatchObject({ status: 409, body: { code: 'approval-under-way' } });
    expect((await app.done(director, dossier, 'extend', extend)).dueAt).toBe(extend.dueAt);
  });

  it('is decided anew when the leader approves, and occurs then', async () => {
    const dossier = await app.received(reception, DECLARED);
    const refuse = { reasonCode: 'khong-du-dieu-kien', reason: 'Không đủ điều kiện' };
    const { body } = await app.command<{ approvalId: string }>(
      `processing@${unit}`,
      dossier,
      'refuse',
      refuse,
    );
    const route = `POST /api/v1/approvals/${body.approvalId}`;
    const queue = await app.ask<Page<Approval>>(director, 'GET /api/v1/approvals?limit=500');
    expect(queue.body.items.find(({ id }) => id === body.approvalId)).toMatchObject({
      ...{ dossierId: dossier.id, form: 'mau03', level: 'director', command: 'refuse' },
      body: refuse,
    });
    expect((await app.ask(`head@${unit}#tu-phap`, `${route}/approve`)).status).toBe(403);
    expect((await app.ask(`director@${other}`, `${route}/approve`)).status).toBe(404);
    await app.done(reception, dossier, 'note', { text: 'Đã gọi điện' });
    const approved = await app.ask<DossierAnswer>(director, `${route}/approve`);
    expect(approved).toMatchObject({ status: 200, body: { state: 'refused', version: 3 } });
    expect(await app.ask(director, `${route}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'approval-closed' },
    });
  });

  it('is given back with a reason', async () => {
    const dossier = await app.received(reception);
    const hold = { basisCode: 'dispute', reason: 'Đang tranh chấp' };
    const asked = await app.command<{ approvalId: string }>(
      `processing@${unit}`,
      dossier,
      'hold',
      hold,
    );
    const route = `POST /api/v1/approvals/${asked.body.approvalId}/return`;
    const body = { reason: 'Chưa đủ căn cứ' };
    expect((await app.ask(`head@${unit}#tu-phap`, route, { body })).status).toBe(200);
    expect((await app.command(`processing@${unit}`, dossier, 'hold', hold)).status).toBe(202);
  });

  it('is refused at the approval when the dossier has moved on', async () => {
    const dossier = await app.received(reception);
    const stop = { reasonCode: 'khac', reason: 'Người nộp không bổ sung' };
    const { body } = await app.command<{ approvalId: string }>(
      `processing@${unit}`,
      dossier,
      'stop',
      stop,
    );
    await app.done(reception, dossier, 'withdraw');
    expect(
      await app.ask(director, `POST /api/v1/approvals/${body.approvalId}/approve`),
    ).toMatchObject({ status: 409, body: { code: 'act-not-allowed-in-state' } });
  });
});
