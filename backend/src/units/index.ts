export { UnitsModule } from './units.module.ts';
export { sourceChanges } from './source-settings.ts';
export { Units } from './units.service.ts';
