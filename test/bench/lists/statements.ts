import type { Pool } from 'pg';
import { countsQuerySchema, dossierSearchSchema, dossiersQuerySchema } from '#contract/dossiers';
import { permissionsOf } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { CalendarService } from '../../../backend/src/calendars/index.ts';
import { KeyedHash } from '../../../backend/src/dossiers/index.ts';
import { DossierList } from '../../../backend/src/dossiers/list/dossier-list.service.ts';
import { ProvisionalDues } from '../../../backend/src/dossiers/list/provisional-dues.service.ts';
import { StaleBounds } from '../../../backend/src/dossiers/list/stale-bounds.service.ts';
import { OfficeBook } from '../../../backend/src/dossiers/office/office-book.service.ts';
import { UnitBook } from '../../../backend/src/dossiers/office/unit-book.service.ts';
import { HistoryReader } from '../../../backend/src/dossiers/store/history-reader.service.ts';
import { RequestActor } from '../../../backend/src/platform/auth/request-actor.ts';
import type { Tenancy } from '../../../backend/src/platform/database/tenancy.ts';
import { ProcedureService } from '../../../backend/src/procedures/index.ts';
import { StarterService } from '../../../backend/src/procedures/starter.service.ts';
import type { Commune } from '../loader/commune.ts';
import { SECRET, benchClock } from '../loader/place.ts';
import type { ListQuestion } from './questions.ts';

/** What the product sends to the database for a question. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

const listOver = (tenancy: Tenancy): DossierList => {
  const starter = new StarterService(tenancy, benchClock);
  const offices = new OfficeBook(
    new ProcedureService(tenancy, starter, benchClock),
    new CalendarService(tenancy, benchClock),
    new UnitBook(tenancy),
    benchClock,
    tenancy,
  );
  return new DossierList(
    tenancy,
    offices,
    new ProvisionalDues(offices, new HistoryReader(tenancy)),
    new StaleBounds(offices),
    new KeyedHash([SECRET]),
  );
};

const actorIn = ({ id, code }: Commune, roles: readonly Role[]): RequestActor => {
  const unit = { id, code, name: code, roles, departments: [], permissions: permissionsOf(roles) };
  return new RequestActor({
    kind: 'user',
    id: '0190c000-0000-7000-8000-000000000001',
    units: [{ ...unit, kind: 'commune', level: 'xa', standsInFor: [] }],
  });
};

/** Asks as the product would, and notes what it sends. */
export async function statementsOf(
  tenancy: Tenancy,
  commune: Commune,
  { asks, query }: ListQuestion,
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const noting = new Proxy(tenancy, {
    get(target, name) {
      if (name !== 'ask') return Reflect.get(target, name, target) as unknown;
      return (scope: never, text: string, values: readonly unknown[] = []) => {
        sent.push({ text, values });
        return target.ask(scope, text, values);
      };
    },
  });
  const list = listOver(noting);
  const actor = actorIn(commune, ['reception', 'processing']);
  if (asks === 'counts') await list.counts(actor, countsQuerySchema.parse(query));
  else {
    const schema = asks === 'list' ? dossiersQuerySchema : dossierSearchSchema;
    await list.page(actor, schema.parse(query));
  }
  return sent;
}

/** The same, by node-postgres alone. */
export async function sendBare(pool: Pool, unit: number, sent: readonly Sent[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local app.units = '{${unit}}'`);
    for (const { text, values } of sent) await client.query(text, [...values]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
