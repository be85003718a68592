import type { Screen } from '../shell/index.ts';
import { HANDOVER_PLACE } from './handover-place.ts';

export const workScreen: Screen = {
  name: 'work',
  path: 'viec-cua-toi',
  icon: 'list',
  permissions: ['dossiers.read'],
  load: async () => (await import('./work.page.ts')).WorkPage,
};

export const handoverScreen: Screen = {
  name: 'handover',
  path: HANDOVER_PLACE,
  icon: 'handover',
  permissions: ['dossiers.read'],
  load: async () => (await import('./handover.page.ts')).HandoverPage,
};
