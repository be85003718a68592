import type { Screen } from '../shell/index.ts';
import { ALERTS_PLACE, NOTIFICATIONS_PLACE } from './alerts-place.ts';

export { AlertActs } from './alert-acts.ts';
export { AlertDialog, type Told } from './alert-dialog.ts';

export const alertsScreen: Screen = {
  name: 'alerts',
  path: ALERTS_PLACE,
  icon: 'bell',
  permissions: ['alerts.read'],
  load: async () => (await import('./alerts.page.ts')).AlertsPage,
};

export const notificationsScreen: Screen = {
  name: 'notifications',
  path: NOTIFICATIONS_PLACE,
  load: async () => (await import('./notifications.page.ts')).NotificationsPage,
};

/** What hangs in the frame of every screen. */
export const loadBell = async () => (await import('./bell.ts')).Bell;

/** What somebody is alerted of about one dossier, beside it; its input is `dossierId`. */
export const loadDossierAlerts = async () => (await import('./dossier-alerts.ts')).DossierAlerts;
