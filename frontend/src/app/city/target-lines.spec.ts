import { describe, expect, it } from '@jest/globals';
import type { IndicatorDefinitionsAnswer, IndicatorFigureAnswer } from '#contract/reports';
import { targetLines, typedPercent } from './target-lines.ts';

const definitions: IndicatorDefinitionsAnswer = {
  cityId: 1,
  inForce: [
    {
      ...{ indicator: 'onlineReceipts', population: 'new', targetPercent: 95 },
      effectiveFrom: '2025-12-15',
    },
    { indicator: 'archived', population: 'total', targetPercent: null, effectiveFrom: null },
    { indicator: 'reused', population: 'total', targetPercent: null, effectiveFrom: null },
  ],
  dated: [
    {
      ...{ indicator: 'archived', population: 'total', targetPercent: 90 },
      effectiveFrom: '2026-06-15',
    },
    {
      ...{ indicator: 'archived', population: 'total', targetPercent: 80 },
      effectiveFrom: '2026-03-15',
    },
    {
      ...{ indicator: 'onlineReceipts', population: 'new', targetPercent: 95 },
      effectiveFrom: '2025-12-15',
    },
  ],
};
const figure: IndicatorFigureAnswer = {
  ...{ indicator: 'onlineReceipts', subject: 'dossiers', population: 'new', targetPercent: 95 },
  ...{ numerator: 90, denominator: 100, text: '90,00', missing: 10, needed: 5 },
};
const on = (today: string) => targetLines(definitions, [figure], today);

describe('what a city asks of its units', () => {
  it('is told with what its units have reached, apart from ratios nobody asks anything of', () => {
    const { given, others } = on('2026-03-20');
    expect(given.map(({ indicator }) => indicator)).toEqual(['onlineReceipts', 'archived']);
    expect(given[0]?.figure?.needed).toBe(5);
    expect(others.map(({ indicator, figure: told }) => [indicator, told])).toEqual([
      ['reused', undefined],
    ]);
  });

  it('names what is set for days to come, the nearest first, and no more once its day is there', () => {
    const later = (today: string) =>
      on(today)
        .given.find(({ indicator }) => indicator === 'archived')
        ?.later.map(({ effectiveFrom }) => effectiveFrom);
    expect(later('2026-03-14')).toEqual(['2026-03-15', '2026-06-15']);
    expect(later('2026-03-15')).toEqual(['2026-06-15']);
  });
});

describe('a target as typed', () => {
  it('is a whole percentage, or none', () => {
    const typed = ['95', ' 60 % ', '0', '100', '', '101', '9,5', '-1', 'chín'].map(typedPercent);
    expect(typed).toEqual([95, 60, 0, 100, null, ...[undefined, undefined, undefined, undefined]]);
  });
});
