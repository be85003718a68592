export {
  applicantSchema,
  maskedFields,
  type ApplicantBody,
  type MaskedField,
} from './applicant.ts';
export {
  approvalPageSchema,
  approvalSchema,
  approvalsQuerySchema,
  approveSchema,
  returnApprovalSchema,
  type Approval,
  type ApprovalsQuery,
  type ReturnApproval,
} from './approvals.ts';
export {
  commandBodies,
  isOfficerCommand,
  officerCommands,
  type CommandBody,
  type OfficerCommand,
} from './commands.ts';
export {
  createdDossierSchema,
  dossierAnswerSchema,
  dossierItemSchema,
  dossierSchema,
  type ApplicantAnswer,
  type CreatedDossier,
  type DossierAnswer,
  type DossierDetail,
  type DossierItem,
  type SourceAnswer,
} from './dossier.ts';
export { clockSchema, eventsSchema, type ClockAnswer, type EventAnswer } from './history.ts';
export {
  commandsSchema,
  countsQuerySchema,
  countsSchema,
  dossierPageSchema,
  dossierSearchSchema,
  dossiersQuerySchema,
  sorts,
  standings,
  type CommandsBody,
  type Counts,
  type CountsQuery,
  type DossierSearch,
  type DossiersQuery,
} from './list.ts';
export { bulkSchema, newDossierSchema, type Bulk, type NewDossier } from './new-dossier.ts';
export { KEY_HEADER, VERSION_HEADER, approvalsPath, dossiersPath } from './paths.ts';
export { revealSchema, type Reveal } from './reveal.ts';
