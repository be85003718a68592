import type { Office } from '../dossier/index.ts';

/** What of the office a dossier's alerts depend on. */
export type AlertOffice = Pick<Office, 'procedure' | 'unit' | 'calendar' | 'now'>;
