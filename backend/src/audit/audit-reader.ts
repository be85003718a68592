import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntry, AuditQuery } from '#contract/audit';
import type { Page } from '#contract/list';
import { formatInstant, instant } from '#domain/working-time';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { pageOfRows, readCursor } from '../platform/list/page.ts';

interface AuditRow extends Omit<AuditEntry, 'at'> {
  readonly officeAt: number;
}

const entryOf = ({ officeAt, ...row }: AuditRow): AuditEntry => ({
  ...row,
  at: formatInstant(instant(officeAt)),
});

const sqlMoment = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : sqlInstant(at);

/** The books as a leader or an administrator reads them: the latest first. */
@Injectable()
export class AuditReader {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async list(actor: RequestActor, query: AuditQuery): Promise<Page<AuditEntry>> {
    const [before = Number.MAX_SAFE_INTEGER] = readCursor(query.cursor, 1) ?? [];
    const rows = await this.#tenancy.ask<AuditRow>(
      { units: actor.covers('audit.read', query.unitId) },
      `select position, unit_id as "unitId", office_at as "officeAt", actor, act, outcome,
         subject_type as "subjectType", subject_id as "subjectId", facts, host(address) as address,
         request_id as "requestId"
       from audit
       where position < $1 and ($2::text is null or act = $2)
         and ($3::text is null or actor ->> 'id' = $3)
         and ($4::text is null or subject_type = $4) and ($5::text is null or subject_id = $5)
         and ($6::timestamptz is null or office_at >= $6)
         and ($7::timestamptz is null or office_at < $7)
       order by position desc limit $8`,
      [
        before,
        query.act,
        query.actorId,
        query.subjectType,
        query.subjectId,
        sqlMoment(query.from),
        sqlMoment(query.to),
        query.limit + 1,
      ],
    );
    return pageOfRows(rows, query.limit, { item: entryOf, key: ({ position }) => [position] });
  }
}
