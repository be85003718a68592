import type { Screen } from '../shell/index.ts';

/** Who works in the unit, and as what. */
export const usersScreen: Screen = {
  name: 'users',
  path: 'quan-tri/nguoi-dung',
  icon: 'users',
  permissions: ['users.write'],
  administers: { group: 'people' },
  load: async () => (await import('./users.page.ts')).UsersPage,
};

/** Who is away, and who stands in. */
export const absencesScreen: Screen = {
  name: 'absences',
  path: 'quan-tri/vang-mat',
  icon: 'handover',
  permissions: ['absences.write'],
  administers: {
    group: 'people',
    tells: async () => (await import('./absence-teller.ts')).absenceTeller,
  },
  load: async () => (await import('./absences.page.ts')).AbsencesPage,
};

/** Which other software may do what. */
export const keysScreen: Screen = {
  name: 'keys',
  path: 'quan-tri/khoa-api',
  icon: 'key',
  permissions: ['apiKeys.write'],
  administers: { group: 'data' },
  load: async () => (await import('./keys.page.ts')).KeysPage,
};
