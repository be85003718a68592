import type { Screen } from '../shell/index.ts';

/** Which systems dossiers come from, and what their lists mean. */
export const sourcesScreen: Screen = {
  name: 'sources',
  path: 'quan-tri/nguon',
  icon: 'inbox',
  permissions: ['sources.read'],
  administers: {
    group: 'data',
    tells: async () => (await import('./source-teller.ts')).sourceTeller,
  },
  load: async () => (await import('./sources.page.ts')).SourcesPage,
};
