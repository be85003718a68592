import { PROFILE, RESET, SETUP, type Screen } from '../shell/index.ts';

export const signInPage = async () => (await import('./sign-in.page.ts')).SignInPage;

export const profileScreen: Screen = {
  name: 'profile',
  path: PROFILE,
  load: async () => (await import('./profile.page.ts')).ProfilePage,
};

/** The first administrator, with the code on the console. */
export const setupScreen: Screen = {
  name: 'setup',
  path: SETUP,
  isPublic: true,
  load: async () => (await import('./setup.page.ts')).SetupPage,
};

/** A password chosen with the link an administrator handed over. */
export const resetScreen: Screen = {
  name: 'reset',
  path: RESET,
  isPublic: true,
  load: async () => (await import('./reset.page.ts')).ResetPage,
};
