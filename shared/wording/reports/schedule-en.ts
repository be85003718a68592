import type { ReportScheduleWords } from './schedule-vi.ts';

export const enSchedule: ReportScheduleWords = {
  waiting: 'Reports that are due and not sent',
  figures: 'See the figures',
  goOn: 'Go on with it',
  dueAt: (moment) => `to be sent by ${moment}`,
  awaited: 'Reports that are due',
  noneAwaited: 'No report is due yet.',
  next: 'Periods to come',
  nextHint:
    'When a period is over its draft is made at midnight, and whoever draws reports up is told.',
  report: 'Report',
  due: 'To be sent by',
  drawnAt: 'Drafted at',
  standing: 'Sent',
  state: 'Where it stands',
  enabled: 'Drafted by itself',
  on: 'On',
  off: 'Off',
  saved: 'The schedule is saved',
  standings: { sent: 'Sent', sentLate: 'Sent late', notSent: 'Not sent', overdue: 'Overdue' },
};
