import type { Screen } from '../shell/index.ts';

export const callsScreen: Screen = {
  name: 'calls',
  path: 'goi-dien',
  icon: 'phone',
  permissions: ['citizens.tell'],
  load: async () => (await import('./calls.page.ts')).CallsPage,
};

export const citizenMessagesScreen: Screen = {
  name: 'citizenMessages',
  path: 'tin-nhan',
  icon: 'send',
  permissions: ['units.write'],
  load: async () => (await import('./messages.page.ts')).MessagesPage,
};

/** What the applicant of a dossier was told, beside it; its input is `dossierId`. */
export const loadDossierMessages = async () =>
  (await import('./dossier-messages.ts')).DossierMessagesPanel;
