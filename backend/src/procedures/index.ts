export {
  ProcedureService,
  type ProcedureInForce,
  type ToldProcedure,
} from './procedure.service.ts';
export { ProceduresModule } from './procedures.module.ts';
