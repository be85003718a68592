import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt, type Act } from '../../../test/support/dossier-case.ts';
import { at } from '../../../test/support/moment.ts';
import {
  anOffice,
  anOfficer,
  director,
  processing,
  reception,
} from '../../../test/support/office.ts';
import { decide, type CommandBodies } from '../dossier/index.ts';
import { exemptionOf, feeAccountOf, feeEntriesOf, refundOf } from './index.ts';

const cashier = anOfficer(['cashier']);
const received = receivedAt('2026-03-02 08:00', reception);
const reason = 'Thu nhầm';

const charged = (when: string, amount: number): Act =>
  act(when, reception, 'charge-fee', { amount });
const paid = (when: string, amount: number, method = 'cash'): Act =>
  act(when, cashier, 'pay-fee', { amount, method });

const entries = (...acts: readonly Act[]) => feeEntriesOf(given(received, ...acts).history());
const account = (...acts: readonly Act[]) => feeAccountOf(entries(...acts));

describe('the fees of a dossier', () => {
  it('are none where nobody told of any', () => {
    expect(account()).toBeUndefined();
  });

  it('are owed once charged, partly paid and settled as money comes', () => {
    const fee = charged('2026-03-02 08:05', 8000);
    expect(account(fee)).toMatchObject({ owing: 8000, standing: 'owing' });
    const some = paid('2026-03-02 08:10', 5000);
    expect(account(fee, some)).toMatchObject({ owing: 3000, standing: 'partly' });
    const rest = paid('2026-03-02 08:20', 3000, 'transfer');
    expect(account(fee, some, rest)).toMatchObject({
      charged: 8000,
      paid: 8000,
      standing: 'settled',
    });
  });

  it('add up where they arise at the receipt and again later', () => {
    const both = [charged('2026-03-02 08:05', 8000), charged('2026-03-02 09:00', 2000)];
    expect(account(...both)).toMatchObject({ charged: 10_000 });
  });

  it('are not owed twice when what was charged is asked for while the dossier waits', () => {
    const asked = act('2026-03-02 09:00', processing, 'request-payment', { amount: 400_000 });
    expect(account(charged('2026-03-02 08:05', 400_000), asked)).toMatchObject({ owing: 400_000 });
    expect(account(charged('2026-03-02 08:05', 8000), asked)).toMatchObject({ owing: 400_000 });
    const settled = [charged('2026-03-02 08:05', 8000), paid('2026-03-02 08:06', 8000)];
    expect(account(...settled, asked)).toMatchObject({ charged: 408_000, owing: 400_000 });
  });

  it('were owed where money was taken without a charge', () => {
    expect(account(paid('2026-03-02 08:10', 8000))).toMatchObject({
      ...{ charged: 8000, owing: 0, standing: 'settled' },
    });
  });

  it('are exempt where an officer charged nothing, and overpaid where more was taken', () => {
    expect(account(charged('2026-03-02 08:05', 0))).toMatchObject({ standing: 'exempt' });
    const more = [charged('2026-03-02 08:05', 5000), paid('2026-03-02 08:06', 8000)];
    expect(account(...more)).toMatchObject({ owing: -3000, standing: 'overpaid' });
  });

  it('are untold where another system marked a fee without an amount', () => {
    const [charge] = entries(charged('2026-03-02 08:05', 0));
    if (charge === undefined) throw new Error('No charge');
    const marked = { ...charge, source: 'mot-cua-hai-phong' };
    expect(feeAccountOf([marked])).toMatchObject({ standing: 'untold' });
    const taken = { ...marked, kind: 'payment', method: 'online', amount: 8000 } as const;
    expect(feeAccountOf([marked, taken])).toMatchObject({ standing: 'settled', owing: 0 });
  });

  it('forget a void payment, and remember it when the void was a mistake', () => {
    const acts = [charged('2026-03-02 08:05', 8000), paid('2026-03-02 08:06', 8000)];
    const gone = act('2026-03-02 09:00', director, 'void', { version: 3, reason });
    expect(account(...acts, gone)).toMatchObject({ paid: 0, standing: 'owing' });
    const back = act('2026-03-02 09:10', director, 'void', { version: 4, reason });
    expect(account(...acts, gone, back)).toMatchObject({ paid: 8000, standing: 'settled' });
  });

  it('take the last word of several corrections, member by member', () => {
    const acts = [charged('2026-03-02 08:05', 8000), paid('2026-03-02 08:06', 8000)];
    const amount = { version: 3, changes: { payload: { amount: 7000 } }, reason };
    const method = { version: 3, changes: { payload: { method: 'online' } }, reason };
    const told = entries(
      ...acts,
      act('2026-03-02 09:00', director, 'correct', amount),
      act('2026-03-02 09:01', director, 'correct', method),
    );
    expect(told.at(-1)).toMatchObject({ version: 3, amount: 7000, method: 'online' });
  });

  it('know a payment that was forgotten, under the version of its correction', () => {
    const forgotten = {
      insert: {
        type: 'feePaid',
        occurredAt: at('2026-03-02 08:30'),
        payload: { amount: 8000, method: 'cash' },
      },
      reason,
    } as const;
    const told = entries(
      charged('2026-03-02 08:05', 8000),
      act('2026-03-02 10:00', director, 'correct', forgotten),
    );
    expect(told.at(-1)).toMatchObject({
      kind: 'payment',
      version: 3,
      occurredAt: at('2026-03-02 08:30'),
    });
  });
});

describe('money given back, and a fee remitted', () => {
  const acts = [charged('2026-03-02 08:05', 8000), paid('2026-03-02 08:06', 8000)];
  const state = given(received, ...acts).state();
  const payment = { version: 3, amount: 8000 };

  const after = (body: CommandBodies['correct'], actor = director) => {
    const office = anOffice({ now: at('2026-03-02 10:00'), actor });
    const decided = decide({ type: 'correct', body }, state, office);
    if (!decided.ok) return decided.refusal;
    if (decided.value.kind !== 'events') throw new Error('Nobody approves a correction');
    return feeAccountOf(feeEntriesOf(decided.value.state.history));
  };

  it('are corrections, which those who lead may make', () => {
    const whole = after(refundOf(payment, 8000, reason));
    expect(whole).toMatchObject({ paid: 0, standing: 'owing' });
    expect(after(refundOf(payment, 3000, reason))).toMatchObject({ paid: 5000, owing: 3000 });
    expect(after(exemptionOf({ version: 2 }, 0, reason))).toMatchObject({ owing: -8000 });
    expect(after(exemptionOf({ version: 2 }, 5000, reason))).toMatchObject({
      ...{ charged: 5000, standing: 'overpaid' },
    });
  });

  it('never give back more than was taken', () => {
    const more = after(refundOf(payment, 9000, reason));
    expect(more).toMatchObject({ code: 'amount-not-whole' });
  });

  it('are refused to whoever only takes money', () => {
    const asked = refundOf(payment, 8000, reason);
    expect(after(asked, cashier)).toMatchObject({ code: 'act-not-yours' });
  });
});
