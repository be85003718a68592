import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { at } from '../../../test/support/moment.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import { dayOf, formatDay, plusDays, type Day } from '../working-time/index.ts';
import { faultsIn, type RegisterEntry, type RegisterValues } from './entry.ts';
import { aboutIn, feedbackDueOn, feedbackStanding } from './feedback.ts';
import { figuresOf, linesOf } from './figures.ts';
import { REGISTER_KINDS, fieldsOf } from './kind.ts';
import { registerTelling } from './telling.ts';

const day = (text: string): Day => dayOf(at(text));
const JANUARY = { from: day('2025-12-21'), to: day('2026-01-20') };

let serial = 0;
const entry = (on: string, values: RegisterValues): RegisterEntry => {
  serial += 1;
  return { id: `m-${serial}`, day: day(on), values };
};

const told = (...[kind, entries, period]: Parameters<typeof figuresOf>) =>
  Object.fromEntries(
    figuresOf(kind, entries, period).map(({ key, group, value }) => [
      group === null ? key : `${key} ${group}`,
      value,
    ]),
  );

const asked = (about: string, dueOn: string, answeredOn?: string): RegisterValues => ({
  ...{ about, via: 'portal', content: 'Chậm trả kết quả', dueOn, satisfied: 'unknown' },
  ...(answeredOn !== undefined && { answeredOn }),
});

describe('the register of feedback', () => {
  it('carries over what was not answered, and holds each to its own day', () => {
    const entries = [
      entry('2025-12-01', asked('conduct', '2025-12-20', '2025-12-19')),
      entry('2025-12-10', asked('conduct', '2025-12-30', '2026-01-02')),
      entry('2025-12-22', asked('regulation', '2026-01-10', '2026-01-10')),
      entry('2026-01-05', asked('business', '2026-01-19')),
      entry('2026-01-19', asked('business', '2026-02-10', '2026-01-25')),
      entry('2026-01-21', asked('conduct', '2026-02-10')),
    ];
    expect(told('feedback', entries, JANUARY)).toEqual({
      ...{ received: 3, carriedOver: 1, inTime: 1, late: 1, openInTime: 1, openLate: 1 },
      ...{ dissatisfied: 0, 'received regulation': 1, 'received conduct': 0 },
      'received business': 2,
    });
  });

  it('finds everybody in exactly one place, whatever the days', () => {
    const days = fc.integer({ min: -60, max: 60 }).map((by) => formatDay(plusDays(JANUARY.to, by)));
    const one = fc.record({ on: days, due: days, done: fc.option(days) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (all) => {
        const entries = all.map(({ on, due, done }) =>
          entry(on, asked('conduct', due, done ?? undefined)),
        );
        const { received, carriedOver, ...rest } = told('feedback', entries, JANUARY);
        const { inTime = 0, late = 0, openInTime = 0, openLate = 0 } = rest;
        expect(inTime + late + openInTime + openLate).toBe(Number(received) + Number(carriedOver));
      }),
      { numRuns: propertyRuns(0.02) },
    );
  });
});

describe('the other registers', () => {
  it('weigh what has to be shown in public by its procedures', () => {
    const entries = [
      entry('2026-01-05', {
        decision: '12/QĐ',
        procedures: 4,
        dueOn: '2026-01-10',
        publishedOn: '2026-01-09',
      }),
      entry('2026-01-06', { decision: '13/QĐ', procedures: 3, dueOn: '2026-01-10' }),
      entry('2026-01-25', { decision: '14/QĐ', procedures: 9, dueOn: '2026-02-10' }),
    ];
    expect(told('publication', entries, JANUARY)).toEqual({
      ...{ entries: 2, procedures: 7, inTime: 4, late: 0, openInTime: 0, openLate: 3 },
    });
  });

  it('keep agencies of their own apart, and take what is pending as it was told last', () => {
    const of = (on: string, received: number, pending: number) =>
      entry(on, { agency: 'VPĐKĐĐ', received, resolved: received - pending, pending });
    expect(told('vertical', [of('2025-12-31', 40, 7), of('2026-01-15', 20, 5)], JANUARY)).toEqual({
      ...{ 'received VPĐKĐĐ': 60, 'resolved VPĐKĐĐ': 48, 'pending VPĐKĐĐ': 5 },
    });
  });

  it('name directives by their form, and the place last looked up', () => {
    const paper = (form: string) => entry('2026-01-02', { number: '1', form, title: 'a' });
    const papers = [paper('plan'), paper('letter'), paper('plan')];
    expect(told('directive', papers, JANUARY)).toEqual({
      ...{ entries: 3, 'entries plan': 2, 'entries letter': 1 },
    });
    const ranked = [
      entry('2026-01-02', { group: 'progress', score: 19, rank: 20 }),
      entry('2026-01-12', { group: 'progress', score: 19.98, rank: 14 }),
      entry('2026-01-13', { group: 'payment', score: 10 }),
    ];
    expect(told('index766', ranked, JANUARY)).toMatchObject({ rank: 14 });
  });

  it('show the last score of each group, and every other figure by its name', () => {
    const scores = [
      entry('2026-01-02', { group: 'progress', score: 19.5 }),
      entry('2026-01-12', { group: 'progress', score: 19.98 }),
    ];
    expect(told('index766', scores, JANUARY)).toEqual({ 'score progress': 19.98 });
    const other = [entry('2026-01-02', { label: 'Biên chế', value: 41, source: 'Phòng VH-XH' })];
    expect(told('other', other, JANUARY)).toEqual({ 'value Biên chế': 41 });
  });
});

