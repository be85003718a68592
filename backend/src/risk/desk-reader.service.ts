import { Inject, Injectable } from '@nestjs/common';
import { OPEN_STATES } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { IN_SIGHT, sightValues, type Sight } from './sight.ts';

/** An open dossier with a due moment, and who has it. */
export interface OpenDossier {
  readonly id: string;
  readonly procedureCode: string;
  readonly procedureName: string | null;
  readonly dueAt: Instant | null;
  readonly holder: string | null;
  /** Whether the asker may be told what else its holder has. */
  readonly isOwn: boolean;
}

interface Wanted {
  readonly unitId: number;
  readonly sight: Sight;
  readonly now: Instant;
  readonly holder: string | null;
}

/** Nobody looks through more than this; those due soonest are looked at. */
const MOST = 5_000;

const NAME = `(select name from procedure where code = dossier.procedure_code
    order by owner_id = dossier.unit_id desc limit 1)`;

const OWN = `(holder_user = any ($2) or holder_user in (select user_id::text from membership
    where membership.unit_id = $1 and department_code = any ($3)))`;

const COLUMNS = `id, procedure_code as "procedureCode", ${NAME} as "procedureName", due_at as "dueAt",
  holder_user as holder, coalesce(${OWN}, false) as "isOwn"`;

const AT_WORK = `unit_id = $1 and finished_at = 'infinity' and state = any ($5)
  and received_at is not null and paused_since is null and due_at is not null and due_at > $6
  and ${IN_SIGHT}`;

// What is near has been warned of; this is about what nobody has been told yet.
const AHEAD = `select ${COLUMNS} from dossier where ${AT_WORK} and (near_at is null or near_at > $6)
  order by due_at, id limit ${MOST}`;

const RUNNING = `select ${COLUMNS} from dossier where ${AT_WORK} and ($7::text is null or holder_user = $7)
  order by due_at, id limit ${MOST}`;

const ONE = `select ${COLUMNS} from dossier
  where unit_id = $1 and id = $4::uuid and state = any ($5) and received_at is not null`;

const QUEUES = `select holder_user as holder, count(*)::int as dossiers from dossier
  where unit_id = $1 and finished_at = 'infinity' and state = any ($2) and paused_since is null
    and received_at is not null and holder_user is not null group by holder_user`;

/** What lies on the desks just now. */
@Injectable()
export class DeskReader {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Due later, near to nothing yet. */
  ahead(unitId: number, sight: Sight, now: Instant): Promise<readonly OpenDossier[]> {
    return this.#ask(AHEAD, unitId, [...this.#values(unitId, sight, now)]);
  }

  /** Everything in sight that runs and is not late; of one person, if one is named. */
  running({ unitId, sight, now, holder }: Wanted): Promise<readonly OpenDossier[]> {
    return this.#ask(RUNNING, unitId, [...this.#values(unitId, sight, now), holder]);
  }

  async find(unitId: number, sight: Sight, id: string): Promise<OpenDossier | undefined> {
    const { users, departments } = sight;
    const values = [unitId, users, departments, id, [...OPEN_STATES]];
    const [found] = await this.#ask(ONE, unitId, values);
    return found;
  }

  async queues(unitId: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#tenancy.ask<{ readonly holder: string; readonly dossiers: number }>(
      { units: [unitId] },
      QUEUES,
      [unitId, [...OPEN_STATES]],
    );
    return new Map(rows.map(({ holder, dossiers }) => [holder, dossiers]));
  }

  #values(unitId: number, sight: Sight, now: Instant): readonly unknown[] {
    return [...sightValues(unitId, sight), [...OPEN_STATES], sqlInstant(now)];
  }

  #ask(sql: string, unitId: number, values: readonly unknown[]): Promise<readonly OpenDossier[]> {
    return this.#tenancy.ask<OpenDossier>({ units: [unitId] }, sql, values);
  }
}
