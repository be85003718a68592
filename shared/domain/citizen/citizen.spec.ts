import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt, type Act } from '../../../test/support/dossier-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import {
  NATIONAL_CALENDAR,
  director,
  processing,
  reception,
} from '../../../test/support/office.ts';
import {
  callAgainAt,
  checkTemplate,
  courseOf,
  fillTemplate,
  occasionsIn,
  tellAt,
  type MessageValues,
  type Telling,
  type TellingOffice,
} from './index.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const issued = act('2026-03-02 10:00', processing, 'issue-result', {});
const returned = act('2026-03-02 10:05', reception, 'return', { method: 'counter' });

const occasions = (since: number, ...acts: readonly Act[]) =>
  occasionsIn(given(...acts).state(), since, NATIONAL_CALENDAR).map(({ kind }) => kind);

describe('what a citizen is told', () => {
  it('is the receipt, the papers that are missing, the result, and why it takes longer', () => {
    expect(occasions(0, received)).toEqual(['received']);
    const asked = act('2026-03-02 09:00', reception, 'request-supplement', {
      items: 'Bản chính',
      reason: 'Thiếu bản chính',
    });
    expect(occasions(1, received, asked)).toEqual(['supplement']);
    expect(occasions(1, received, issued)).toEqual(['resultReady']);
    const extended = act('2026-03-02 09:00', director, 'extend', {
      dueAt: at('2026-03-09 17:00'),
      reason: 'Chờ xác minh',
    });
    expect(occasions(1, received, extended)).toEqual(['apology']);
  });

  it('is only what the events leave behind: received and decided in one go tells the result alone', () => {
    expect(occasions(0, received, issued)).toEqual(['resultReady']);
    expect(occasions(0, received, issued, returned)).toEqual([]);
    expect(occasions(2, received, issued, returned)).toEqual([]);
  });

  it('is no old news: what is entered more than a working day later is a backlog', () => {
    const late = (told: string) =>
      occasions(
        1,
        receivedAt('2026-03-02 08:00', reception),
        act(
          { told, occurredAt: at('2026-03-02 16:30'), backdateReason: 'Nhập bù' },
          processing,
          'issue-result',
          {},
        ),
      );
    expect(late('2026-03-03 08:00')).toEqual(['resultReady']);
    expect(late('2026-03-04 08:00')).toEqual([]);
  });
});

const values: MessageValues = {
  code: 'H24.99-260302-0001',
  due: '17:00 ngày 05/03/2026',
  place: 'Trung tâm PVHCC xã Mẫu',
  unit: 'Xã Mẫu',
  link: null,
  lookupCode: '7K3MQ9TD',
};

