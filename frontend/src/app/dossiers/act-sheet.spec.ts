import { describe, expect, it } from '@jest/globals';
import { DEFAULT_WEEKLY_HOURS, compileCalendar, instant, parseInstant } from '#domain/working-time';
import { formOf } from './act-forms.ts';
import { faultOf, saidOf } from './act-sheet.ts';

const definition = { weeklyHours: DEFAULT_WEEKLY_HOURS, days: [], officialYears: [] };
const desk = {
  now: parseInstant('2026-01-15T09:00:00+07:00') ?? instant(0),
  calendar: compileCalendar(definition, 'thử'),
};

describe('what is typed into the form of an act', () => {
  it('money may have its dots, and days are working days', () => {
    expect(saidOf(formOf('charge-fee'), { amount: '1.250.000' }, desk)).toEqual({
      amount: 1_250_000,
    });
    const sent = saidOf(formOf('send-to-agency'), { agency: 'Công an xã', days: '3' }, desk);
    expect(sent).toEqual({
      agency: 'Công an xã',
      allowance: { kind: 'workingDays', amount: 3 },
    });
  });

  it('a new due moment that is a day alone is the end of its working hours', () => {
    const said = saidOf(formOf('extend'), { dueAt: '20/01/2026', reason: 'Chờ xác minh' }, desk);
    expect(said).toEqual({ dueAt: '2026-01-20T17:00:00+07:00', reason: 'Chờ xác minh' });
  });

  it('what was left empty is not said', () => {
    expect(saidOf(formOf('accept'), { declaredDueAt: ' ', officialCode: '' }, desk)).toEqual({});
  });

  it.each([
    ['missing', 'extend', 'reason', ''],
    ['unread', 'extend', 'dueAt', 'mai'],
    ['unread', 'charge-fee', 'amount', 'năm nghìn'],
    [undefined, 'issue-result', 'documentNo', ''],
  ] as const)('%s is told of %s %s "%s"', (fault, type, name, typed) => {
    const field = formOf(type).find((each) => each.name === name);
    expect(field && faultOf(field, { [name]: typed }, desk)).toBe(fault);
  });
});
