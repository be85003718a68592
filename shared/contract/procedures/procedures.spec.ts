import { describe, expect, it } from '@jest/globals';
import { newProcedureSchema, newVersionSchema, proceduresQuerySchema } from './index.ts';

const entered = { code: '2.000815', name: 'Chứng thực bản sao từ bản chính' };

describe('a procedure on the wire', () => {
  it('needs a code and a name', () => {
    expect(newProcedureSchema.safeParse(entered).success).toBe(true);
    expect(newProcedureSchema.safeParse({ code: '2.000815' }).success).toBe(false);
    expect(newProcedureSchema.safeParse({ name: entered.name }).success).toBe(false);
  });

  it('is known by one spelling of its name, whatever machine it was typed on', () => {
    const typed = newProcedureSchema.parse({ ...entered, name: entered.name.normalize('NFD') });
    expect(typed.name).toBe(entered.name);
  });

  it.each([
    [
      'a step nobody may do',
      { steps: [{ key: 'a', name: 'A', role: 'observer', allowanceHours: 1 }] },
    ],
    ['a step without time', { steps: [{ key: 'a', name: 'A', role: 'clerk', allowanceHours: 0 }] }],
    ['a fee below nothing', { fee: -1 }],
    ['a fee in parts of a đồng', { fee: 0.5 }],
    ['a limit of the province', { limits: { province: { kind: 'workingDays', amount: 1 } } }],
    ['an act on the spot nobody knows', { onTheSpot: ['signed'] }],
    ['a day the wire does not know', { effectiveFrom: '01/12/2026' }],
    ['a field nobody agreed on', { unreconciled: false }],
  ])('has not %s', (_what, change) => {
    expect(newVersionSchema.safeParse(change).success).toBe(false);
  });

  it('is listed by page', () => {
    expect(proceduresQuerySchema.parse({ q: 'khai sinh', limit: '20' })).toMatchObject({
      limit: 20,
    });
  });
});
