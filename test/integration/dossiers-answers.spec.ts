import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officerCommands, type EventAnswer } from '#contract/dossiers';
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

const MISSING = '0190c000-0000-7000-8000-00000000dead';
const ask = (as: string, route: string, body: object, headers: Record<string, string> = {}) =>
  app.ask<Problem>(as, `POST /api/v1/dossiers/${route}`, { body, headers });
const told = ({ status, body }: { readonly status: number; readonly body: Problem }) => [
  ...[status, body.code],
  ...(body.errors ?? []).map(({ path }) => path),
];

describe('the order of answers', () => {
  // A number against a rule is the last thing that is told.
  const CHARGE = { amount: -1 };

  it('tells a number against a rule only when nothing else is in the way', async () => {
    const { id } = await app.received(reception);
    const charge = (as: string, where: string, headers = {}) =>
      ask(as, `${where}/charge-fee`, CHARGE, headers);
    expect(told(await charge('', id))).toEqual([401, 'sign-in-required']);
    expect(told(await charge(reception, MISSING))).toEqual([404, 'not-found']);
    expect(told(await charge(`director@${other}`, id))).toEqual([404, 'not-found']);
    expect(told(await charge(`observer@${unit}`, id))).toEqual([403, 'not-permitted']);
    expect(told(await charge(reception, id))).toEqual([428, 'version-required']);
    const stale = await charge(reception, id, { 'if-match': '"99999999999"' });
    expect(told(stale)).toEqual([412, 'version-stale']);
    expect(stale.body.version).toBe(1);
    const refused = await charge(reception, id, { 'if-match': '"1"' });
    expect(told(refused)).toEqual([422, 'amount-not-whole', 'amount']);
    await app.done(reception, { id, version: 1 }, 'withdraw');
    const closed = await app.command<Problem>(
      ...([`processing@${unit}`, { id, version: 2 }, 'request-payment', CHARGE] as const),
    );
    expect(told(closed)).toEqual([409, 'act-not-allowed-in-state']);
  });

  it('tells a rule only to whom the dossier is open for the act', async () => {
    const { id } = await app.received(reception);
    const refuse = { reasonCode: 'x', reason: 'x', occurredAt: '2030-01-01T08:00:00+07:00' };
    const here = await app.command<Problem>(reception, { id, version: 1 }, 'refuse', refuse);
    expect(told(here)).toEqual([403, 'act-not-yours-here']);
  });

  it.each([
    ['a body of the wrong type', { amount: '5' }, {}, 'amount'],
    ['a field nobody knows', { amount: 5, colour: 'red' }, {}, 'colour'],
    ['a version that is none', { amount: 5 }, { 'if-match': '"x"' }, 'if-match'],
    ['a key that is none', { amount: 5 }, { 'idempotency-key': 'a b' }, 'idempotency-key'],
  ])(
    'tells %s before anybody asks who sent it, and what about',
    async (_what, body, headers, path) => {
      const { id } = await app.received(reception);
      for (const as of ['', `observer@${unit}`, `director@${other}`, reception]) {
        for (const where of [id, MISSING, 'no-id']) {
          const answer = await ask(as, `${where}/charge-fee`, body, headers);
          expect([as, where, ...told(answer)]).toEqual([as, where, 400, 'invalid-request', path]);
        }
      }
    },
  );

  it('takes a path that names no possible dossier for one that is not there', async () => {
    expect(told(await ask('', 'no-id/note', { text: 'x' }))).toEqual([401, 'sign-in-required']);
    expect(told(await ask(reception, 'no-id/note', { text: 'x' }))).toEqual([404, 'not-found']);
  });

  it('answers once more what was answered under the key before it looks at the version', async () => {
    const dossier = await app.received(reception);
    const unversioned = { 'idempotency-key': 'replayed' };
    const headers = { ...unversioned, 'if-match': '"1"' };
    const note = { text: 'Đã gọi điện' };
    const first = await ask(reception, `${dossier.id}/note`, note, headers);
    const again = await ask(reception, `${dossier.id}/note`, note, unversioned);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const otherwise = await ask(reception, `${dossier.id}/note`, { text: 'Khác' }, unversioned);
    expect(told(otherwise)).toEqual([422, 'key-used-otherwise']);
  });

  it('tells a known code before a rule about the receipt', async () => {
    const { id } = await app.received(reception, { source: 'dvcqg', externalCode: 'G-1' });
    const again = aReceipt({ source: 'dvcqg', externalCode: 'G-1', fee: -1 });
    const answer = await app.ask<Problem>(reception, 'POST /api/v1/dossiers', { body: again });
    expect([...told(answer), answer.body.id]).toEqual([409, 'dossier-exists', id]);
  });
});

