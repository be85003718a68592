import { Inject, Injectable } from '@nestjs/common';
import type { FindingKind, ReconciliationSaying } from '#contract/reconciliations';
import type { Cause } from '#domain/reconciliation';
import { formatInstant, type Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { ReconciliationRef } from './reconciliation-row.ts';
import { nameOf } from './reconciliation-store.ts';

interface SayingRow {
  readonly number: number;
  readonly kind: FindingKind;
  readonly externalCode: string;
  readonly by: string;
  readonly at: Instant;
  readonly cause: Cause;
  readonly owner: string | null;
  readonly note: string | null;
  readonly causeBefore: Cause | null;
  readonly ownerBefore: string | null;
  readonly noteBefore: string | null;
}

/** More than anybody reads; the newest of them. */
const MOST = 500;

const HISTORY = `with said as (
    select *, lag(cause) over told as cause_before, lag(owner_id) over told as owner_before,
      lag(note) over told as note_before
    from reconciliation_explanation where unit_id = $1 and reconciliation_id = $2
    window told as (partition by number order by nth)
  )
  select said.number, kind, external_code as "externalCode", ${nameOf('explained_by')} as by,
    explained_at as at, cause, ${nameOf('owner_id::text')} as owner, note,
    cause_before as "causeBefore", ${nameOf('owner_before::text')} as "ownerBefore",
    note_before as "noteBefore"
  from said join reconciliation_finding as finding on finding.unit_id = $1
    and finding.reconciliation_id = $2 and finding.number = said.number
  order by explained_at desc, said.number, nth desc limit $3`;

const WORKS_HERE = 'select user_id from membership where unit_id = $1 and user_id = $2 limit 1';

/** Who said what of the differences of a reconciliation, and to whom one may be given. */
@Injectable()
export class ReconciliationHistory {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async of({ unitId, id }: ReconciliationRef): Promise<readonly ReconciliationSaying[]> {
    const scope = { units: [unitId] };
    const rows = await this.#tenancy.ask<SayingRow>(scope, HISTORY, [unitId, id, MOST]);
    return rows.map(({ number, kind, externalCode, by, at, cause, owner, note, ...was }) => ({
      ...{ number, kind, externalCode, by, at: formatInstant(at) },
      before:
        was.causeBefore === null
          ? null
          : { cause: was.causeBefore, owner: was.ownerBefore, note: was.noteBefore },
      after: { cause, owner, note },
    }));
  }

  async mayOwn(unitId: number, userId: string): Promise<boolean> {
    const found = await this.#tenancy.ask({ units: [unitId] }, WORKS_HERE, [unitId, userId]);
    return found.length > 0;
  }
}
