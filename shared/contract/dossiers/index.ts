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
  awaitedApprovalSchema,
  returnApprovalSchema,
  returnedApprovalSchema,
  type Approval,
  type ApprovalsQuery,
  type Approve,
  type ReturnApproval,
} from './approvals.ts';
export {
  commandBodies,
  isOfficerCommand,
  officerCommands,
  type CommandBody,
  type OfficerCommand,
} from './commands.ts';
export { domainCommand } from './domain-command.ts';
export { difficultyKinds, paymentMethods } from './event-members.ts';
export {
  bulkResultsSchema,
  createdDossierSchema,
  dossierAnswerSchema,
  dossierItemSchema,
  dossierSchema,
  stateNames,
  type ApplicantAnswer,
  type CreatedDossier,
  type DossierAnswer,
  type DossierDetail,
  type DossierItem,
  type SourceAnswer,
} from './dossier.ts';
export { answeredCode, holdOffice, judge, type HeldOffice, type Verdict } from './judge.ts';
export {
  clockSchema,
  dossierQuerySchema,
  eventsQuerySchema,
  eventsSchema,
  type ClockAnswer,
  type DossierQuery,
  type EventAnswer,
  type EventsQuery,
} from './history.ts';
export {
  EXPORT_SHEET_ROWS,
  commandsSchema,
  countsQuerySchema,
  countsSearchSchema,
  countsSchema,
  dossierPageSchema,
  dossierSearchSchema,
  dossiersExportQuerySchema,
  dossiersExportSchema,
  dossiersQuerySchema,
  exportFormats,
  orderedJobSchema,
  sorts,
  standings,
  type CommandsBody,
  type Counts,
  type CountsQuery,
  type DossierSearch,
  type DossiersExport,
  type DossiersQuery,
  type ExportFormat,
} from './list.ts';
export {
  bulkSchema,
  channels,
  newDossierSchema,
  type Bulk,
  type NewDossier,
} from './new-dossier.ts';
export { KEY_HEADER, VERSION_HEADER, approvalsPath, dossiersPath } from './paths.ts';
export {
  knownApplicantsPath,
  knownApplicantsQuestionSchema,
  knownApplicantsSchema,
  type KnownApplicant,
  type KnownApplicantsQuestion,
} from './known-applicants.ts';
export { revealSchema, revealedSchema, type Reveal } from './reveal.ts';
export { amount, foreignCode } from './told.ts';
export { dossierOfficeSchema, type DossierOffice } from './office.ts';
export { readMoments, writeMoments } from './told-moments.ts';
