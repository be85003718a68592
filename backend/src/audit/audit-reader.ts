import { Inject, Injectable } from '@nestjs/common';
import {
  AUDIT_NOUNS,
  REVEALS,
  type AuditEntry,
  type AuditHeap,
  type AuditQuery,
  type AuditSeal,
  type AuditSealQuery,
} from '#contract/audit';
import type { Page } from '#contract/list';
import { formatInstant, instant } from '#domain/working-time';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { type NameOf, namesFor } from './audit-names.ts';

interface AuditRow extends Omit<AuditEntry, 'at' | 'actor' | 'subjectName'> {
  readonly officeAt: number;
  readonly actor: Omit<AuditEntry['actor'], 'name'>;
}

/** What is looked for; `before` is the position the lines end at, the latest first. */
export interface Search extends Omit<AuditQuery, 'cursor'> {
  readonly before?: number;
}

const entryOf = ({ officeAt, actor, ...row }: AuditRow, nameOf: NameOf): AuditEntry => ({
  ...row,
  at: formatInstant(instant(officeAt)),
  actor: { ...actor, name: nameOf(actor.id) },
  subjectName: nameOf(row.subjectId),
});

const sqlMoment = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : sqlInstant(at);

const LINES = `select position, unit_id as "unitId", office_at as "officeAt", actor, act, outcome,
    subject_type as "subjectType", subject_id as "subjectId", facts, host(address) as address,
    request_id as "requestId",
    (select reason from reveal_reason as why where act in ('dossier.reveal', 'dossiers.revealed')
      and why.unit_id = audit.unit_id and why.id = (facts ->> 'reasonId')::uuid) as reason
  from audit
  where position < $1 and ($2::text is null or act = $2)
    and ($3::text is null or actor ->> 'id' = $3)
    and ($4::text is null or subject_type = $4) and ($5::text is null or subject_id = $5)
    and ($6::timestamptz is null or office_at >= $6)
    and ($7::timestamptz is null or office_at < $7)
    and ($8::text is null or subject_type = 'dossier' and subject_id in (select id::text
      from dossier where unit_id = any($9) and (code = $8 or official_code = $8)))`;

const wordsIn = (what: string, words: readonly string[]): string =>
  `${what} in (${words.map((word) => `'${word}'`).join(', ')})`;

// A heap that is asked for often among much else has its own index: its words stand here, not in a parameter.
const HEAPS: Readonly<Record<AuditHeap, string>> = {
  reveals: wordsIn('act', REVEALS),
  people: wordsIn("split_part(act, '.', 1)", AUDIT_NOUNS.people),
  signIns: wordsIn("split_part(act, '.', 1)", AUDIT_NOUNS.signIns),
  dossiers: wordsIn("split_part(act, '.', 1)", AUDIT_NOUNS.dossiers),
  data: wordsIn("split_part(act, '.', 1)", AUDIT_NOUNS.data),
  rules: wordsIn("split_part(act, '.', 1)", AUDIT_NOUNS.rules),
  denied: "outcome <> 'done'",
};

const SEAL = `select count(*)::int as seals, coalesce(sum(row_count), 0)::int as "sealedLines",
    max(sealed_at) as "sealedAt",
    (select count(*)::int from audit where unit_id = any($1)
      and position > coalesce((select max(last_position) from audit_seal as latest
        where latest.unit_id = audit.unit_id), 0)) as "unsealedLines"
  from audit_seal where unit_id = any($1)`;

type SealRow = Omit<AuditSeal, 'sealedAt'> & { readonly sealedAt: number | null };

/** The books as a leader or an administrator reads them: the latest first. */
@Injectable()
export class AuditReader {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async list(actor: RequestActor, { cursor, ...query }: AuditQuery): Promise<Page<AuditEntry>> {
    const [before = Number.MAX_SAFE_INTEGER] = readCursor(cursor, part.bigint) ?? [];
    const units = actor.covers('audit.read', query.unitId);
    const { limit } = query;
    const entries = await this.#tenancy.within({ units }, (transaction) =>
      this.find(transaction, units, { ...query, before, limit: limit + 1 }),
    );
    return pageOfRows(entries, limit, {
      item: (entry) => entry,
      key: ({ position }) => [position],
    });
  }

  /** So many of the latest lines that fit. */
  async find(
    transaction: Transaction,
    units: readonly number[],
    { before = Number.MAX_SAFE_INTEGER, about, limit, ...query }: Search,
  ): Promise<readonly AuditEntry[]> {
    const heap = about === undefined ? '' : `and ${HEAPS[about]}`;
    const rows = await transaction.query<AuditRow>(
      `${LINES} ${heap} order by position desc limit $10`,
      [
        ...[before, query.act, query.actorId, query.subjectType, query.subjectId],
        ...[sqlMoment(query.from), sqlMoment(query.to)],
        ...[query.dossier?.trim().toUpperCase(), units, limit],
      ],
    );
    const nameOf = await namesFor(transaction, rows);
    return rows.map((row) => entryOf(row, nameOf));
  }

  async seal(actor: RequestActor, { unitId }: AuditSealQuery): Promise<AuditSeal> {
    const units = actor.covers('audit.read', unitId);
    const [row] = await this.#tenancy.ask<SealRow>({ units }, SEAL, [units]);
    if (row === undefined) throw new Error('a count gave no row');
    const { sealedAt } = row;
    return { ...row, sealedAt: sealedAt === null ? null : formatInstant(instant(sealedAt)) };
  }
}
