import { describe, expect, it } from '@jest/globals';
import { bookLinesOf, changedSince, closeBook, type ClosingAsked, type Taken } from './index.ts';

const taken = (dossierId: string, amount: number, method = 'cash', version = 2): Taken => ({
  ...{ dossierId, version, amount, method },
});

const DAY = [taken('a', 8000), taken('b', 2000), taken('c', 400_000, 'online')];

const asked = (changes: Partial<ClosingAsked> = {}): ClosingAsked => ({
  ...{ taken: DAY, revision: 0, seen: { revision: 0, count: 3, amount: 410_000 } },
  counted: [
    { method: 'online', amount: 400_000 },
    { method: 'cash', amount: 10_000 },
  ],
  ...changes,
});

describe('the book of a day', () => {
  it('adds up each way of paying, cash first and strange words last', () => {
    expect(bookLinesOf([taken('d', 1000, 'vnpay'), ...DAY])).toEqual([
      { method: 'cash', count: 2, amount: 10_000 },
      { method: 'online', count: 1, amount: 400_000 },
      { method: 'vnpay', count: 1, amount: 1000 },
    ]);
  });

  it('is closed as counted', () => {
    expect(closeBook(asked())).toMatchObject({
      ok: true,
      value: { revision: 1, difference: 0, members: DAY, counted: [{ method: 'cash' }, {}] },
    });
  });

  it('asks why when something is missing, even where one way makes up for the other', () => {
    const short = [
      { method: 'cash', amount: 9000 },
      { method: 'online', amount: 401_000 },
    ];
    expect(closeBook(asked({ counted: short }))).toMatchObject({
      refusal: { code: 'fee-difference-unexplained', facts: { difference: 0 } },
    });
    const reason = 'Khách chuyển khoản nhầm';
    expect(closeBook(asked({ counted: short, reason }))).toMatchObject({ ok: true });
  });

  it('wants every way counted, once, in whole đồng', () => {
    const [online, cash] = asked().counted;
    if (online === undefined || cash === undefined) throw new Error('Nothing counted');
    const codeOf = (counted: ClosingAsked['counted']) => closeBook(asked({ counted }));
    const incomplete = { refusal: { code: 'fee-count-incomplete' } };
    expect(codeOf([cash])).toMatchObject(incomplete);
    expect(codeOf([cash, cash, online])).toMatchObject(incomplete);
    expect(codeOf([{ ...cash, amount: 0.5 }, online])).toMatchObject({
      refusal: { code: 'amount-not-whole' },
    });
  });

  it('is not closed over money that came, or a closing that happened, while it was counted', () => {
    const moved = { refusal: { code: 'fee-book-moved' } };
    expect(closeBook(asked({ taken: [...DAY, taken('d', 5000)] }))).toMatchObject(moved);
    expect(closeBook(asked({ revision: 1 }))).toMatchObject(moved);
  });

  it('is closed anew as its next revision', () => {
    const seen = { revision: 1, count: 3, amount: 410_000 };
    expect(closeBook(asked({ revision: 1, seen }))).toMatchObject({ value: { revision: 2 } });
  });

  it('may be closed with nothing taken', () => {
    const seen = { revision: 0, count: 0, amount: 0 };
    expect(closeBook(asked({ taken: [], seen, counted: [] }))).toMatchObject({ ok: true });
  });

  it('names what changed since, and nothing else', () => {
    const now = [taken('a', 5000), taken('c', 400_000, 'online'), taken('e', 1000)];
    expect(changedSince(DAY, now)).toEqual([
      {
        dossierId: 'a',
        version: 2,
        was: { amount: 8000, method: 'cash' },
        is: { amount: 5000, method: 'cash' },
      },
      { dossierId: 'b', version: 2, was: { amount: 2000, method: 'cash' }, is: null },
      { dossierId: 'e', version: 2, was: null, is: { amount: 1000, method: 'cash' } },
    ]);
    expect(changedSince(DAY, [...DAY].reverse())).toEqual([]);
  });
});
