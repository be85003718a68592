export { componentKind, componentKinds, type ProcedureComponent } from './component.ts';
export {
  procedureHistoryQuerySchema,
  procedureHistorySchema,
  type ProcedureHistory,
  type ProcedureHistoryQuery,
  type ProcedureVersion,
} from './history.ts';
export {
  madeProcedureMatchSchema,
  newProcedureMatchSchema,
  procedureMatchesPath,
  procedureMatchesQuerySchema,
  procedureMatchesSchema,
  type MadeProcedureMatch,
  type NewProcedureMatch,
  type ProcedureMatchesQuery,
  type UnknownCode,
} from './matches.ts';
export {
  newProcedureSchema,
  newVersionSchema,
  onTheSpotEvents,
  procedureCode,
  procedureDefinitionSchema,
  procedurePageSchema,
  procedureSchema,
  procedureVersionsPath,
  proceduresPath,
  proceduresQuerySchema,
  stepSchema,
  type NewProcedure,
  type NewProcedureVersion,
  type Procedure,
  type ProcedureDefinition,
  type ProceduresQuery,
} from './procedure.ts';
