import type { Screen } from '../shell/index.ts';
import { RISK_PLACE } from './risk-place.ts';

export const riskScreen: Screen = {
  name: 'risk',
  path: RISK_PLACE,
  icon: 'chart',
  permissions: ['risk.read'],
  load: async () => (await import('./risk.page.ts')).RiskPage,
};
