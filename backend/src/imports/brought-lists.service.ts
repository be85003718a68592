import { Inject, Injectable } from '@nestjs/common';
import type { RowKind } from '#contract/imports';
import type { Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { ImportRef } from './import-row.ts';
import { ImportStore } from './import-store.ts';

/** A line of a list that was brought in, and the dossier it is by now. */
export interface BroughtLine {
  readonly line: number;
  readonly kind: RowKind;
  readonly externalCode: string;
  readonly dossierId: string | null;
  /** Null once what the line told is erased, and where it told of none. */
  readonly receivedAt: Instant | null;
  /** By the list, else as we know it; null while it is open. */
  readonly finishedAt: Instant | null;
  readonly differs: boolean;
  /** Whether the dossier it is was annulled, and no other of ours bears its official code. */
  readonly annulled: boolean;
}

export interface BroughtList {
  readonly exportedAt: Instant;
  readonly isChecked: boolean;
  readonly lines: readonly BroughtLine[];
}

// Looked up now, by both codes: what was new when the list came may be here since.
const LINES = `select line, kind, entry.external_code as "externalCode", entry.differences <> '[]' as differs,
    coalesce(known.annulled and official.id is null, false) as annulled,
    coalesce(record.dossier_id, official.id) as "dossierId",
    to_timestamp((jsonb_path_query_first(body.body,
      '$.told.tellings[*] ? (@.type == "received").at') #>> '{}')::float8 / 1000) as "receivedAt",
    coalesce(to_timestamp((jsonb_path_query_first(body.body, '$.told.tellings[*] ? (@.type == "resultIssued"
        || @.type == "refused" || @.type == "stopped" || @.type == "withdrawn").at') #>> '{}')::float8 / 1000),
      nullif(known.finished_at, 'infinity')) as "finishedAt"
  from import_row as entry
  left join import_body as body using (unit_id, import_id, number)
  left join source_record as record on record.unit_id = entry.unit_id and record.source = $3
    and record.external_code = entry.external_code
  left join dossier as official on official.unit_id = entry.unit_id
    and official.official_code = entry.official_code and not official.annulled
  left join dossier as known on known.unit_id = entry.unit_id
    and known.id = coalesce(record.dossier_id, official.id)
  where entry.unit_id = $1 and entry.import_id = $2 and coalesce(entry.source, $3) = $3
    and entry.external_code is not null
  order by entry.number`;

const STILL_READING = new Set(['queued', 'checking', 'failed', 'cancelled']);

/** What lists say that were brought in, whether or not anything was made of them. */
@Injectable()
export class BroughtLists {
  readonly #store: ImportStore;
  readonly #tenancy: Tenancy;

  constructor(@Inject(ImportStore) store: ImportStore, @Inject(Tenancy) tenancy: Tenancy) {
    this.#store = store;
    this.#tenancy = tenancy;
  }

  async find({ unitId, id }: ImportRef, source: string): Promise<BroughtList | undefined> {
    const kept = await this.#store.find([unitId], id);
    if (kept === undefined) return undefined;
    const lines = await this.#tenancy.ask<BroughtLine>({ units: [unitId] }, LINES, [
      unitId,
      id,
      source,
    ]);
    const { exportedAt, state } = kept;
    return { exportedAt, isChecked: !STILL_READING.has(state), lines };
  }
}
