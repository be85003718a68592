export { UnitsModule } from './units.module.ts';
export { Units } from './units.service.ts';
