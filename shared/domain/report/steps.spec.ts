import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reported, type Telling } from '../../../test/support/reported-history.ts';
import { dayOf } from '../working-time/index.ts';
import { membersOf, numbersOf } from './cells.ts';
import type { ReportedDossier, ReportedStay } from './reported-dossier.ts';
import { reportedStays } from './reported-stays.ts';
import { stepsReport, type StepsParameters } from './steps.ts';

const JANUARY = { from: dayOf(at('2025-12-15')), to: dayOf(at('2026-01-14')) };

const RECEIVED: Telling = ['received', '2026-01-12 08:00', { due: '2026-01-20 17:00' }];

interface Stay {
  readonly step: string;
  readonly department?: string;
  readonly from: string;
  readonly to?: string;
  readonly due?: string;
}

const stay = ({ step, department, from, to, due }: Stay): ReportedStay => ({
  stepKey: step,
  departmentCode: department ?? null,
  startedAt: at(from),
  endedAt: to === undefined ? null : at(to),
  dueAt: due === undefined ? null : at(due),
});

const stayed = (id: string, ...stays: readonly Stay[]): ReportedDossier => ({
  ...reported({ id }, RECEIVED),
  stays: stays.map(stay),
});

const reportOf = (
  dossiers: readonly ReportedDossier[],
  by: NonNullable<StepsParameters['by']> = 'step',
): Record<string, readonly number[]> => {
  const { rows, total } = stepsReport(dossiers, { ...JANUARY, by });
  const all = [...rows.map(({ key, cells }) => [key, cells] as const), ['total', total] as const];
  return Object.fromEntries(all.map(([key, cells]) => [key, Object.values(numbersOf(cells))]));
};

describe('the stays of a dossier', () => {
  it('belong to the department the procedure gives the step to', () => {
    const [from, dueAt, endedAt] = [
      at('2026-01-13 08:00'),
      at('2026-01-13 10:00'),
      at('2026-01-13 11:00'),
    ];
    const clocks = [
      { key: 'thamDinh', from, dueAt, endedAt },
      { key: 'ky', from: endedAt, dueAt: null },
    ];
    expect(
      reportedStays(clocks, [{ key: 'thamDinh', departmentCode: 'VHXH' }, { key: 'ky' }]),
    ).toEqual([
      { stepKey: 'thamDinh', departmentCode: 'VHXH', startedAt: from, endedAt, dueAt },
      { stepKey: 'ky', departmentCode: null, startedAt: endedAt, endedAt: null, dueAt: null },
    ]);
    expect(reportedStays(clocks, [])[0]?.departmentCode).toBeNull();
  });
});

describe('quá hạn một phần, step by step', () => {
  it.each([
    ['2026-01-13 10:00', 0],
    ['2026-01-13 10:00:59', 0],
    ['2026-01-13 10:01', 1],
  ])('a step due at 10:00 and completed at %s', (to, late) => {
    const dossier = stayed('a', {
      step: 'vanThu',
      from: '2026-01-13 08:00',
      to,
      due: '2026-01-13 10:00',
    });
    expect(reportOf([dossier])['vanThu']).toEqual([1, late, 0]);
  });

  it('counts an open step whose clock ran out before the end of the period', () => {
    const open = (due: string): ReportedDossier =>
      stayed('a', { step: 'thamDinh', from: '2026-01-13 08:00', due });
    expect(reportOf([open('2026-01-14 23:59')])['thamDinh']).toEqual([1, 1, 1]);
    expect(reportOf([open('2026-01-15 00:00')])['thamDinh']).toEqual([1, 0, 0]);
  });

  it('does not yet know how a step of the next period ended', () => {
    const later = {
      step: 'a',
      from: '2026-01-14 08:00',
      to: '2026-01-15 00:00',
      due: '2026-01-15 00:00',
    };
    expect(reportOf([stayed('x', later)])['a']).toEqual([1, 0, 0]);
    expect(reportOf([stayed('x', { ...later, due: '2026-01-14 10:00' })])['a']).toEqual([1, 1, 1]);
    const lateLater = { ...later, to: '2026-01-16 10:00', due: '2026-01-15 10:00' };
    expect(reportOf([stayed('x', lateLater)])['a']).toEqual([1, 0, 0]);
  });

  it('leaves out stays of other periods and steps without an allowance', () => {
    const stays: readonly Stay[] = [
      { step: 'before', from: '2025-12-01 08:00', to: '2025-12-14 23:00', due: '2025-12-02 08:00' },
      { step: 'across', from: '2025-12-01 08:00', to: '2025-12-15 00:00', due: '2025-12-02 08:00' },
      { step: 'after', from: '2026-01-15 00:00' },
      { step: 'unlimited', from: '2026-01-13 08:00' },
    ];
    expect(reportOf([stayed('a', ...stays)])).toEqual({
      across: [1, 1, 0],
      unlimited: [1, 0, 0],
      total: [1, 1, 0],
    });
  });

  it('counts a dossier once in a row and once in the total however often it came back', () => {
    const stays: readonly Stay[] = [
      {
        step: 'thamDinh',
        from: '2026-01-12 08:00',
        to: '2026-01-12 10:00',
        due: '2026-01-12 09:00',
      },
      { step: 'ky', from: '2026-01-12 10:00', to: '2026-01-12 11:00', due: '2026-01-12 15:00' },
      { step: 'thamDinh', from: '2026-01-12 11:00', due: '2026-01-13 09:00' },
    ];
    expect(reportOf([stayed('a', ...stays)])).toEqual({
      ky: [1, 0, 0],
      thamDinh: [1, 1, 1],
      total: [1, 1, 1],
    });
  });

  it('tells the departments apart, unassigned ones too, and names the dossiers', () => {
    const late = { from: '2026-01-12 08:00', to: '2026-01-12 10:00', due: '2026-01-12 09:00' };
    const dossiers = [
      stayed('a', { step: 'thamDinh', department: 'VHXH', ...late }),
      stayed('b', { step: 'thamDinh', ...late }),
    ];
    expect(reportOf(dossiers, 'department')).toEqual({
      '-': [1, 1, 0],
      VHXH: [1, 1, 0],
      total: [2, 2, 0],
    });
    const report = stepsReport(dossiers, { ...JANUARY, by: 'department' });
    expect(membersOf(report, 'VHXH', 'partlyLate')).toEqual(['a']);
    expect(membersOf(report, 'total', 'partlyLate')).toEqual(['a', 'b']);
  });

  it('goes step by step where nothing else is asked', () => {
    const dossier = stayed('a', { step: 'vanThu', department: 'VP', from: '2026-01-13 08:00' });
    expect(stepsReport([dossier], JANUARY).rows.map(({ key }) => key)).toEqual(['vanThu']);
  });

  it('speaks of the dossiers II.06b counts', () => {
    const annulled: ReportedDossier = {
      ...stayed('a', { step: 'thamDinh', from: '2026-01-12 08:00' }),
      leftOut: 'annulled',
    };
    expect(reportOf([annulled])).toEqual({ total: [0, 0, 0] });
  });
});
