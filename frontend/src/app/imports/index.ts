import type { Screen } from '../shell/index.ts';

export const importsScreen: Screen = {
  name: 'imports',
  path: 'nhap-du-lieu',
  icon: 'upload',
  permissions: ['imports.write'],
  load: async () => (await import('./imports.page.ts')).ImportsPage,
};
