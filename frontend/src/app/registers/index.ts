import { REGISTER_PLACE, type Screen } from '../shell/index.ts';

export const registersScreen: Screen = {
  name: 'registers',
  path: REGISTER_PLACE,
  icon: 'list',
  permissions: ['registers.read'],
  load: async () => (await import('./registers.page.ts')).RegistersPage,
};
