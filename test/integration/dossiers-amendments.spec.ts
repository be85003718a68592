import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EventAnswer } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import { ReceiptService } from '../../backend/src/dossiers/receipt/receipt.service.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp, aReceipt } from '../support/dossiers-app.ts';

let app: DossiersApp;
let unit: number;
let reception: string;
let director: string;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00');
  unit = await aUnitRow(app.database, 'H24.99');
  reception = `reception@${unit}`;
  director = `director@${unit}`;
});
afterAll(() => app.close());

const DECLARED = { declaredDueAt: '2026-03-04T17:00:00+07:00' };

describe('mistakes', () => {
  it('are corrected, voided and filled in, and the due moment is told anew', async () => {
    const { id } = await app.received(reception, DECLARED);
    const wait = await app.done(reception, { id, version: 1 }, 'request-supplement', {
      ...{ items: 'Ảnh', reason: 'Thiếu ảnh' },
    });
    const voided = await app.done(director, wait, 'void', { version: 2, reason: 'Nhầm hồ sơ' });
    expect(voided).toMatchObject({ state: 'received', dueAt: DECLARED.declaredDueAt, version: 3 });
    const later = '2026-03-05T17:00:00+07:00';
    const corrected = await app.done(director, voided, 'correct', {
      ...{ version: 1, changes: { declaredDueAt: later }, reason: 'Giấy hẹn ghi ngày 05' },
    });
    expect(corrected.dueAt).toBe(later);
    const inserted = await app.done(director, corrected, 'correct', {
      insert: { type: 'feeCharged', occurredAt: '2026-03-02T08:00:00+07:00', amount: 20_000 },
      reason: 'Quên ghi phí',
    });
    expect(inserted.version).toBe(5);
    const wrong = { version: 1, changes: { amount: 5 }, reason: 'Thử' };
    expect((await app.command(director, inserted, 'correct', wrong)).status).toBe(422);
  });

  it('of a whole dossier annul it; the same case twice is linked', async () => {
    const [first, second] = [await app.received(reception), await app.received(reception)];
    const linked = await app.done(director, second, 'link', { dossierId: first.id });
    expect(linked.linkedTo).toBe(first.id);
    const missing = '0190c000-0000-7000-8000-00000000dead';
    const wrong = await app.command(director, first, 'link', { dossierId: missing });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'unknown-dossier' } });
    const apart = await app.done(director, linked, 'unlink', { dossierId: first.id });
    const annulled = await app.done(director, apart, 'annul', { reason: 'Nhập nhầm' });
    expect(annulled).toMatchObject({ state: 'annulled', code: second.code });
  });
});

