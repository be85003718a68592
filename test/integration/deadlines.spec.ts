import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadlineAnswer } from '#contract/deadlines';
import type { Problem } from '#contract/problem';
import { DeadlinesModule } from '../../backend/src/deadlines/index.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { type RulesApp, openRules } from '../support/rules-app.ts';

let database: TestDatabase;
let app: RulesApp;
let officer: string;
let running: number;

beforeAll(async () => {
  database = await openDatabase();
  const unit = await aUnitRow(database, 'H24.01');
  running = await aUnitRow(database, 'H24.02');
  await database.asRoot('update unit set settings = $2 where id = $1', [
    running,
    { mode: 'runningHours' },
  ]);
  officer = `reception@${unit}`;
  app = await openRules(database, [DeadlinesModule], '2026-03-05T10:00:00+07:00');
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const preview = (body: object, as = officer) =>
  app.ask<DeadlineAnswer>(as, 'POST /api/v1/deadlines/preview', body);
const refusal = (body: object, as = officer) =>
  app.ask<Problem>(as, 'POST /api/v1/deadlines/preview', body);

const days = (amount: number) => ({ kind: 'workingDays', amount });
const SAME_DAY = { kind: 'sameDay', cutoff: '15:00' };

describe('the due moment of a dossier that does not exist', () => {
  it.each([
    ['2026-02-13T09:00', days(3), '2026-02-25'],
    ['2026-02-13T16:00', days(1), '2026-02-23'],
    ['2026-02-12T10:00', days(5), '2026-02-26'],
    ['2026-01-09T09:00', days(1), '2026-01-10'],
    ['2026-01-10T09:00', days(3), '2026-01-14'],
    ['2025-12-31T14:00', days(2), '2026-01-06'],
    ['2026-04-24T09:00', days(3), '2026-05-04'],
    ['2026-04-28T09:00', days(3), '2026-05-05'],
    ['2026-08-21T09:00', days(1), '2026-08-22'],
    ['2026-08-28T09:00', days(3), '2026-09-07'],
    ['2026-11-23T09:00', days(2), '2026-11-26'],
    ['2026-02-17T20:00', days(3), '2026-02-25'],
    ['2025-12-15T08:00', days(20), '2026-01-13'],
    ['2026-02-13T15:00:00', SAME_DAY, '2026-02-13'],
    ['2026-02-13T15:00:01', SAME_DAY, '2026-02-23'],
    ['2026-03-07T09:30', SAME_DAY, '2026-03-09'],
    ['2026-04-29T15:20', SAME_DAY, '2026-05-04'],
    ['2026-01-09T16:30', SAME_DAY, '2026-01-10'],
  ])('received %s with %j is the end of %s', async (received, allowance, due) => {
    const { status, body } = await preview({ receivedAt: `${received}+07:00`, allowance });
    expect(status).toBe(200);
    expect(body.dueAt).toBe(`${due}T17:00:00+07:00`);
    expect(body.provisionalDueAt).toBe(body.dueAt);
    expect(body.explanation.at(0)?.kind).toBe('receiptDay');
  });

  it('says of each day why it counts or does not', async () => {
    const { body } = await preview({ receivedAt: '2026-01-09T09:00:00+07:00', allowance: days(2) });
    expect(body.explanation).toEqual([
      { date: '2026-01-09', kind: 'receiptDay' },
      { date: '2026-01-10', kind: 'makeUp', name: 'Làm bù ngày 02/01' },
      { date: '2026-01-11', kind: 'weekend' },
      { date: '2026-01-12', kind: 'counted' },
    ]);
    expect(body).not.toHaveProperty('provisional');
  });

  it('says that days of 2027 are expected and not announced', async () => {
    const { body } = await preview({ receivedAt: '2027-02-04T09:00:00+07:00', allowance: days(1) });
    expect(body).toMatchObject({ dueAt: '2027-02-12T17:00:00+07:00', provisional: true });
    expect(body.explanation[1]).toEqual({
      ...{ date: '2027-02-05', kind: 'dayOff' },
      ...{ name: 'Tết Nguyên đán', provisional: true },
    });
  });

  it('is not known while the citizen is awaited, only what it would be by now', async () => {
    const { body } = await preview({
      receivedAt: '2026-03-02T09:00:00+07:00',
      allowance: days(3),
      pauses: [{ from: '2026-03-03T09:00:00+07:00' }],
    });
    expect(body.dueAt).toBeNull();
    expect(body.provisionalDueAt).toBe('2026-03-09T17:00:00+07:00');
  });

  it('runs by the hour where the unit counts so, unless asked otherwise', async () => {
    const asked = { receivedAt: '2026-03-02T09:00:00+07:00', allowance: days(1) };
    const there = `reception@${running}`;
    expect((await preview(asked, there)).body.dueAt).toBe('2026-03-03T09:00:00+07:00');
    const { body } = await preview({ ...asked, mode: 'wholeDays' }, there);
    expect(body.dueAt).toBe('2026-03-03T17:00:00+07:00');
  });

  it('answers at +07:00 whatever offset it was asked with', async () => {
    const { body } = await preview({ receivedAt: '2026-02-13T02:00:00Z', allowance: days(3) });
    expect(body.dueAt).toBe('2026-02-25T17:00:00+07:00');
  });
});

const asked = { receivedAt: '2026-03-02T09:00:00+07:00', allowance: days(3) };
const pause = (from: string, to: string) => ({ pauses: [{ from, to }] });

describe('a question that has no answer', () => {
  it.each([
    ['no days at all', { allowance: days(0) }, 'amount-not-positive-integer'],
    ['fewer days than none', { allowance: days(-1) }, 'amount-not-positive-integer'],
    ['half a day', { allowance: days(1.5) }, 'amount-not-positive-integer'],
    [
      'a cut-off after midnight',
      { allowance: { ...SAME_DAY, cutoff: '25:00' } },
      'cutoff-not-a-time',
    ],
    ['more days than ten years have', { allowance: days(2_501) }, 'allowance-too-long'],
    [
      'a receipt before the calendar',
      { receivedAt: '1999-03-02T09:00:00+07:00' },
      'outside-calendar',
    ],
    [
      'a pause before the receipt',
      pause('2026-03-01T09:00:00+07:00', '2026-03-03T09:00:00+07:00'),
      'pause-before-receipt',
    ],
    [
      'a pause that ends before it begins',
      pause('2026-03-04T09:00:00+07:00', '2026-03-03T09:00:00+07:00'),
      'pause-ends-before-it-begins',
    ],
  ])('is refused by a rule: %s', async (_what, change, code) => {
    const { status, type, body } = await refusal({ ...asked, ...change });
    expect(status).toBe(422);
    expect(type).toContain('application/problem+json');
    expect(body).toMatchObject({ code, status: 422 });
  });

  it('is told where the fault lies, and its moments as moments', async () => {
    const early = pause('2026-03-01T09:00:00+07:00', '2026-03-03T09:00:00+07:00');
    expect((await refusal({ ...asked, ...early })).body).toMatchObject({
      facts: { from: '2026-03-01T09:00:00+07:00' },
      errors: [{ path: 'pauses.0.from', code: 'out-of-range' }],
    });
    const backwards = pause('2026-03-04T09:00:00+07:00', '2026-03-03T02:00:00Z');
    expect((await refusal({ ...asked, ...backwards })).body).toMatchObject({
      facts: { from: '2026-03-04T09:00:00+07:00', to: '2026-03-03T09:00:00+07:00' },
      errors: [{ path: 'pauses.0.to' }],
    });
    expect((await refusal({ ...asked, allowance: days(1.5) })).body).toMatchObject({
      errors: [{ path: 'allowance.amount', code: 'not-whole' }],
    });
  });

  it.each([
    ['an amount in words', { allowance: { kind: 'workingDays', amount: '3' } }],
    ['no allowance', { allowance: undefined }],
    ['a moment without an offset', { receivedAt: '2026-03-02T09:00:00' }],
    ['a field nobody agreed on', { holiday: true }],
  ])('is malformed: %s', async (_what, change) => {
    const { status, body } = await refusal({ ...asked, ...change });
    expect(status).toBe(400);
    expect(body.code).toBe('invalid-request');
    expect(body.errors).toHaveLength(1);
  });

  it('is whose, for an officer of two units', async () => {
    const both = `reception@1,${running}`;
    expect((await refusal(asked, both)).body.code).toBe('unit-required');
    expect((await refusal({ ...asked, unitId: running }, both)).status).toBe(200);
  });

  it('is not found for a unit of somebody else', async () => {
    const { status } = await refusal({ ...asked, unitId: running });
    expect(status).toBe(404);
  });
});
