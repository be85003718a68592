import type { Screen } from '../shell/index.ts';

/** Open to everybody: the address stands in the QR of every slip. */
export const lookupScreen: Screen = {
  name: 'lookup',
  path: 'tra-cuu',
  isPublic: true,
  load: async () => (await import('./lookup.page.ts')).LookupPage,
};
