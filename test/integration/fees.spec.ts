import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeeBook, FeeClosing, FeeDossier, FeePayment, FeeSummary } from '#contract/fees';
import type { DossierAnswer } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import { FeesModule } from '../../backend/src/fees/index.ts';
import { Tenancy } from '../../backend/src/platform/database/tenancy.ts';
import { DossiersApp, idOf as idOfRole } from '../support/dossiers-app.ts';

const CASHIER = 'cashier@1';
const RECEPTION = 'reception@1';
const DIRECTOR = 'director@1';
const DAY = '2026-03-02';
let office: DossiersApp;

beforeAll(async () => {
  office = await DossiersApp.open(`${DAY}T08:00:00+07:00`, [FeesModule]);
  await office.database
    .asRoot(`insert into unit (id, code, name, kind, level) overriding system value
    values (1, 'H24.1', 'Xã Mẫu', 'commune', 'xa'), (2, 'H24.2', 'Phường 7', 'commune', 'phuong')`);
});
afterAll(() => office.close());

const idOf = (as: string): string => idOfRole(as.split('@')[0] ?? '');

const payments = async (query = '', as = CASHIER) =>
  (await office.ask<Page<FeePayment>>(as, `GET /api/v1/fees/payments?${query}`)).body;

const standing = async (name: string, as = CASHIER) =>
  (await office.ask<Page<FeeDossier>>(as, `GET /api/v1/fees/dossiers?standing=${name}`)).body.items;

const book = async (day = DAY, as = CASHIER) =>
  (await office.ask<FeeBook>(as, `GET /api/v1/fees/book?day=${day}`)).body;

const summary = async (query = '', as = CASHIER) =>
  (await office.ask<FeeSummary>(as, `GET /api/v1/fees/summary?${query}`)).body;

const bookOf = async (as: string, day = DAY, asker = as) => {
  const { officers } = await book(day, asker);
  const mine = officers.find(({ officer }) => officer.id === idOf(as));
  if (mine === undefined) throw new Error(`No book of ${as}`);
  return mine;
};

const owing = async (amount: number, as = RECEPTION): Promise<DossierAnswer> =>
  office.done(as, await office.received(as), 'charge-fee', { amount });

const paid = async (amount: number, method = 'cash', as = RECEPTION): Promise<DossierAnswer> =>
  office.done(as, await owing(amount, as), 'pay-fee', { amount, method });

const close = (as: string, body: object) =>
  office.ask<FeeClosing>(as, 'POST /api/v1/fees/closings', { body: { day: DAY, ...body } });

const refused = async (as: string, body: object) => {
  const { status, body: told } = await office.ask<Problem>(as, 'POST /api/v1/fees/closings', {
    body: { day: DAY, ...body },
  });
  return [status, told.code];
};

describe('what dossiers owe', () => {
  it('is listed until it is paid, and as paid from then on', async () => {
    const dossier = await owing(8000);
    const before = (await standing('due')).find(({ id }) => id === dossier.id);
    expect(before).toMatchObject({
      code: dossier.code,
      version: dossier.version,
      fee: { charged: 8000, paid: 0, owing: 8000, standing: 'owing' },
    });
    await office.done(CASHIER, dossier, 'pay-fee', { amount: 8000, method: 'cash' });
    expect((await standing('due')).map(({ id }) => id)).not.toContain(dossier.id);
    expect((await standing('settled')).map(({ id }) => id)).toContain(dossier.id);
    const [last] = (await payments()).items;
    expect(last).toMatchObject({
      id: dossier.id,
      payment: { amount: 8000, method: 'cash', officer: { id: idOf(CASHIER) } },
    });
  });

  it('comes with the receipt where the fee was known then', async () => {
    const { id } = await office.received(RECEPTION, { fee: 15_000 });
    const found = (await standing('due')).find((each) => each.id === id);
    expect(found?.fee).toMatchObject({ owing: 15_000 });
  });

  it('is nothing where an officer said so', async () => {
    const { id } = await owing(0);
    expect((await standing('exempt')).map((each) => each.id)).toContain(id);
  });

  it('shows a person’s name only to whoever may see persons, and nothing of it to administrators', async () => {
    expect((await payments('', CASHIER)).items[0]?.applicantName).toBe('Nguyễn Văn An');
    for (const as of ['admin@1', 'observer@1', 'clerk@1']) {
      expect((await office.ask(as, 'GET /api/v1/fees/payments')).status).toBe(403);
    }
    expect((await office.ask('', 'GET /api/v1/fees/payments')).status).toBe(401);
    expect((await office.ask(CASHIER, 'GET /api/v1/fees/payments?unitId=2')).status).toBe(404);
    expect((await payments('', 'cashier@2')).items).toEqual([]);
  });

  it('leaves with a dossier that was entered by mistake', async () => {
    const dossier = await paid(77_000);
    await office.done(DIRECTOR, dossier, 'annul', { reason: 'Nhập trùng' });
    expect((await payments()).items.map(({ id }) => id)).not.toContain(dossier.id);
  });
});

