export { DOSSIER_PLACE } from '../shell/index.ts';
