import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Problem } from '#contract/problem';
import { DeskBook } from '../../backend/src/dossiers/desk-book.service.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp, aReceipt } from '../support/dossiers-app.ts';

let app: DossiersApp;
let unit: number;
let reception: string;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00');
  unit = await aUnitRow(app.database, 'H24.99');
  reception = `reception@${unit}`;
});
afterAll(() => app.close());

const ask = (as: string, route: string, body: object, headers: Record<string, string> = {}) =>
  app.ask<Problem>(as, `POST /api/v1/dossiers/${route}`, { body, headers });
const told = ({ status, body }: { readonly status: number; readonly body: Problem }) => [
  ...[status, body.code],
  ...(body.errors ?? []).map(({ path }) => path),
];

describe('what is refused', () => {
  const linesOf = async (id: string) =>
    app.database.asRoot<{ act: string; facts: Record<string, unknown>; told: string }>(
      `select act, facts, audit::text as told from audit
       where outcome = 'refused' and subject_id = $1 order by position`,
      [id],
    );

  it('leaves one line that says what and why, and nothing of what was said', async () => {
    const dossier = await app.received(reception);
    const secret = { reasonCode: 'khac', reason: 'Bà Trần Thị Kín không đủ điều kiện' };
    await app.command(reception, dossier, 'accept');
    await app.command(reception, dossier, 'refuse', secret);
    await app.command(reception, dossier, 'charge-fee', { amount: -1 });
    const lines = await linesOf(dossier.id);
    expect(lines.map(({ act, facts }) => [act, facts['code'], facts['version']])).toEqual([
      ['dossier.accept', 'act-not-allowed-in-state', 1],
      ['dossier.refuse', 'act-not-yours-here', 1],
      ['dossier.charge-fee', 'amount-not-whole', 1],
    ]);
    expect(JSON.stringify(lines)).not.toContain('Kín');
  });

  it('leaves none where nothing was decided', async () => {
    const { id } = await app.received(reception);
    const note = { text: 'Đã gọi điện' };
    await ask(reception, `${id}/note`, note);
    await ask(reception, `${id}/note`, note, { 'if-match': '"7"' });
    await ask(reception, `${id}/note`, { text: 1 });
    expect(await linesOf(id)).toEqual([]);
  });

  it('leaves a line of the unit where there is no dossier yet', async () => {
    const count = async () => {
      const [row] = await app.database.asRoot<{ n: number }>(
        `select count(*)::int as n from audit where outcome = 'refused' and act = 'dossier.receive'`,
      );
      return row?.n ?? 0;
    };
    const before = await count();
    await app.ask(reception, 'POST /api/v1/dossiers', { body: aReceipt({ variantKey: 'x' }) });
    expect(await count()).toBe(before + 1);
  });

  it('by a leader is written down too', async () => {
    const dossier = await app.received(reception);
    const stop = { reasonCode: 'khac', reason: 'Người nộp không bổ sung' };
    const { body } = await app.command<{ approvalId: string }>(
      ...([`processing@${unit}`, dossier, 'stop', stop] as const),
    );
    await app.ask(`head@${unit}#tu-phap`, `POST /api/v1/approvals/${body.approvalId}/approve`);
    expect((await linesOf(dossier.id)).map(({ act, facts }) => [act, facts['code']])).toEqual([
      ['approval.approve', 'act-not-yours-here'],
    ]);
  });

  it('is refused all the same when it cannot be written down', async () => {
    const dossier = await app.received(reception);
    const write = jest.spyOn(app.get(DeskBook), 'note');
    write.mockRejectedValueOnce(new Error('no room'));
    const answer = await app.command<Problem>(reception, dossier, 'accept');
    write.mockRestore();
    expect(told(answer)).toEqual([409, 'act-not-allowed-in-state']);
  });
});

describe('what is written as no book can hold it', () => {
  const list = (query: string) => app.ask<Problem>(reception, `GET /api/v1/dossiers?${query}`);

  it('is malformed where it would be kept, and matches all or nothing where it is looked for', async () => {
    for (const receivedAt of ['0000-01-01T00:00:00+07:00', '9999-12-31T23:59:59-12:00']) {
      const body = aReceipt({ receivedAt });
      const answer = await app.ask<Problem>(reception, 'POST /api/v1/dossiers', { body });
      expect([receivedAt, ...told(answer)]).toEqual([
        ...[receivedAt, 400, 'invalid-request', 'receivedAt'],
      ]);
    }
    for (const query of ['from=0001-01-01', 'to=0000-01-01', 'from=9999-12-31', 'to=9999-12-31']) {
      expect([query, (await list(query)).status]).toEqual([query, 200]);
    }
  });

  it('names the filter, however many words it may hold', async () => {
    expect(told(await list('state=flying'))).toEqual([400, 'invalid-request', 'state']);
  });

  it.each([
    [{ limit: '5' }, 'limit'],
    [{ unitId: '1' }, 'unitId'],
    [{ stepLate: 'true' }, 'stepLate'],
  ])('of another kind than the body wants is malformed: %j', async (body, path) => {
    const answer = await app.ask<Problem>(reception, 'POST /api/v1/dossiers/search', { body });
    expect(told(answer)).toEqual([400, 'invalid-request', path]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'as %s is not read at all',
    async (type) => {
      const answer = await app.ask<Problem>(reception, 'POST /api/v1/dossiers', {
        body: 'a=b',
        headers: { 'content-type': type },
      });
      expect(told(answer)).toEqual([415, 'unsupported-media-type']);
    },
  );
});

describe('a key of a request for many', () => {
  it('is the whole request’s, whatever became of its parts', async () => {
    const headers = { 'idempotency-key': 'bulk-whole' };
    const bulk = (items: readonly object[]) =>
      app.ask<Problem & { results: { status: number; id?: string }[] }>(
        ...([reception, 'POST /api/v1/dossiers/bulk', { body: { items }, headers }] as const),
      );
    const items = [{}, aReceipt()];
    const first = await bulk(items);
    expect(first.body.results.map(({ status }) => status)).toEqual([400, 201]);
    expect((await bulk(items)).body.results[1]?.id).toBe(first.body.results[1]?.id);
    expect(told(await bulk([aReceipt(), aReceipt()]))).toEqual([422, 'key-used-otherwise']);
    const alone = await app.ask<Problem>(reception, 'POST /api/v1/dossiers', {
      body: aReceipt(),
      headers,
    });
    expect(told(alone)).toEqual([422, 'key-used-otherwise']);
  });
});