const placeOf = ({ id, payment }: FeePayment): string => `${id} ${payment.version}`;

describe('every figure', () => {
  it('is the size and the sum of the list it opens', async () => {
    await Promise.all([paid(5000, 'transfer'), paid(400_000, 'online'), paid(3000)]);
    const told = await summary();
    expect(told.lines.map(({ method }) => method)).toEqual(['cash', 'transfer', 'online']);
    for (const { method, count, amount } of told.lines) {
      const { items } = await payments(`method=${method}&limit=500`);
      expect(items).toHaveLength(count);
      expect(items.reduce((sum, { payment }) => sum + payment.amount, 0)).toBe(amount);
    }
    for (const { procedureCode, count, dossiers } of told.procedures) {
      const { items } = await payments(`procedure=${procedureCode}&limit=500`);
      expect([items.length, new Set(items.map(({ id }) => id)).size]).toEqual([count, dossiers]);
    }
    const due = await standing('due&limit=500');
    expect(told.standings.due).toEqual({
      dossiers: due.length,
      amount: due.reduce((sum, { fee }) => sum + fee.owing, 0),
    });
    const day = await book();
    expect([day.count, day.amount]).toEqual([told.count, told.amount]);
    for (const { officer, count } of day.officers) {
      expect((await payments(`officer=${officer.id}&limit=500`)).items).toHaveLength(count);
    }
  });

  it('is reached page by page without loss or repetition', async () => {
    const whole = (await payments('limit=500')).items.map(placeOf);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<FeePayment> = await payments(
        `limit=2&cursor=${cursor}`.replace(/&cursor=$/, ''),
      );
      seen.push(...page.items.map(placeOf));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole);
  });

  it('belongs to a period that makes sense', async () => {
    const ask = (query: string) =>
      office.ask<Problem>(CASHIER, `GET /api/v1/fees/summary?${query}`);
    expect((await ask('from=2026-03-02&to=2026-03-01')).body.code).toBe('book-range-inverted');
    expect((await ask('from=2024-01-01&to=2026-03-01')).body.code).toBe('book-too-long');
    expect((await ask('from=2026-03-32')).status).toBe(400);
    expect(await summary('from=2026-03-01&to=2026-03-01')).toMatchObject({ count: 0, amount: 0 });
  });
});

