import { describe, expect, it } from '@jest/globals';
import type { CityReport } from '#contract/reports';
import { isReceived, reportsIn } from './received-look.ts';

const report = (changes: Partial<CityReport>): CityReport => ({
  unit: { id: 1, code: 'H24.01', name: 'Xã Một', level: 'xa' },
  ...{ dueAt: '2026-01-19T17:00:00+07:00', standing: 'notSent', sentAt: null },
  ...{ issue: null, file: null, countedBy: null },
  ...changes,
});
const issue = (state: 'sent' | 'returnedByCity'): CityReport['issue'] => ({
  ...{ id: '0190c000-0000-7000-8000-000000000001', number: 1, state, sentAt: null },
  ...{ reason: null, explanation: null },
});

describe('the reports a city receives', () => {
  it('are heaped by how they came and by what has to be done with them', () => {
    const items = [
      report({ standing: 'sentLate', sentAt: '2026-01-20T08:00:00+07:00', issue: issue('sent') }),
      report({ standing: 'sent', issue: issue('returnedByCity') }),
      report({}),
    ];
    const sizes = (['all', 'sentLate', 'sent', 'notSent', 'waiting', 'returned'] as const).map(
      (heap) => reportsIn(items, heap).length,
    );
    expect(sizes).toEqual([3, 1, 1, 1, 1, 1]);
    expect(items.map(isReceived)).toEqual([true, false, false]);
  });
});
