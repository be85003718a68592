import type { Screen } from '../shell/index.ts';
import { MATCHES_PLACE, PROCEDURES_PLACE } from './procedures-place.ts';

export const proceduresScreen: Screen = {
  name: 'procedures',
  path: PROCEDURES_PLACE,
  icon: 'folder',
  permissions: ['procedures.write'],
  administers: { group: 'rules' },
  load: async () => (await import('./procedures.page.ts')).ProceduresPage,
};

export const procedureScreen: Screen = {
  name: 'procedure',
  path: `${PROCEDURES_PLACE}/:code`,
  permissions: ['procedures.write'],
  load: async () => (await import('./procedure.page.ts')).ProcedurePage,
};

/** Which procedures the codes of sources are. */
export const matchesScreen: Screen = {
  name: 'matches',
  path: MATCHES_PLACE,
  icon: 'check',
  permissions: ['procedures.write'],
  administers: { group: 'rules' },
  load: async () => (await import('./matches.page.ts')).MatchesPage,
};
