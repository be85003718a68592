import type { ReportComparisonWords } from './comparison-vi.ts';

export const enComparison: ReportComparisonWords = {
  open: 'Compare with earlier periods',
  title: 'Comparison',
  figure: 'Figure',
  now: 'This period',
  previous: 'Period before',
  lastYear: 'Same days last year',
  before: 'Figure',
  difference: 'Change',
  none: 'no figures',
  partly: 'figures of a part of the period only',
  goingOn: 'This period is not over, those compared with are: changes are not final.',
  same: 'unchanged',
  points: (difference) => `${difference} points`,
  redefined: 'defined otherwise then',
  carried: {
    issued: (before, now) =>
      `Against the report issued before: its (13) ${before}, this (6) ${now}`,
    live: (before, now) =>
      `Against the period before (not issued): its (13) ${before}, this (6) ${now}`,
  },
  missing: 'Reported as open, and not carried over now:',
  added: 'Carried over, and not in the report before:',
};
