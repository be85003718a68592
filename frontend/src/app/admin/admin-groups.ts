import { adminGroups, type AdminGroup, type Screen } from '../shell/index.ts';

/** A screen that stands on the page *Quản trị*. */
export type AdminScreen = Screen & Required<Pick<Screen, 'administers' | 'icon'>>;

export interface AdminPart {
  readonly group: AdminGroup;
  readonly screens: readonly AdminScreen[];
}

const isOfAdmin = (screen: Screen): screen is AdminScreen =>
  screen.administers !== undefined && screen.icon !== undefined;

/** Those somebody may open, part by part; a part of which nothing may be opened is not there. */
export const partsOf = (
  screens: readonly Screen[],
  may: (screen: Screen) => boolean,
): readonly AdminPart[] => {
  const open = screens.filter(isOfAdmin).filter(may);
  return adminGroups
    .map((group) => ({
      group,
      screens: open.filter(({ administers }) => administers.group === group),
    }))
    .filter((part) => part.screens.length > 0);
};
