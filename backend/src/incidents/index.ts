export { IncidentsModule } from './incidents.module.ts';