describe('a refusal by rule', () => {
  it.each([
    ['charge-fee', { amount: 1.5 }, 'amount-not-whole', 'amount'],
    ['request-payment', { amount: -5 }, 'amount-not-whole', 'amount'],
    [
      'note',
      { text: 'x', occurredAt: '2030-01-01T08:00:00+07:00' },
      'occurs-in-future',
      'occurredAt',
    ],
    [
      'note',
      { text: 'x', occurredAt: '2026-01-02T08:00:00+07:00' },
      'occurs-before-previous',
      'occurredAt',
    ],
    ['assign', {}, 'assignee-required', 'userId'],
    ['assign', { userId: MISSING }, 'unknown-assignee', 'userId'],
    ['assign', { departmentCode: 'x' }, 'unknown-department', 'departmentCode'],
    ['hold', { basisCode: 'x', reason: 'x' }, 'unknown-basis', 'basisCode'],
    ['agree-term', { variantKey: 'x', reason: 'x' }, 'unknown-variant', 'variantKey'],
    ['link', { dossierId: MISSING }, 'unknown-dossier', 'dossierId'],
    ['unlink', { dossierId: MISSING }, 'not-linked', 'dossierId'],
    ['void', { version: 0, reason: 'x' }, 'unknown-version', 'version'],
    ['void', { version: 1.5, reason: 'x' }, 'unknown-version', 'version'],
    ['void', { version: 1, reason: 'x' }, 'first-event-stays', 'version'],
    [
      'send-to-agency',
      { agency: 'Thuế', allowance: { kind: 'workingDays', amount: 0 } },
      'amount-not-positive-integer',
      'allowance.amount',
    ],
    [
      'request-supplement',
      { items: 'Ảnh', reason: 'x', respondBy: '2026-01-01T08:00:00+07:00' },
      'respond-by-not-later',
      'respondBy',
    ],
    ['extend', { dueAt: '2026-03-01T08:00:00+07:00', reason: 'x' }, 'extension-not-later', 'dueAt'],
  ])('of %s %j names the field at fault', async (command, body, code, path) => {
    const DUE = { declaredDueAt: '2026-03-04T17:00:00+07:00' };
    const dossier = await app.received(reception, DUE);
    const answer = await app.command<Problem>(director, dossier, command, body);
    expect(told(answer)).toEqual([422, code, path]);
    expect(answer.body.errors?.[0]?.message).toMatch(/\.$/);
    // The version there is now is told to whoever is late, and to nobody else.
    expect(answer.body).not.toHaveProperty('version');
  });

  it.each([
    [{ fee: -1 }, 'amount-not-whole', 'fee'],
    [{ fee: 1.5 }, 'amount-not-whole', 'fee'],
    [{ receivedAt: '2030-01-01T08:00:00+07:00' }, 'occurs-in-future', 'receivedAt'],
    [{ receivedAt: '2026-01-02T08:00:00+07:00' }, 'backdate-reason-required', 'backdateReason'],
    [{ variantKey: 'x' }, 'unknown-variant', 'variantKey'],
    [
      { declaredDueAt: '2026-01-02T08:00:00+07:00' },
      'declared-due-before-receipt',
      'declaredDueAt',
    ],
    [{ source: 'dvcqg' }, 'external-code-required', 'externalCode'],
    [{ components: [{ name: 'Tờ khai', copies: 0 }] }, 'value-out-of-range', 'components.0.copies'],
  ])('of a receipt with %j names the field at fault', async (changes, code, path) => {
    const body = aReceipt(changes);
    const answer = await app.ask<Problem>(reception, 'POST /api/v1/dossiers', { body });
    expect(told(answer)).toEqual([422, code, path]);
  });

  it('speaks English to whoever asks for it', async () => {
    const dossier = await app.received(reception);
    const { body } = await ask(
      reception,
      `${dossier.id}/charge-fee`,
      { amount: 0.5 },
      {
        ...{ 'if-match': '"1"', 'accept-language': 'en' },
      },
    );
    expect(body.errors?.[0]?.message).toBe('This has to be a whole number.');
  });
});

