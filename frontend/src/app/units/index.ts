import type { Screen } from '../shell/index.ts';

/** Where dossiers wait in a unit. */
export const departmentsScreen: Screen = {
  name: 'departments',
  path: 'quan-tri/phong',
  icon: 'folder',
  permissions: ['departments.write'],
  administers: { group: 'people' },
  load: async () => (await import('./departments.page.ts')).DepartmentsPage,
};

/** The city and what is below it. */
export const unitsScreen: Screen = {
  name: 'units',
  path: 'quan-tri/don-vi',
  icon: 'globe',
  permissions: ['units.write'],
  administers: { group: 'people' },
  load: async () => (await import('./units.page.ts')).UnitsPage,
};
