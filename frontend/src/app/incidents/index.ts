import type { Screen } from '../shell/index.ts';

export const incidentsScreen: Screen = {
  name: 'incidents',
  path: 'su-co',
  icon: 'offline',
  permissions: ['incidents.write'],
  load: async () => (await import('./incidents.page.ts')).IncidentsPage,
};
