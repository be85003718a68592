import { InjectionToken } from '@angular/core';
import type { Session } from '../api/index.ts';
import type { Screen } from './screen.ts';

/** All screens there are, in the order of the navigation. */
export const SCREENS = new InjectionToken<readonly Screen[]>('screens');

type Person = Pick<Session, 'has' | 'may'>;

export const mayOpen = (session: Person, { permissions }: Screen): boolean =>
  permissions === undefined || permissions.some((permission) => session.may(permission));

/** Stands in the navigation by itself: not on the page of another, and for those who signed in. */
export const isListed = ({ icon, isPublic, administers }: Screen): boolean =>
  icon !== undefined && isPublic !== true && administers === undefined;

/** Where a person's day begins: where that is said of one of their roles, else the first they may open. */
export const firstOf = (session: Person, screens: readonly Screen[]): Screen | undefined => {
  const open = screens.filter((each) => isListed(each) && mayOpen(session, each));
  return open.find(({ firstFor }) => firstFor?.some((role) => session.has(role))) ?? open[0];
};
