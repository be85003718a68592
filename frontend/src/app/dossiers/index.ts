import type { Screen } from '../shell/index.ts';
import { DOSSIER_PLACE } from './dossier-place.ts';

export { ActDialog } from './act-dialog.ts';
export { formOf } from './act-forms.ts';
export type { ActSheet } from './act-sheet.ts';
export { DOSSIER_PLACE };
export { DossierHold, refusalText } from './dossier-hold.ts';
export { reasonText } from './risk-reason.ts';

export const dossierScreen: Screen = {
  name: 'dossier',
  path: `${DOSSIER_PLACE}/:id`,
  permissions: ['dossiers.read'],
  load: async () => (await import('./dossier.page.ts')).DossierPage,
};

/** A dossier beside a list, fetched when the first is opened there; its inputs are `id` and `row`. */
export const loadDossierBrief = async () => (await import('./dossier-brief.ts')).DossierBrief;
