export { LookupModule } from './lookup.module.ts';
