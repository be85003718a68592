export { CatalogueService } from './catalogue.service.ts';
export { ProcedureLists, type Listed } from './procedure-lists.service.ts';
export {
  ProcedureService,
  type ProcedureInForce,
  type ToldProcedure,
} from './procedure.service.ts';
export { ProceduresModule } from './procedures.module.ts';
export { findRulesOfVersion } from './rules-of-version.ts';
export type { ProcedureHead } from './procedure-store.ts';
