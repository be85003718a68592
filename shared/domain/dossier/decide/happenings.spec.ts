import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt, type Act } from '../../../../test/support/dossier-case.ts';
import { at } from '../../../../test/support/moment.ts';
import {
  aProcedure,
  anIntake,
  director,
  reception,
  theProduct,
} from '../../../../test/support/office.ts';
import type { CommandBodies, CommandType } from '../command.ts';
import type { EventTexts, OfficeEventType } from '../event.ts';
import { PAYLOAD_MEMBERS } from '../payload-members.ts';

/** In which situation a command is given, with all it can say, and what is then kept of it. */
interface Case {
  readonly after: readonly Act[];
  readonly body: object;
  readonly type: OfficeEventType;
  readonly payload: object;
  readonly texts?: EventTexts;
}

const reason = 'Theo đơn';
const items = 'Giấy xác nhận cư trú';
const someday = at('2026-03-20 17:00');
const allowance = { kind: 'workingDays', amount: 5 } as const;
const procedure = aProcedure({
  variants: [
    { key: 'plain', label: 'Thường', allowance },
    { key: 'verify', label: 'Xác minh', allowance },
  ],
});

const leader = <Type extends CommandType>(type: Type, body: CommandBodies[Type]): Act =>
  act('2026-03-02 09:00', director, type, body);

const submitted = act('2026-03-02 08:00', reception, 'submit', { intake: anIntake() });
const received = receivedAt('2026-03-02 08:00', reception);
const atAppraisal = leader('assign', { departmentCode: 'tu-phap' });
const waiting = leader('request-supplement', { items, reason });
const unpaid = leader('request-payment', { amount: 7 });
const held = leader('hold', { basisCode: 'dispute', reason });
const away = leader('send-to-agency', { agency: 'so-noi-vu' });
const linked = leader('link', { dossierId: 'primary' });
const issued = leader('issue-result', {});

const plain = (type: OfficeEventType): Case => ({ after: [received], body: {}, type, payload: {} });
const same = (
  type: OfficeEventType,
  payload: object,
  after: readonly Act[] = [received],
): Case => ({
  after,
  body: payload,
  type,
  payload,
});
const reasoned = (type: OfficeEventType, payload: object, after = [received]): Case => ({
  ...same(type, payload, after),
  body: { ...payload, reason },
  texts: { reason },
});