describe('the text of a message', () => {
  const text = 'Hồ sơ {mã hồ sơ} cần bổ sung. Xem {đường dẫn}. Mã tra cứu {mã tra cứu}.';

  it('leaves out the sentence that names what is not known', () => {
    expect(fillTemplate('supplement', text, values)).toBe(
      'Hồ sơ H24.99-260302-0001 cần bổ sung. Mã tra cứu 7K3MQ9TD.',
    );
    expect(fillTemplate('supplement', text, { ...values, link: 'https://xa.example/t' })).toContain(
      'Xem https://xa.example/t. Mã',
    );
  });

  it('is not sent without what it is for', () => {
    const promise = 'Hồ sơ {mã hồ sơ} hẹn trả {hẹn trả}.';
    expect(fillTemplate('received', promise, { ...values, due: null })).toBeUndefined();
    const whole = 'Hồ sơ {mã hồ sơ} hẹn trả {hẹn trả}, xem {đường dẫn}.';
    expect(fillTemplate('received', whole, values)).toBeUndefined();
  });

  it('puts what it is filled with in as it is, whatever it looks like', () => {
    const odd = { ...values, code: '{đường dẫn} $&' };
    expect(fillTemplate('supplement', 'Hồ sơ {mã hồ sơ}.', odd)).toBe('Hồ sơ {đường dẫn} $&.');
  });

  it.each([
    ['names nothing there is', 'Hồ sơ {mã hồ sơ} của {họ tên}.', 'placeholder-unknown'],
    ['does not say which dossier', 'Có kết quả tại {nơi nhận}.', 'placeholder-missing'],
    ['does not say where', 'Hồ sơ {mã hồ sơ} có kết quả.', 'placeholder-missing'],
    ['has a brace left open', 'Hồ sơ {mã hồ sơ} tại {nơi nhận}, {', 'brace-open'],
    ['is empty', '  ', 'text-empty'],
    ['is a letter', `{mã hồ sơ} {nơi nhận} ${'a'.repeat(400)}`, 'text-too-long'],
  ])('is refused when it %s', (_what, wrong, code) => {
    expect(checkTemplate('resultReady', wrong)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is kept in one spelling of its marks', () => {
    const decomposed = 'Hồ sơ {mã hồ sơ}.'.normalize('NFD');
    expect(checkTemplate('supplement', decomposed)).toEqual({
      ok: true,
      value: 'Hồ sơ {mã hồ sơ}.',
    });
  });
});

const telling: Telling = {
  kind: 'resultReady',
  state: 'resultReady',
  dueAt: at('2026-03-05 17:00'),
  isOutdated: false,
  consent: { isGiven: true, refusedSince: false },
  isImported: false,
  hasPhone: true,
  hasEmail: false,
};
const office: TellingOffice = {
  kinds: ['received', 'supplement', 'resultReady', 'apology'],
  importedToo: false,
  ways: ['gateway', 'email'],
};
const course = (changes: Partial<Telling>, own: Partial<TellingOffice> = {}) =>
  courseOf({ ...telling, ...changes }, { ...office, ...own });

describe('what becomes of a message when it is its turn', () => {
  it('goes by the first way that leads to the citizen', () => {
    expect(course({})).toEqual({ course: 'send', way: 'gateway' });
    expect(course({ hasPhone: false, hasEmail: true })).toEqual({ course: 'send', way: 'email' });
  });

  it('becomes a call where no way is left, if it asks something of the citizen', () => {
    expect(course({}, { ways: [] })).toEqual({ course: 'call' });
    expect(course({ kind: 'received', state: 'received' }, { ways: [] })).toEqual({
      course: 'drop',
      why: 'no-way',
    });
    expect(course({ hasPhone: false }, { ways: [] })).toEqual({ course: 'drop', why: 'no-way' });
  });

  it('is nothing when it is no longer so', () => {
    const gone = { course: 'drop', why: 'not-so' };
    expect(course({ state: 'returned' })).toEqual(gone);
    expect(course({ isOutdated: true })).toEqual(gone);
    expect(course({ kind: 'supplement', state: 'processing' })).toEqual(gone);
    expect(course({ kind: 'received', state: 'processing', dueAt: null })).toEqual(gone);
  });

  it('is nothing for who did not say yes, or has said no since', () => {
    const unwanted = { course: 'drop', why: 'not-wanted' };
    expect(course({ consent: null })).toEqual(unwanted);
    expect(course({ consent: { isGiven: false, refusedSince: false } })).toEqual(unwanted);
    expect(course({ consent: { isGiven: true, refusedSince: true } })).toEqual(unwanted);
    expect(course({}, { kinds: ['received'] })).toEqual(unwanted);
  });

  it('reaches people of imported dossiers only where the unit answers for it', () => {
    const imported = { consent: null, isImported: true };
    expect(course(imported)).toEqual({ course: 'drop', why: 'not-wanted' });
    expect(course(imported, { importedToo: true })).toMatchObject({ course: 'send' });
    const refused = { ...imported, consent: { isGiven: false, refusedSince: false } };
    expect(course(refused, { importedToo: true })).toMatchObject({ course: 'drop' });
  });
});

describe('the moments at which citizens are disturbed', () => {
  it('lie within working hours', () => {
    const moments = ['2026-03-02 10:00', '2026-03-02 12:00', '2026-03-06 17:30'];
    expect(moments.map((each) => local(tellAt(NATIONAL_CALENDAR, at(each))))).toEqual([
      ...['2026-03-02 10:00', '2026-03-02 13:00', '2026-03-09 07:30'],
    ]);
  });

  it('come again a working hour after nobody answered', () => {
    const again = callAgainAt(NATIONAL_CALENDAR, at('2026-03-06 16:30'));
    expect(local(again)).toBe('2026-03-09 08:00');
  });
});
