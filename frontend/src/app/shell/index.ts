export {
  adminGroups,
  type AdminGroup,
  type Asking,
  type Remark,
  type Teller,
} from './administers.ts';
export { BELL } from './bell-place.ts';
export { LanguageSwitch } from './language-switch.ts';
export { NextPerson } from './next-person.ts';
export { DOSSIER_PLACE, PROFILE, REGISTER_PLACE, RESET, SETUP } from './places.ts';
export { routesFor } from './routes.ts';
export type { Screen } from './screen.ts';
export { SCREENS, firstOf, mayOpen } from './screens.ts';
export { Shortcuts, injectShortcut } from './shortcuts.ts';
