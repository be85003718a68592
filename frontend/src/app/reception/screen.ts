import type { Screen } from '../shell/index.ts';

export const receptionScreen: Screen = {
  name: 'reception',
  path: 'tiep-nhan',
  icon: 'inbox',
  permissions: ['dossiers.receive'],
  load: async () => (await import('./reception.page.ts')).ReceptionPage,
};