const CASES = {
  accept: same('received', { declaredDueAt: someday, officialCode: 'H24.99-1' }, [submitted]),
  refuse: reasoned('refused', { reasonCode: 'not-eligible' }),
  assign: same('assigned', { userId: 'user-a', departmentCode: 'kinh-te' }, [
    received,
    atAppraisal,
  ]),
  'start-step': { ...plain('stepStarted'), payload: { stepKey: 'receive' } },
  'complete-step': {
    ...plain('stepCompleted'),
    payload: { stepKey: 'receive', nextStepKey: 'appraise', nextDepartmentCode: 'tu-phap' },
  },
  'return-step': reasoned('stepReturned', { toStepKey: 'receive' }, [received, atAppraisal]),
  'propose-supplement': {
    ...plain('supplementProposed'),
    body: { items, reason },
    texts: { items, reason },
  },
  'request-supplement': {
    ...same('supplementRequested', { respondBy: someday }),
    body: { items, reason, respondBy: someday },
    texts: { items, reason },
  },
  'submit-supplement': {
    ...same('supplementSubmitted', { endsWait: false }, [received, waiting]),
    body: {},
  },
  'receive-supplement': same('supplementReceived', {}, [received, waiting]),
  'request-payment': same('paymentRequested', { amount: 0 }),
  'receive-payment': same('paymentReceived', { amount: 7, method: 'cash' }, [received, unpaid]),
  hold: reasoned('held', { basisCode: 'dispute' }),
  resume: same('resumed', {}, [received, held]),
  extend: reasoned('extended', { dueAt: someday }),
  'agree-term': reasoned('termAgreed', { variantKey: 'verify' }),
  'issue-result': same('resultIssued', { documentNo: '12/XN' }),
  return: same('returned', { method: 'post' }, [received, issued]),
  withdraw: reasoned('withdrawn', {}),
  stop: reasoned('stopped', { reasonCode: 'no-answer' }),
  'send-to-agency': same('sentToAgency', { agency: 'so-noi-vu', allowance }),
  'back-from-agency': same('backFromAgency', {}, [received, away]),
  note: { ...plain('noteAdded'), body: { text: 'x' }, texts: { note: 'x' } },
  difficulty: {
    ...same('difficultyNoted', { kind: 'overload' }),
    body: { kind: 'overload', text: 'x' },
    texts: { note: 'x' },
  },
  'digitise-components': plain('componentsDigitised'),
  'digitise-result': plain('resultDigitised'),
  'issue-electronic-result': plain('electronicResultIssued'),
  archive: plain('archivedToStore'),
  'reuse-data': plain('dataReused'),
  'charge-fee': same('feeCharged', { amount: 0 }),
  'pay-fee': same('feePaid', { amount: 8000, method: 'transfer' }),
  apologise: {
    ...same('apologyIssued', { documentNo: '3/XL', publishedAt: someday }),
    body: { documentNo: '3/XL', publishedAt: someday, url: 'https://xa.vn/3' },
    texts: { url: 'https://xa.vn/3' },
  },
  annul: reasoned('annulled', {}),
  link: same('linked', { dossierId: 'primary' }),
  unlink: same('unlinked', { dossierId: 'primary' }, [received, linked]),
  'revise-due': same('dueRevised', { cause: 'source', declaredDueAt: someday }),
  'expire-supplement': same('supplementExpired', {}, [received, waiting]),
} as const satisfies Partial<Record<CommandType, Case>>;

const PRODUCTS_OWN: readonly string[] = ['revise-due', 'expire-supplement'];
const TELLING = Object.entries(CASES) as readonly (readonly [keyof typeof CASES, Case])[];

const happening = (type: keyof typeof CASES, { after, body }: Case) =>
  given(...after)
    .under({ procedure })
    .when('2026-03-02 09:00', PRODUCTS_OWN.includes(type) ? theProduct : director, type, body)
    .decided().events;

describe('what is kept of a command', () => {
  it.each(TELLING)('%s: codes and moments in the event, free words apart', (type, expected) => {
    const [event, ...others] = happening(type, expected);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      type: expected.type,
      occurredAt: at('2026-03-02 09:00'),
      recordedAt: at('2026-03-02 09:00'),
      backdated: false,
    });
    expect(event?.payload).toStrictEqual(
      type === 'accept' ? { ...expected.payload, firstStepKey: 'receive' } : expected.payload,
    );
    expect(event?.texts).toStrictEqual(expected.texts);
  });

  it('is no text at all where none was given', () => {
    const silent = (type: 'withdraw' | 'apologise', body: object) =>
      happening(type, { ...CASES[type], body })[0];
    expect(silent('withdraw', {})).not.toHaveProperty('texts');
    expect(silent('apologise', {})).not.toHaveProperty('texts');
    const difficulty = { ...CASES.difficulty, body: { kind: 'overload' } };
    expect(happening('difficulty', difficulty)[0]).not.toHaveProperty('texts');
  });

  it('is a due moment only where the clock has something to say', () => {
    const withDue = TELLING.filter(([type, one]) => happening(type, one)[0]?.due !== undefined);
    expect(withDue.map(([type]) => type).sort()).toEqual([
      'accept',
      'agree-term',
      'extend',
      'hold',
      'issue-result',
      'receive-payment',
      'receive-supplement',
      'refuse',
      'request-payment',
      'request-supplement',
      'resume',
      'revise-due',
      'stop',
      'submit-supplement',
      'withdraw',
    ]);
    const before = { ...CASES.withdraw, after: [submitted] };
    expect(happening('withdraw', before)[0]).not.toHaveProperty('due');
  });

  it('can be corrected member by member, and in nothing else', () => {
    /** What a source may add to an event, or the product by itself. */
    const further: Partial<Record<OfficeEventType, readonly string[]>> = {
      received: ['firstStepKey'],
      supplementSubmitted: ['declaredDueAt'],
      supplementReceived: ['declaredDueAt'],
      paymentReceived: ['declaredDueAt'],
      resumed: ['declaredDueAt'],
    };
    for (const [, { type, payload }] of TELLING) {
      const members = [...Object.keys(payload), ...(further[type] ?? [])];
      expect([type, ...[...PAYLOAD_MEMBERS[type]].sort()]).toEqual([type, ...members.sort()]);
    }
    expect(PAYLOAD_MEMBERS.submitted).toEqual([]);
  });
});

