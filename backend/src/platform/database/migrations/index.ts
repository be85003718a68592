import { office } from './0001-office.ts';
import { dossiers } from './0002-dossiers.ts';
import { work } from './0003-work.ts';
import { eventStore } from './0004-event-store.ts';
import { identity } from './0005-identity.ts';
import { schemaSeal } from './0006-schema-seal.ts';
import { auditSeal } from './0080-audit-seal.ts';
import { calendarPreview } from './0090-calendar-preview.ts';
import { queue } from './0100-queue.ts';
import { lists } from './0110-lists.ts';
import { lookup } from './0111-lookup.ts';
import { people } from './0112-people.ts';
import { schedules } from './0113-schedules.ts';
import { desks } from './0114-desks.ts';
import { oneQuestion } from './0140-one-question.ts';
import { calendarInForce } from './0141-calendar-in-force.ts';
import { longLists } from './0142-long-lists.ts';
import { forms } from './0230-forms.ts';
import { formEditions } from './0640-form-editions.ts';
import { imports } from './0240-imports.ts';
import { revealReasons } from './0250-reveal-reasons.ts';
import { learnedSizes } from './0251-learned-sizes.ts';
import { fees } from './0260-fees.ts';
import { rememberedDevices } from './0265-remembered-devices.ts';
import { birthsTogether } from './0277-births-together.ts';
import { factsOfBirths } from './0278-facts-of-births.ts';
import { alerts } from './0300-alerts.ts';
import { deliveries } from './0310-deliveries.ts';
import { alertRulesTold } from './0335-alert-rules-told.ts';
import { daysOfFacts } from './0325-days-of-facts.ts';
import { risk } from './0340-risk.ts';
import { dossierFacts } from './0400-dossier-facts.ts';
import { reportIssues } from './0401-report-issues.ts';
import { reportSchedules } from './0420-report-schedules.ts';
import { placesOfDays } from './0520-places-of-days.ts';
import { workerPulse } from './0521-worker-pulse.ts';
import { entered } from './0540-entered.ts';
import { exportsRevealed } from './0730-exports-revealed.ts';
import { retiredMappings } from './0750-retired-mappings.ts';
import { retention } from './0751-retention.ts';
import { heapsByIndex } from './0765-heaps-by-index.ts';
import { incidentPictures } from './0767-incident-pictures.ts';
import { sourcesVersion } from './0769-sources-version.ts';
import { wordsAroundDossiers } from './0770-words-around-dossiers.ts';
import { dossierCourses } from './0772-dossier-courses.ts';
import { vacuumDossiersSooner } from './0778-vacuum-dossiers-sooner.ts';
import { nextSignals } from './0690-next-signals.ts';
import { reviewedEvents } from './0710-reviewed-events.ts';
import { feedbackAlerts } from './0720-feedback-alerts.ts';
import { registers } from './0541-registers.ts';
import { cityReports } from './0545-city-reports.ts';
import { reconciliations } from './0560-reconciliations.ts';
import { citizens } from './0510-citizens.ts';
import { importMappings } from './0550-import-mappings.ts';
import { briefings } from './0500-briefings.ts';
import { reportPapers } from './0535-report-papers.ts';
import { incidents } from './0561-incidents.ts';
import { awaitingIntake } from './0670-awaiting-intake.ts';
import type { Migration } from './forward.ts';
import { reportText } from './0530-report-text.ts';
import { importsUndone } from './0600-imports-undone.ts';
import { leavers } from './0620-leavers.ts';
import { revealLog } from './0621-reveal-log.ts';
import { signedPapers } from './0660-signed-papers.ts';
import { setupLists } from './0740-setup-lists.ts';
import { procedureMatches } from './0741-procedure-matches.ts';
import { procedurePlaces } from './0760-procedure-places.ts';

/** The schema from nothing, in order. What was shipped is never edited: add a file, add a line. */
export const MIGRATIONS: readonly Migration[] = [
  office,
  dossiers,
  work,
  eventStore,
  identity,
  schemaSeal,
  auditSeal,
  calendarPreview,
  queue,
  lists,
  lookup,
  people,
  schedules,
  desks,
  oneQuestion,
  calendarInForce,
  longLists,
  forms,
  imports,
  revealReasons,
  learnedSizes,
  fees,
  rememberedDevices,
  birthsTogether,
  factsOfBirths,
  alerts,
  deliveries,
  dossierFacts,
  reportIssues,
  alertRulesTold,
  daysOfFacts,
  reportSchedules,
  risk,
  placesOfDays,
  workerPulse,
  cityReports,
  entered,
  reconciliations,
  incidents,
  citizens,
  importMappings,
  briefings,
  reportPapers,
  reportText,
  signedPapers,
  registers,
  nextSignals,
  importsUndone,
  awaitingIntake,
  leavers,
  revealLog,
  formEditions,
  reviewedEvents,
  feedbackAlerts,
  exportsRevealed,
  setupLists,
  procedureMatches,
  retiredMappings,
  retention,
  heapsByIndex,
  incidentPictures,
  procedurePlaces,
  sourcesVersion,
  wordsAroundDossiers,
  dossierCourses,
  vacuumDossiersSooner,
];
