import { Inject, Injectable } from '@nestjs/common';
import { newHeadingSchema, type NewHeading, type NewPassage } from '#contract/reports';
import type { Instant } from '#domain/working-time';
import type { WrittenPassage } from '#wording/report-text';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { IssueRef } from '../issue/issue-store.ts';

interface PassageRow {
  readonly key: string;
  readonly body: string;
  readonly reviewed: boolean;
  readonly version: number;
  readonly carriedFrom: WrittenPassage['carriedFrom'];
}

/** How the paper was set, and the version of that; 0 where nobody has. */
export interface KeptHeading {
  readonly heading: NewHeading;
  readonly version: number;
}

interface Written {
  readonly at: Instant;
  readonly by: { readonly kind: string; readonly id: string };
}

const PASSAGES = `select key, body, reviewed, version, carried_from as "carriedFrom"
  from report_passage where unit_id = $1 and issue_id = $2`;
const HEADING = `select heading, version from report_heading where unit_id = $1 and issue_id = $2`;
const WRITE = `insert into report_passage (unit_id, issue_id, key, body, reviewed, version, changed_at,
    changed_by) values ($1, $2, $3, $4, $5, 1, $6, $7::jsonb)
  on conflict (unit_id, issue_id, key) do update set body = excluded.body, reviewed = excluded.reviewed,
    version = report_passage.version + 1, changed_at = excluded.changed_at,
    changed_by = excluded.changed_by`;
const SET = `insert into report_heading (unit_id, issue_id, heading, version, changed_at)
    values ($1, $2, $3::jsonb, 1, $4)
  on conflict (unit_id, issue_id) do update set heading = excluded.heading,
    version = report_heading.version + 1, changed_at = excluded.changed_at`;

const writtenOf = ({ body, reviewed, version, carriedFrom }: PassageRow): WrittenPassage => ({
  ...{ body, version, carriedFrom },
  state: body === '' ? 'empty' : reviewed ? 'own' : 'carried',
});

/** What people have written in reports. */
@Injectable()
export class TextStore {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async passages({ unitId, id }: IssueRef): Promise<ReadonlyMap<string, WrittenPassage>> {
    const rows = await this.#tenancy.ask<PassageRow>({ units: [unitId] }, PASSAGES, [unitId, id]);
    return new Map(rows.map((row) => [row.key, writtenOf(row)]));
  }

  async heading({ unitId, id }: IssueRef): Promise<KeptHeading> {
    const [row] = await this.#tenancy.ask<{ heading: unknown; version: number }>(
      { units: [unitId] },
      HEADING,
      [unitId, id],
    );
    if (row === undefined) return { heading: {}, version: 0 };
    return { heading: newHeadingSchema.parse(row.heading), version: row.version };
  }

  /** The version a passage has now; 0 where nobody has written it. The report's row is locked by then. */
  async versionOf(transaction: Transaction, ref: IssueRef, key: string): Promise<number> {
    const [row] = await transaction.query<{ readonly version: number }>(
      'select version from report_passage where unit_id = $1 and issue_id = $2 and key = $3',
      [ref.unitId, ref.id, key],
    );
    return row?.version ?? 0;
  }

  async headingVersion(transaction: Transaction, ref: IssueRef): Promise<number> {
    const [row] = await transaction.query<{ readonly version: number }>(HEADING, [
      ref.unitId,
      ref.id,
    ]);
    return row?.version ?? 0;
  }

  async write(
    transaction: Transaction,
    ref: IssueRef,
    { key, body, reviewed, at, by }: NewPassage & Written & { readonly key: string },
  ): Promise<void> {
    const values = [ref.unitId, ref.id, key, body, reviewed];
    await transaction.execute(WRITE, [...values, sqlInstant(at), JSON.stringify(by)]);
  }

  async setHeading(
    transaction: Transaction,
    ref: IssueRef,
    { heading, at }: { readonly heading: NewHeading; readonly at: Instant },
  ): Promise<void> {
    const values = [ref.unitId, ref.id, JSON.stringify(heading), sqlInstant(at)];
    await transaction.execute(SET, values);
  }
}
