import type { Screen } from '../shell/index.ts';

export const steeringScreen: Screen = {
  name: 'steering',
  path: 'dieu-hanh',
  icon: 'gauge',
  permissions: ['steering.read'],
  firstFor: ['head', 'director', 'viceChair'],
  load: async () => (await import('./steering.page.ts')).SteeringPage,
};