describe('the book of a day', () => {
  it('is closed by whoever took the money, once it was counted, and stays as it was', async () => {
    const mine = await bookOf(RECEPTION);
    const seen = { revision: 0, count: mine.count, amount: mine.amount };
    const counted = mine.lines.map(({ method, amount }) => ({ method, amount }));
    const short = counted.map((one) =>
      one.method === 'cash' ? { ...one, amount: one.amount - 1000 } : one,
    );
    expect(await refused(RECEPTION, { counted: [], seen })).toEqual([422, 'fee-count-incomplete']);
    expect(await refused(RECEPTION, { counted: short, seen })).toEqual([
      ...[422, 'fee-difference-unexplained'],
    ]);
    expect(await refused(RECEPTION, { counted, seen: { ...seen, amount: 1 } })).toEqual([
      ...[409, 'fee-book-moved'],
    ]);
    expect(await refused(RECEPTION, { counted, seen, day: '2026-03-03' })).toEqual([
      ...[422, 'fee-day-ahead'],
    ]);
    const reason = 'Trả nhầm tiền thừa';
    const closed = await close(RECEPTION, { counted: short, seen, reason });
    expect(closed).toMatchObject({
      status: 201,
      body: { revision: 1, difference: -1000, reason, closedBy: { id: idOf(RECEPTION) } },
    });
    expect((await bookOf(RECEPTION)).closings).toMatchObject([{ revision: 1 }]);
  });

  it('cannot be changed, not even by the owner of the database', async () => {
    const tenancy = office.get(Tenancy);
    for (const statement of ['update fee_closing set difference = 0', 'delete from fee_closing']) {
      await expect(
        tenancy.within({ units: [1] }, (transaction) => transaction.execute(statement)),
      ).rejects.toThrow();
      await expect(office.database.asRoot(statement)).rejects.toThrow();
    }
  });

  it('names what was given back since, and is closed again beside the first', async () => {
    const before = await bookOf(RECEPTION);
    const [last] = (await payments(`officer=${idOf(RECEPTION)}&method=cash`)).items;
    if (last === undefined) throw new Error('Nothing was taken');
    const reason = 'Hoàn phí cho người nộp';
    const { version } = last.payment;
    await office.done(DIRECTOR, last, 'void', { version, reason });
    const after = await bookOf(RECEPTION);
    expect(after.changes).toEqual([
      {
        ...{ dossierId: last.id, code: last.code, version, is: null },
        was: { amount: last.payment.amount, method: 'cash' },
      },
    ]);
    expect(after.closings).toEqual(before.closings);
    expect(after.amount).toBe(before.amount - last.payment.amount);
    const counted = after.lines.map(({ method, amount }) => ({ method, amount }));
    const seen = { revision: 1, count: after.count, amount: after.amount };
    const again = { counted, seen };
    expect((await close(RECEPTION, again)).body).toMatchObject({ revision: 2, difference: 0 });
    expect(await refused(RECEPTION, again)).toEqual([409, 'fee-book-moved']);
    const closed = await bookOf(RECEPTION);
    expect(closed).toMatchObject({ changes: [], closings: [{ revision: 2 }, { revision: 1 }] });
  });

  it('is closed for a colleague by the cashier and by those who lead, by nobody else', async () => {
    const theirs = await bookOf(RECEPTION);
    const body = {
      officer: idOf(RECEPTION),
      counted: theirs.lines.map(({ method, amount }) => ({ method, amount })),
      seen: { revision: 2, count: theirs.count, amount: theirs.amount },
    };
    expect(await refused('processing@1', body)).toEqual([403, 'not-permitted']);
    expect(await refused('reporter@1', body)).toEqual([403, 'not-permitted']);
    expect(await refused(CASHIER, { ...body, officer: 'nobody' })).toEqual([404, 'not-found']);
    const first = await close(CASHIER, body);
    expect(first.body).toMatchObject({ revision: 3, closedBy: { id: idOf(CASHIER) } });
  });

  it('is closed once, however often the same request arrives', async () => {
    const mine = await bookOf(CASHIER);
    const ask = () =>
      office.ask<FeeClosing>(CASHIER, 'POST /api/v1/fees/closings', {
        body: {
          day: DAY,
          counted: mine.lines.map(({ method, amount }) => ({ method, amount })),
          seen: { revision: 0, count: mine.count, amount: mine.amount },
        },
        headers: { 'idempotency-key': 'close-my-book' },
      });
    const [first, second] = await Promise.all([ask(), ask()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect([first.body.revision, second.body.revision]).toEqual([1, 1]);
  });

  it('tells open pages that it was closed', async () => {
    const rows = await office
      .get(Tenancy)
      .ask({ units: [1] }, `select id from feed where type = 'feeBook'`);
    expect(rows[0]).toEqual({ id: DAY });
  });

  it('is handed out on paper and as a sheet, and that is written down', async () => {
    const body = { from: DAY, to: DAY };
    for (const [format, head] of [
      ['pdf', '%PDF-'],
      ['xlsx', 'PK'],
    ] as const) {
      const answer = await office.bytes(CASHIER, 'POST /api/v1/fees/exports', { ...body, format });
      expect(answer.status).toBe(200);
      expect(answer.bytes.subarray(0, head.length).toString()).toBe(head);
    }
    const rows = await office
      .get(Tenancy)
      .ask({ units: [1] }, `select facts from audit where act = 'fees.export'`);
    expect(rows).toHaveLength(2);
  });
});