describe('the unit', () => {
  it('may be named in every command, and another one has no such dossier', async () => {
    const { id } = await app.received(reception);
    for (const command of officerCommands) {
      const body = { unitId: other };
      const { status, body: problem } = await ask(reception, `${id}/${command}`, body);
      const paths = problem.errors?.map(({ path }) => path) ?? [];
      expect([command, paths.includes('unitId')]).toEqual([command, false]);
      expect([command, [400, 404].includes(status)]).toEqual([command, true]);
    }
    const note = (unitId: number) =>
      ask(reception, `${id}/note`, { text: 'x', unitId }, { 'if-match': '"1"' });
    expect((await note(other)).status).toBe(404);
    expect((await note(1.5)).status).toBe(404);
    expect((await note(unit)).status).toBe(200);
  });

  it('may be named wherever dossiers are looked at', async () => {
    const { id } = await app.received(reception);
    for (const part of ['', '/events', '/clock']) {
      const get = (unitId: number) =>
        app.ask(reception, `GET /api/v1/dossiers/${id}${part}?unitId=${unitId}`);
      expect([part, (await get(unit)).status, (await get(other)).status]).toEqual([part, 200, 404]);
    }
    const reveal = (unitId: number) =>
      ask(reception, `${id}/reveal`, { unitId, fields: ['phone'], reason: 'Gọi điện' });
    expect([(await reveal(unit)).status, (await reveal(other)).status]).toEqual([200, 404]);
  });

  it('may be named where leaders approve', async () => {
    const dossier = await app.received(reception);
    const stop = { reasonCode: 'khac', reason: 'Người nộp không bổ sung' };
    const asked = await app.command<{ approvalId: string }>(
      ...([`processing@${unit}`, dossier, 'stop', stop] as const),
    );
    const answer = (act: string, body: object) =>
      app.ask<Problem>(director, `POST /api/v1/approvals/${asked.body.approvalId}/${act}`, {
        body,
      });
    expect((await answer('approve', { unitId: other })).status).toBe(404);
    expect((await answer('return', { unitId: other, reason: 'x' })).status).toBe(404);
    expect((await answer('approve', { unitId: unit })).status).toBe(200);
    const list = (unitId: number) => app.ask(director, `GET /api/v1/approvals?unitId=${unitId}`);
    expect([(await list(unit)).status, (await list(other)).status]).toEqual([200, 404]);
  });
});

describe('a list', () => {
  const crafted = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

  it.each([
    ['dossiers', crafted('dated', 'now', MISSING)],
    ['dossiers', crafted('dated', 1e300, MISSING)],
    ['dossiers', crafted('dated', 0, 'x')],
    ['dossiers', crafted('never', 0, MISSING)],
    ['dossiers', crafted(0)],
    ['dossiers', 'x'],
    ['approvals', crafted('now', MISSING)],
    ['approvals', crafted(0, 'x')],
    ['approvals', crafted(8.64e15, MISSING)],
  ])('of %s begins at no place that was made up: %s', async (what, cursor) => {
    const answer = await app.ask<Problem>(director, `GET /api/v1/${what}?cursor=${cursor}`);
    expect(told(answer)).toEqual([400, 'invalid-request', 'cursor']);
  });

  it('takes only days that the calendar has', async () => {
    const list = (query: string) => app.ask<Problem>(reception, `GET /api/v1/dossiers?${query}`);
    for (const query of ['from=2026-02-30', 'to=2026-13-01']) {
      expect((await list(query)).body.errors?.[0]?.path).toBe(query.split('=')[0]);
      expect((await list(query)).status).toBe(400);
    }
    expect((await list('from=2026-02-28&to=2026-03-02')).status).toBe(200);
  });

  it('of events is turned over like any other', async () => {
    const dossier = await app.received(reception);
    for (const version of [1, 2, 3, 4]) {
      await app.done(reception, { id: dossier.id, version }, 'note', { text: 'Đã gọi' });
    }
    const page = async (query: string) =>
      (
        await app.ask<Page<EventAnswer>>(
          reception,
          `GET /api/v1/dossiers/${dossier.id}/events?limit=2${query}`,
        )
      ).body;
    const first = await page('');
    const second = await page(`&cursor=${first.nextCursor ?? ''}`);
    const last = await page(`&cursor=${second.nextCursor ?? ''}`);
    const versions = [first, second, last].map(({ items }) => items.map(({ version }) => version));
    expect(versions).toEqual([[1, 2], [3, 4], [5]]);
    expect(last.nextCursor).toBeNull();
    const nowhere = `GET /api/v1/dossiers/${dossier.id}/events?cursor=${crafted('x')}`;
    expect(told(await app.ask<Problem>(reception, nowhere))[0]).toBe(400);
  });
});

describe('an event told late', () => {
  it('carries the reason for that as its own', async () => {
    const receivedAt = '2026-02-25T09:00:00+07:00';
    const { id } = await app.received(reception, { receivedAt, backdateReason: 'Mất điện' });
    const { body } = await app.ask<Page<EventAnswer>>(
      ...([reception, `GET /api/v1/dossiers/${id}/events`] as const),
    );
    expect(body.items[0]).toMatchObject({ backdated: true, reason: 'Mất điện' });
  });
});