describe('what is done on the spot', () => {
  it('is one command for all the procedure lists', async () => {
    const dossier = await app.received(reception, { procedureCode: '2.000815' });
    const done = await app.done(director, dossier, 'complete-on-the-spot');
    expect(done.version).toBeGreaterThan(3);
    expect(['resultReady', 'returned']).toContain(done.state);
  });

  it('is assigned only to people and departments of the unit', async () => {
    const dossier = await app.received(reception);
    const nobody = { userId: '0190c000-0000-7000-8000-00000000dead' };
    expect(await app.command(reception, dossier, 'assign', nobody)).toMatchObject({
      status: 422,
      body: { code: 'unknown-assignee' },
    });
    expect(await app.command(reception, dossier, 'assign', { departmentCode: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-department' },
    });
    expect(await app.command(reception, dossier, 'assign', {})).toMatchObject({
      status: 422,
      body: { code: 'assignee-required' },
    });
  });
});

describe('many dossiers in one request', () => {
  it('are entered one by one, each with its own answer', async () => {
    const items = [aReceipt(), aReceipt({ channel: 'pigeon' }), aReceipt({ channel: 'post' })];
    const { status, body } = await app.ask<{
      results: { status: number; id?: string; problem?: Problem }[];
    }>(reception, 'POST /api/v1/dossiers/bulk', { body: { items } });
    expect(status).toBe(200);
    expect(body.results.map((each) => each.status)).toEqual([201, 400, 201]);
    expect(body.results[1]?.problem?.errors?.[0]?.path).toBe('channel');
  });

  it('keep nothing back when one of them meets a fault of ours', async () => {
    const receive = jest.spyOn(app.get(ReceiptService), 'receive');
    receive.mockRejectedValueOnce(new Error('secret of the house'));
    const items = [aReceipt(), aReceipt()];
    const { status, body } = await app.ask<{
      results: { status: number; problem?: Problem }[];
    }>(reception, 'POST /api/v1/dossiers/bulk', { body: { items } });
    receive.mockRestore();
    expect([status, ...body.results.map((each) => each.status)]).toEqual([200, 500, 201]);
    expect(body.results[0]?.problem?.code).toBe('unexpected');
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('what a correction may say', () => {
  const told = ({ status, body }: { readonly status: number; readonly body: Problem }) => [
    ...[status, body.code],
    ...(body.errors ?? []).map(({ path }) => path),
  ];
  const at = '2026-03-02T08:00:00+07:00';
  const note = { type: 'noteAdded', occurredAt: at };
  const NOBODY = '0190c000-0000-7000-8000-00000000dead';

  it.each([
    [{}, 'changes'],
    [{ version: 1 }, 'changes'],
    [{ version: 1, changes: { occurredAt: at }, insert: note }, 'insert'],
    [{ changes: { occurredAt: at } }, 'version'],
    [{ insert: { ...note, type: 'sung' } }, 'insert.type'],
    [{ insert: { type: 'noteAdded' } }, 'insert.occurredAt'],
    [{ insert: { ...note, colour: 'red' } }, 'insert.colour'],
    [{ insert: { type: 'feeCharged', occurredAt: at, amount: '5' } }, 'insert.amount'],
    [{ version: 1, changes: { amount: '5' } }, 'changes.amount'],
  ])('is one event changed or one filled in, in its own shape: not %j', async (body, path) => {
    const dossier = await app.received(reception);
    const answer = await app.command<Problem>(director, dossier, 'correct', {
      ...{ ...body, reason: 'Nhầm' },
    });
    expect(told(answer)).toEqual([400, 'invalid-request', path]);
  });

  it.each([
    [{ version: 9, changes: { occurredAt: at } }, 'unknown-version', 'version'],
    [{ version: 1, changes: {} }, 'amendment-empty', 'changes'],
    [{ version: 1, changes: { amount: 5 } }, 'amendment-unknown-member', 'changes.amount'],
    [
      { version: 1, changes: { occurredAt: '2030-01-01T08:00:00+07:00' } },
      'occurs-in-future',
      'changes.occurredAt',
    ],
    [
      { insert: { type: 'feeCharged', occurredAt: at, amount: -5 } },
      'amount-not-whole',
      'insert.amount',
    ],
    [
      { insert: { type: 'assigned', occurredAt: at, userId: NOBODY } },
      'unknown-assignee',
      'insert.userId',
    ],
    [
      { insert: { type: 'assigned', occurredAt: at, departmentCode: 'x' } },
      'unknown-department',
      'insert.departmentCode',
    ],
    [
      { insert: { type: 'linked', occurredAt: at, dossierId: NOBODY } },
      'unknown-dossier',
      'insert.dossierId',
    ],
    [{ insert: { type: 'received', occurredAt: at } }, 'history-unlawful', 'insert'],
  ])('is refused by rule: %j', async (body, code, path) => {
    const dossier = await app.received(reception);
    const answer = await app.command<Problem>(director, dossier, 'correct', {
      ...{ ...body, reason: 'Nhầm' },
    });
    expect(told(answer)).toEqual([422, code, path]);
  });
});

describe('what other systems call it', () => {
  it('is kept as they say: papers one by one, a kind or a method of their own', async () => {
    const { id } = await app.received(reception);
    const wait = await app.done(reception, { id, version: 1 }, 'request-supplement', {
      items: ['Bản sao giấy khai sinh', { name: 'Ảnh', note: '3 × 4' }, { name: 'Tờ khai' }],
      reason: 'Thiếu giấy tờ',
    });
    const { body } = await app.ask<Page<EventAnswer>>(
      ...([reception, `GET /api/v1/dossiers/${id}/events`] as const),
    );
    expect(body.items[1]?.texts).toEqual({
      items: 'Bản sao giấy khai sinh\nẢnh: 3 × 4\nTờ khai',
    });
    const kind = { kind: 'mat-dien', text: 'Mất điện cả buổi' };
    const noted = await app.done(reception, wait, 'difficulty', kind);
    const paid = { amount: 8000, method: 'vietqr' };
    expect((await app.done(reception, noted, 'pay-fee', paid)).version).toBe(4);
  });
});
