import type { Screen } from '../shell/index.ts';

export const systemScreen: Screen = {
  name: 'system',
  path: 'quan-tri/he-thong',
  icon: 'shield',
  permissions: ['system.read'],
  administers: {
    group: 'product',
    tells: async () => (await import('./system-teller.ts')).systemTeller,
  },
  load: async () => (await import('./system.page.ts')).SystemPage,
};
