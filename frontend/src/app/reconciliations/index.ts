import type { Screen } from '../shell/index.ts';

export const reconciliationScreen: Screen = {
  name: 'reconciliation',
  path: 'doi-soat',
  icon: 'stamp',
  permissions: ['reconciliations.read'],
  load: async () => (await import('./reconciliations.page.ts')).ReconciliationsPage,
};
