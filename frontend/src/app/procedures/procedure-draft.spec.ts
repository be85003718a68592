import { describe, expect, it } from '@jest/globals';
import type { ProcedureDefinition } from '#contract/procedures';
import { procedureWords } from '#wording/procedures';
import { changesIn, limitText, tightestHours } from './procedure-text.ts';
import {
  allowanceFault,
  changesOf,
  freshKey,
  hasFault,
  totalHours,
  typedProcedure,
} from './typed-procedure.ts';

const words = procedureWords.vi;
const known: ProcedureDefinition = {
  ...{ name: 'Chứng thực chữ ký', field: 'Chứng thực', authority: 'commune', onlineLevel: 'full' },
  limits: {
    statutory: { kind: 'workingDays', amount: 3 },
    city: { kind: 'workingHours', amount: 10 },
  },
  variants: [{ key: 'xa', label: 'Ở xa', allowance: { kind: 'calendarDays', amount: 10 } }],
  steps: [
    { key: 'tiep-nhan', name: 'Tiếp nhận', role: 'reception', allowanceHours: 1.5 },
    { key: 'ky', name: 'Ký', role: 'viceChair', departmentCode: 'LD', allowanceHours: 4 },
  ],
  ...{ components: [], onSupplement: 'pause', clockStart: 'acceptance', fee: 10_000 },
  ...{ feeNote: null, onTheSpot: null, paperResult: true, paymentIntegrated: false },
  ...{ published: true, eProcess: false },
};

describe('a new version being written', () => {
  it('changes nothing until somebody changes something', () => {
    const typed = typedProcedure(known);
    expect(hasFault(typed)).toBe(false);
    expect(changesOf(known, typed)).toEqual({});
  });

  it('says only what is otherwise, so that the rest follows the city', () => {
    const typed = typedProcedure(known);
    const changed = {
      ...{ ...typed, fee: '12.500' },
      limits: { ...typed.limits, commune: { kind: 'sameDay' as const, amount: '9:30' } },
    };
    expect(changesOf(known, changed)).toEqual({
      fee: 12_500,
      limits: { ...known.limits, commune: { kind: 'sameDay', cutoff: '09:30' } },
    });
    expect(changesIn(known, changesOf(known, changed), words)).toEqual([
      expect.objectContaining({ member: 'limits', label: 'Thời hạn' }),
      { member: 'fee', label: 'Phí, lệ phí (đồng)', before: '10.000', after: '12.500' },
    ]);
  });

  it.each([
    [{ kind: 'workingDays', amount: '0' }, 'amount'],
    [{ kind: 'workingDays', amount: '1,5' }, 'amount'],
    [{ kind: 'sameDay', amount: '25:00' }, 'cutoff'],
    [{ kind: 'none', amount: '' }, undefined],
    [{ kind: 'calendarDays', amount: '30' }, undefined],
  ] as const)('is told what is wrong with %j', (allowance, fault) => {
    expect(allowanceFault(allowance)).toBe(fault);
  });

  it('adds up its steps beside the tightest limit that is counted in hours', () => {
    expect(totalHours(typedProcedure(known))).toBe(5.5);
    expect(tightestHours(known.limits)).toBe(10);
    expect(tightestHours({ statutory: { kind: 'calendarDays', amount: 30 } })).toBeUndefined();
    expect(limitText(known, words)).toBe('10 giờ làm việc');
    expect(limitText({ ...known, limits: {} }, words)).toBe('Chưa có thời hạn');
  });

  it('gives a new step a key of its own', () => {
    expect(freshKey('buoc', [{ key: 'buoc-2' }])).toBe('buoc-3');
    expect(freshKey('buoc', [])).toBe('buoc-1');
  });

  it('says which papers a dossier holds, and in what form', () => {
    const typed = typedProcedure(known);
    const paper = { name: 'Tờ khai ', kind: 'original', copies: '2' } as const;
    const changed = { ...typed, components: [paper], onSupplement: 'restart' as const };
    const changes = changesOf(known, changed);
    expect(changes).toEqual({
      ...{
        components: [{ name: 'Tờ khai', kind: 'original', copies: 2 }],
        onSupplement: 'restart',
      },
    });
    expect(changesIn(known, changes, words)).toEqual([
      expect.objectContaining({ member: 'components', after: 'Tờ khai (Bản chính, 2 bản)' }),
      expect.objectContaining({ member: 'onSupplement' }),
    ]);
    expect(hasFault({ ...typed, components: [{ ...paper, copies: '0' }] })).toBe(true);
    expect(hasFault({ ...typed, components: [{ ...paper, name: ' ' }] })).toBe(true);
  });

  it('changes nothing of what a database tells in an order of its own', () => {
    const limits = { statutory: { amount: 3, kind: 'workingDays' as const } };
    const papers = [{ copies: 1, kind: 'copy' as const, name: 'Tờ khai' }];
    const told = { ...known, limits, components: papers };
    expect(changesOf(told, typedProcedure(told))).toEqual({});
  });

  it('has a fault where a step has no name, or takes no time', () => {
    const typed = typedProcedure(known);
    const [first, ...rest] = typed.steps;
    if (first === undefined) throw new Error('no step');
    expect(hasFault({ ...typed, steps: [{ ...first, name: ' ' }, ...rest] })).toBe(true);
    expect(hasFault({ ...typed, steps: [{ ...first, hours: '0' }, ...rest] })).toBe(true);
  });
});
