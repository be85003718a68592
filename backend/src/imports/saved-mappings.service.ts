import { Inject, Injectable } from '@nestjs/common';
import type {
  MappingChanges,
  MappingVersion,
  RetireMapping,
  SavedMapping,
} from '#contract/imports';
import { AuditBook } from '../audit/index.ts';
import { isUuid } from '../platform/auth/path-id.ts';
import type { Locator } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { ImportSteps } from './import-steps.service.ts';
import { nameOf } from './import-store.ts';
import { mappingAnswer, type MappingKept } from './mapping-book.ts';
import { addVersion, checkMeaning } from './mapping-version.ts';

interface VersionRow extends MappingKept {
  readonly by: string;
}

interface SavedRow extends VersionRow {
  readonly reads: number;
  readonly lastRead: {
    readonly importId: string;
    readonly at: string;
    readonly version: number;
    readonly name: string | null;
    readonly rows: number;
    readonly wrong: number;
  } | null;
}

/** More than an office has systems; the newest version of each. */
const MOST = 200;
const MOST_VERSIONS = 100;

const ROW = `mapping.unit_id as "unitId", mapping.id, mapping.source, mapping.name, mapping.version,
  mapping.meaning, mapping.retired, mapping.created_at as "createdAt",
  ${nameOf("mapping.actor ->> 'id'")} as by`;

// Every list keeps by which version it was read: all of them are looked through once, not once for each.
const SAVED = `with newest as (
    select distinct on (unit_id, source, name) * from import_mapping where unit_id = any ($1)
    order by unit_id, source, name, version desc limit $2
  ), reading as (
    select import.unit_id, version.source, version.name, version.version, import.id, import.created_at,
      import.asked ->> 'name' as list, import.rows, import.wrong
    from import join import_mapping as version on version.unit_id = import.unit_id
      and version.id::text = import.asked -> 'mappedBy' ->> 'id'
    where import.unit_id = any ($1)
  ), read as (
    select unit_id, source, name, count(*)::int as reads,
      (array_agg(jsonb_build_object('importId', id, 'version', version, 'name', list, 'rows', rows,
        'wrong', wrong, 'at', to_char(created_at at time zone interval '7 hours',
          'YYYY-MM-DD"T"HH24:MI:SS"+07:00"')) order by created_at desc, id desc))[1] as last
    from reading group by unit_id, source, name
  )
  select ${ROW}, coalesce(read.reads, 0) as reads, read.last as "lastRead"
  from newest as mapping left join read using (unit_id, source, name)
  order by mapping.retired, mapping.source, mapping.name`;

const VERSIONS = `select ${ROW} from import_mapping as mapping
  join import_mapping as meant on meant.unit_id = mapping.unit_id and meant.source = mapping.source
    and meant.name = mapping.name
  where meant.unit_id = any ($1) and meant.id = $2 order by mapping.version desc limit $3`;

const WHERE = 'select unit_id as "unitId" from import_mapping where unit_id = any ($1) and id = $2';

/** What was said of lists, looked after: what came of it, who said it, and what is said from now on. */
@Injectable()
export class SavedMappings implements Locator {
  readonly #tenancy: Tenancy;
  readonly #steps: ImportSteps;
  readonly #audit: AuditBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#steps = steps;
    this.#audit = audit;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await this.#tenancy.ask<{ unitId: number }>({ units }, WHERE, [units, id]);
    return row && [row.unitId];
  }

  async list(actor: RequestActor, unitId: number | undefined): Promise<readonly SavedMapping[]> {
    const units = actor.covers('sources.read', unitId);
    const rows = await this.#tenancy.ask<SavedRow>({ units }, SAVED, [units, MOST]);
    return rows.map((row) => ({
      ...versionAnswer(row),
      ...{ reads: row.reads, lastRead: row.lastRead },
    }));
  }

  async versions(actor: RequestActor, id: string): Promise<readonly MappingVersion[]> {
    const units = actor.covers('sources.read', undefined);
    const rows = await this.#tenancy.ask<VersionRow>({ units }, VERSIONS, [
      ...[units, id, MOST_VERSIONS],
    ]);
    return rows.map(versionAnswer);
  }

  async change(id: string, { version, ...meaning }: MappingChanges, ask: Ask) {
    checkMeaning(meaning);
    return this.#sayAgain(id, ask, {
      version,
      next: (kept) => ({ ...kept, ...meaning, retired: false, act: 'import.mappingChanged' }),
    });
  }

  async retire(id: string, { version, retired }: RetireMapping, ask: Ask) {
    const act = retired ? 'import.mappingRetired' : 'import.mappingRestored';
    return this.#sayAgain(id, ask, {
      version,
      next: (kept) => ({ ...kept, ...kept.meaning, retired, act }),
    });
  }

  async #sayAgain(
    id: string,
    ask: Ask,
    {
      version,
      next,
    }: { version: number; next: (kept: MappingKept) => Parameters<typeof addVersion>[1] },
  ): Promise<SavedMapping> {
    const [unitId] = (await this.locate(id, ask.actor.covers('sources.write', undefined))) ?? [];
    if (unitId === undefined) throw new ProblemError('not-found');
    const said = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const kept = await newestOf(transaction, unitId, id);
        if (kept.version !== version)
          throw new ProblemError('version-stale', { version: kept.version });
        const saying = { transaction, unitId, ask, now: this.#steps.now(), audit: this.#audit };
        return { id: await addVersion(saying, next(kept)), result: undefined };
      }),
    );
    return this.#answer(unitId, said.id);
  }

  async #answer(unitId: number, id: string): Promise<SavedMapping> {
    const rows = await this.#tenancy.ask<SavedRow>({ units: [unitId] }, SAVED, [[unitId], MOST]);
    const row = rows.find((each) => each.id === id);
    if (row === undefined) throw new ProblemError('not-found');
    return { ...versionAnswer(row), reads: row.reads, lastRead: row.lastRead };
  }
}

async function newestOf(
  transaction: Transaction,
  unitId: number,
  id: string,
): Promise<MappingKept> {
  const [kept] = await transaction.query<VersionRow>(VERSIONS, [[unitId], id, 1]);
  if (kept === undefined) throw new ProblemError('not-found');
  return kept;
}

const versionAnswer = ({ by, retired, ...kept }: VersionRow): MappingVersion => ({
  ...mappingAnswer({ ...kept, retired }),
  ...{ by, retired },
});