describe('the day to answer feedback by', () => {
  const office = {
    calendar: NATIONAL_CALENDAR,
    terms: { regulation: 20, conduct: 15, business: 10 },
  };

  it.each([
    ['conduct', '2026-01-05', '2026-01-23'],
    ['regulation', '2026-01-05', '2026-01-30'],
    ['business', '2026-02-13', '2026-03-06'],
    ['business', '2026-01-10', '2026-01-23'],
  ] as const)('on %s come on %s is %s', (about, came, due) => {
    expect(formatDay(feedbackDueOn(about, day(came), office))).toBe(due);
  });

  it('is by what it is about, once that is said', () => {
    expect(aboutIn({ about: 'business' })).toBe('business');
    expect([aboutIn({}), aboutIn({ about: 'constructor' })]).toEqual([undefined, undefined]);
  });
});

describe('how feedback stands', () => {
  it.each([
    ['open', '2026-01-19', {}],
    ['near', '2026-01-20', {}],
    ['near', '2026-01-23', {}],
    ['overdue', '2026-01-24', {}],
    ['answered', '2026-01-24', { answeredOn: '2026-01-24' }],
  ] as const)('is %s on %s', (standing, today, told) => {
    const values = { ...asked('conduct', '2026-01-23'), ...told };
    expect(feedbackStanding(values, day(today), NATIONAL_CALENDAR)).toBe(standing);
  });
});

describe('what the registers say to a report', () => {
  it('is of its own days, feedback of the days of its section', () => {
    const [main, feedback] = [{ from: day('2025-12-15'), to: day('2026-01-14') }, JANUARY];
    const other = { label: 'Biên chế', value: 41, unit: 'người', source: 'Phòng VH-XH' };
    const telling = registerTelling(
      new Map([
        ['feedback', [entry('2026-01-18', asked('conduct', '2026-02-10'))]],
        ['other', [entry('2026-01-02', other), entry('2026-01-16', other)]],
        ['directive', [entry('2026-01-18', { number: '1/KH', form: 'plan', title: 'a' })]],
      ]),
      { main, feedback },
    );
    expect(telling.others).toEqual([other]);
    const of = (kind: string, key: string) =>
      telling.figures.find((each) => each.kind === kind && each.key === key)?.value;
    expect([of('feedback', 'received'), of('directive', 'entries')]).toEqual([1, 0]);
    expect(telling.lists.map(({ kind, days, entries }) => [kind, days, entries.length])).toEqual([
      ['feedback', feedback, 1],
      ['other', main, 1],
    ]);
  });
});

describe('the lines behind the figures of a register', () => {
  it('are those of its days, of feedback also what was still open before', () => {
    const entries = [
      entry('2025-12-01', asked('conduct', '2025-12-20', '2025-12-19')),
      entry('2025-12-10', asked('conduct', '2025-12-30', '2026-01-02')),
      entry('2026-01-05', asked('business', '2026-01-19')),
      entry('2026-01-21', asked('conduct', '2026-02-10')),
    ];
    const days = (kind: 'feedback' | 'directive') =>
      linesOf(kind, entries, JANUARY).map((line) => formatDay(line.day));
    expect(days('feedback')).toEqual(['2025-12-10', '2026-01-05']);
    expect(days('directive')).toEqual(['2026-01-05']);
  });
});

describe('an entry', () => {
  it('is kept only whole: what is missing, strange or impossible is named', () => {
    expect(faultsIn('survey', { subject: 'Quý I', asked: 50, satisfied: 51 })).toEqual([
      { field: 'satisfied', code: 'out-of-range' },
    ]);
    expect(faultsIn('directive', { number: '1/KH', form: 'letters', colour: 'red' })).toEqual([
      { field: 'colour', code: 'unknown-field' },
      { field: 'form', code: 'unknown-value' },
      { field: 'title', code: 'required' },
    ]);
    expect(faultsIn('feedback', { ...asked('conduct', '2026-02-30') })).toEqual([
      { field: 'dueOn', code: 'wrong-type' },
    ]);
    expect(faultsIn('outreach', { subject: 'a', form: 'online', times: 1.5, people: -1 })).toEqual([
      { field: 'times', code: 'wrong-type' },
      { field: 'people', code: 'out-of-range' },
    ]);
  });

  it('has fields of different names in every register', () => {
    for (const kind of REGISTER_KINDS) {
      const keys = fieldsOf(kind).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
