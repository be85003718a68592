import type { Screen } from '../shell/index.ts';

export const cityScreen: Screen = {
  name: 'city',
  path: 'thanh-pho',
  icon: 'globe',
  permissions: ['reports.receive'],
  firstFor: ['cityReader'],
  load: async () => (await import('./city.page.ts')).CityPage,
};

export const targetsScreen: Screen = {
  name: 'targets',
  path: 'chi-tieu',
  icon: 'chart',
  permissions: ['reports.receive'],
  load: async () => (await import('./targets.page.ts')).TargetsPage,
};
