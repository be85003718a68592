import type { Screen } from '../shell/index.ts';

export const alertRulesScreen: Screen = {
  name: 'alertRules',
  path: 'quan-tri/canh-bao',
  icon: 'settings',
  permissions: ['alertRules.write'],
  administers: { group: 'rules' },
  load: async () => (await import('./alert-rules.page.ts')).AlertRulesPage,
};
