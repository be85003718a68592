import { instant, type Instant } from '#domain/working-time';
import type { Tenancy } from '../../platform/database/tenancy.ts';

// One call for all units: two ends of indexes, however much there is to be watched.
const GLANCE = `select dossier_at as "dossierAt", unit_at as "unitAt" from next_signals()`;

/** The earliest moments at which anything is to be looked at, passed or to come; a new unit always is. */
export interface Glance {
  readonly dossierAt: Instant | null;
  readonly unitAt: Instant | null;
}

const moment = (at: number | null): Instant | null => (at === null ? null : instant(at));

export async function glance(tenancy: Tenancy): Promise<Glance> {
  const [row] = await tenancy.call<{
    readonly dossierAt: number | null;
    readonly unitAt: number | null;
  }>(GLANCE, []);
  if (row === undefined) throw new Error('A glance gave no answer');
  return { dossierAt: moment(row.dossierAt), unitAt: moment(row.unitAt) };
}
