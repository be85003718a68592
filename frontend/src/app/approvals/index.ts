import type { Screen } from '../shell/index.ts';

export const approvalsScreen: Screen = {
  name: 'approvals',
  path: 'cho-duyet',
  icon: 'stamp',
  permissions: ['approvals.decide'],
  load: async () => (await import('./approvals.page.ts')).ApprovalsPage,
};
