import type { Screen } from '../shell/index.ts';

/** Whoever may open one of the screens that stand on it may open it. */
export const adminScreen: Screen = {
  name: 'admin',
  path: 'quan-tri',
  icon: 'settings',
  permissions: [
    ...(['alertRules.write', 'users.write', 'units.write', 'departments.write'] as const),
    ...([
      'procedures.write',
      'calendars.write',
      'formEditions.write',
      'imports.write',
      'sources.read',
      'retention.write',
      'audit.read',
    ] as const),
    ...(['desks.write', 'absences.write', 'apiKeys.read', 'system.read'] as const),
  ],
  firstFor: ['admin'],
  load: async () => (await import('./admin.page.ts')).AdminPage,
};
