import type { Screen } from '../shell/index.ts';

/** How long what is said of persons is kept once a dossier has ended. */
export const retentionScreen: Screen = {
  name: 'retention',
  path: 'quan-tri/luu-giu',
  icon: 'trash',
  permissions: ['retention.write'],
  administers: { group: 'data' },
  load: async () => (await import('./retention.page.ts')).RetentionPage,
};
