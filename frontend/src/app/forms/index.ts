import type { Screen } from '../shell/index.ts';

export const formEditionsScreen: Screen = {
  name: 'formEditions',
  path: 'quan-tri/mau-bieu',
  icon: 'print',
  permissions: ['formEditions.write'],
  administers: {
    group: 'rules',
    tells: async () => (await import('./form-teller.ts')).formTeller,
  },
  load: async () => (await import('./form-editions.page.ts')).FormEditionsPage,
};
