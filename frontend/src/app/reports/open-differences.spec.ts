import { describe, expect, it } from '@jest/globals';
import { openDifferences } from './open-differences.ts';

const PERIOD = { from: '2025-12-15', to: '2026-01-14' };
const held = (source: string, changes: object = {}) => ({
  ...{ source, ...PERIOD, madeAt: '2026-01-15T08:00:00+07:00', unexplained: 2 },
  ...changes,
});

describe('what should be explained before a report is issued', () => {
  it('is what was held against a source over its days, and left open', () => {
    const open = openDifferences(
      [
        held('dvc'),
        held('thue', { unexplained: 0 }),
        held('ho-tich', { from: '2026-01-14', to: '2026-02-13' }),
        held('dat-dai', { from: '2026-01-15', to: '2026-02-14' }),
      ],
      PERIOD,
    );
    expect(open.map(({ source }) => source)).toEqual(['dvc', 'ho-tich']);
  });

  it('is what the last look of a source and a period left, in whatever order they come', () => {
    const later = held('dvc', { madeAt: '2026-01-16T08:00:00+07:00', unexplained: 0 });
    expect(openDifferences([held('dvc'), later], PERIOD)).toEqual([]);
    expect(openDifferences([later, held('dvc')], PERIOD)).toEqual([]);
  });
});
