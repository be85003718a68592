import type { Screen } from '../shell/index.ts';
import { SETUP_LISTS_PLACE } from './setup-lists-place.ts';

export { SETUP_LISTS_PLACE } from './setup-lists-place.ts';

/** Procedures and people brought in from files. */
export const setupListsScreen: Screen = {
  name: 'setupLists',
  path: SETUP_LISTS_PLACE,
  icon: 'upload',
  permissions: ['procedures.write'],
  administers: { group: 'data' },
  load: async () => (await import('./setup-lists.page.ts')).SetupListsPage,
};
