import { describe, expect, it } from '@jest/globals';
import { linesOf, newestLines } from './alert-lines.ts';
import { anAlert } from './an-alert.ts';

const near = anAlert({ id: 'near', dossierId: 'd1', severity: 'warning' });
const overdue = anAlert({ id: 'overdue', dossierId: 'd1', severity: 'late' });
const older = anAlert({
  ...{ id: 'older', dossierId: 'd2', severity: 'late' },
  dueAt: '2026-01-13T17:00:00+07:00',
});
const bundle = {
  at: '2026-01-15T15:00:00+07:00',
  deskRole: 'reception',
  departmentCode: null,
} as const;

describe('the lines of the alerts', () => {
  it('are one a dossier, the gravest before the others and the oldest first', () => {
    const lines = linesOf([near, overdue, older], new Set());
    expect(lines.map(({ head, hidden }) => [head.id, hidden])).toEqual([
      ['older', 0],
      ['overdue', 1],
    ]);
  });

  it('open to what stands behind them, and an act upon the first is one upon it alone', () => {
    const lines = linesOf([near, overdue], new Set(['d1']));
    expect(lines.map(({ key, level }) => [key, level])).toEqual([
      ['d1', 1],
      ['near', 2],
    ]);
    expect(lines[0]?.alerts.map(({ id }) => id)).toEqual(['overdue']);
  });

  it('are one for all that a desk has to finish by one moment', () => {
    const same = ['a', 'b', 'c'].map((id) => anAlert({ id, dossierId: `d-${id}`, bundle }));
    const [line, ...others] = linesOf(same, new Set());
    expect(others).toEqual([]);
    expect([line?.isBundle, line?.hidden, line?.alerts.length]).toEqual([true, 3, 3]);
    const open = linesOf(same, new Set([line?.key ?? '']));
    expect(open.map(({ level }) => level)).toEqual([1, 2, 2, 2]);
  });

  it('say of a desk with one dossier what it is', () => {
    const [line] = linesOf([anAlert({ id: 'a', dossierId: 'd-a', bundle })], new Set());
    expect([line?.isBundle, line?.hidden]).toEqual([false, 0]);
  });

  it('show in the bell what came last', () => {
    const late = anAlert({ id: 'z', dossierId: 'd9', raisedAt: '2026-01-16T08:00:00+07:00' });
    expect(newestLines([older, late, near], 2).map(({ head }) => head.id)).toEqual(['z', 'near']);
  });
});