describe('a refusal names what it is about', () => {
  const refusal = (after: readonly Act[], type: CommandType, body: object) =>
    given(...after)
      .under({ procedure })
      .when('2026-03-02 10:00', director, type, body);

  it('the moment, the step, the amount, the code', () => {
    const dueAt = at('2026-03-02 10:00');
    refusal([received], 'extend', { dueAt, reason }).thenRefused('extension-not-later', {
      dueAt,
      current: at('2026-03-05 17:00'),
    });
    refusal([received], 'agree-term', { variantKey: 'x', reason }).thenRefused('unknown-variant', {
      variantKey: 'x',
    });
    refusal([received], 'request-supplement', { items, reason, respondBy: dueAt }).thenRefused(
      'respond-by-not-later',
      { respondBy: dueAt },
    );
    refusal([received], 'charge-fee', { amount: 1.5 }).thenRefused('amount-not-whole', {
      amount: 1.5,
    });
    refusal([received], 'complete-step', { stepKey: 'x' }).thenRefused('unknown-step', {
      stepKey: 'x',
    });
    refusal([received], 'return-step', { toStepKey: 'x', reason }).thenRefused('unknown-step', {
      stepKey: 'x',
    });
    refusal([received], 'return-step', { toStepKey: 'issue', reason }).thenRefused(
      'step-not-earlier',
      { stepKey: 'issue' },
    );
    refusal([received], 'unlink', { dossierId: 'x' }).thenRefused('not-linked', { dossierId: 'x' });
    refusal([received], 'receive', { intake: anIntake() }).thenRefused('dossier-already-exists', {
      code: 'MC.H24.99-260302-0001',
    });
    const declaredDueAt = at('2026-03-02 07:00');
    refusal([submitted], 'accept', { declaredDueAt }).thenRefused('declared-due-before-receipt', {
      declaredDueAt,
      occurredAt: at('2026-03-02 10:00'),
    });
  });

  it('the event that cannot be mended, and why', () => {
    const occurredAt = at('2026-03-02 10:00:01');
    refusal([received], 'correct', { version: 4, changes: { occurredAt }, reason }).thenRefused(
      'unknown-version',
      { version: 4 },
    );
    refusal([received], 'correct', { version: 1, changes: { occurredAt }, reason }).thenRefused(
      'occurs-in-future',
      { occurredAt },
    );
  });

  it('the moment that lies in the future, before the move it follows, or too long ago', () => {
    const told = (occurredAt: number, now: string) =>
      given(received).when({ told: now, occurredAt: occurredAt as never }, director, 'note', {
        text: 'x',
      });
    const future = at('2026-03-02 10:01');
    told(future, '2026-03-02 10:00').thenRefused('occurs-in-future', { occurredAt: future });
    const before = at('2026-03-02 07:00');
    told(before, '2026-03-02 10:00').thenRefused('occurs-before-previous', {
      occurredAt: before,
      previous: at('2026-03-02 08:00'),
    });
    const yesterday = at('2026-03-02 09:00');
    told(yesterday, '2026-03-03 10:00').thenRefused('backdate-reason-required', {
      occurredAt: yesterday,
    });
  });

  it('the term that was agreed too late', () => {
    given(received)
      .under({ procedure })
      .when('2026-03-09 10:00', director, 'agree-term', { variantKey: 'verify', reason })
      .thenRefused('term-after-due', { dueAt: at('2026-03-05 17:00') });
  });
});
