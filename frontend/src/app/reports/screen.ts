import type { Screen } from '../shell/index.ts';

export const reportCheckScreen: Screen = {
  name: 'reportCheck',
  path: 'bao-cao/kiem-tra',
  permissions: ['reports.read'],
  load: async () => (await import('./report-check.page.ts')).ReportCheckPage,
};

export const reportsScreen: Screen = {
  name: 'reports',
  path: 'bao-cao',
  icon: 'chart',
  permissions: ['reports.read'],
  firstFor: ['reporter'],
  load: async () => (await import('./reports.page.ts')).ReportsPage,
};
