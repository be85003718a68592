import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes, type UrlTree } from '@angular/router';
import { Session } from '../api/index.ts';
import { PROFILE, SIGN_IN } from './places.ts';
import type { Screen } from './screen.ts';
import { SCREENS, firstOf, mayOpen } from './screens.ts';

/** Signed in, and owing nothing that comes before everything else. */
const isIn = ({ me, owes }: Session): boolean => me() !== undefined && owes() === undefined;

const signedInOnly: CanActivateFn = (_route, { url }) => {
  if (isIn(inject(Session))) return true;
  const queryParams = url === '/' ? {} : { next: url };
  return inject(Router).createUrlTree(['/', SIGN_IN], { queryParams });
};

/** Whoever is here already need not sign in. */
const signedOutOnly: CanActivateFn = () =>
  isIn(inject(Session)) ? inject(Router).createUrlTree(['/']) : true;

const forbiddenPage = async () => (await import('./forbidden.page.ts')).ForbiddenPage;

const routesOf = (screen: Screen): Routes => {
  const { path, load } = screen;
  const forbidden = { path, loadComponent: forbiddenPage };
  if (screen.isPublic === true) return [{ path, loadComponent: load }];
  const mayMatch = (): boolean => mayOpen(inject(Session), screen);
  return [{ path, canMatch: [mayMatch], loadComponent: load }, forbidden];
};

/** Asked before any guard is, so it has to know itself whether anybody is there. */
const first = (): string | UrlTree => {
  const session = inject(Session);
  if (!isIn(session)) return inject(Router).createUrlTree(['/', SIGN_IN]);
  return firstOf(session, inject(SCREENS))?.path ?? PROFILE;
};

/** What the address bar may say. */
export const routesFor = (
  screens: readonly Screen[],
  signIn: () => Promise<Screen['load'] extends () => Promise<infer Page> ? Page : never>,
): Routes => [
  { path: SIGN_IN, canActivate: [signedOutOnly], loadComponent: signIn },
  ...screens.filter(({ isPublic }) => isPublic === true).flatMap(routesOf),
  {
    path: '',
    canActivate: [signedInOnly],
    loadComponent: async () => (await import('./frame.ts')).Frame,
    children: [
      { path: '', pathMatch: 'full', redirectTo: first },
      ...screens.filter(({ isPublic }) => isPublic !== true).flatMap(routesOf),
      { path: '**', loadComponent: async () => (await import('./not-found.page.ts')).NotFoundPage },
    ],
  },
];
