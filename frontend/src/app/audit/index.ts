import type { Screen } from '../shell/index.ts';

/** Who did what. */
export const auditScreen: Screen = {
  name: 'audit',
  path: 'quan-tri/nhat-ky',
  icon: 'list',
  permissions: ['audit.read'],
  administers: { group: 'product' },
  load: async () => (await import('./audit.page.ts')).AuditPage,
};
