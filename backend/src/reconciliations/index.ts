export { ReconciliationsModule } from './reconciliations.module.ts';
