import { adminScreen } from './admin/index.ts';
import { alertRulesScreen } from './alert-rules/index.ts';
import { alertsScreen, notificationsScreen } from './alerts/index.ts';
import { approvalsScreen } from './approvals/index.ts';
import { calendarScreen } from './calendars/index.ts';
import { cityScreen, targetsScreen } from './city/index.ts';
import { auditScreen } from './audit/index.ts';
import { callsScreen, citizenMessagesScreen } from './citizens/index.ts';
import { dossierScreen } from './dossiers/index.ts';
import { feeBookScreen, feesScreen } from './fees/index.ts';
import { absencesScreen, keysScreen, usersScreen } from './identity/index.ts';
import { formEditionsScreen } from './forms/index.ts';
import { importsScreen } from './imports/index.ts';
import { incidentsScreen } from './incidents/index.ts';
import { lookupScreen } from './lookup/index.ts';
import { matchesScreen, procedureScreen, proceduresScreen } from './procedures/index.ts';
import { receptionScreen } from './reception/screen.ts';
import { reconciliationScreen } from './reconciliations/index.ts';
import { registersScreen } from './registers/index.ts';
import { reportCheckScreen, reportsScreen } from './reports/screen.ts';
import { riskScreen } from './risk/screen.ts';
import { profileScreen, resetScreen, setupScreen } from './session/index.ts';
import { setupListsScreen } from './setup-lists/index.ts';
import type { Screen } from './shell/index.ts';
import { retentionScreen } from './retention/index.ts';
import { sourcesScreen } from './sources/index.ts';
import { steeringScreen } from './steering/index.ts';
import { systemScreen } from './system/index.ts';
import { departmentsScreen, unitsScreen } from './units/index.ts';
import { handoverScreen, workScreen } from './work/index.ts';

/** Every screen there is, in the order of the navigation; the first a person may open is their first page, unless one says to be it. */
export const screens: readonly Screen[] = [
  cityScreen,
  targetsScreen,
  workScreen,
  dossierScreen,
  receptionScreen,
  importsScreen,
  callsScreen,
  alertsScreen,
  notificationsScreen,
  approvalsScreen,
  steeringScreen,
  riskScreen,
  feesScreen,
  feeBookScreen,
  reportsScreen,
  reconciliationScreen,
  incidentsScreen,
  reportCheckScreen,
  registersScreen,
  adminScreen,
  alertRulesScreen,
  formEditionsScreen,
  calendarScreen,
  proceduresScreen,
  procedureScreen,
  matchesScreen,
  setupListsScreen,
  citizenMessagesScreen,
  usersScreen,
  departmentsScreen,
  unitsScreen,
  absencesScreen,
  sourcesScreen,
  retentionScreen,
  keysScreen,
  auditScreen,
  systemScreen,
  handoverScreen,
  profileScreen,
  lookupScreen,
  setupScreen,
  resetScreen,
];
