import { Injectable } from '@nestjs/common';
import type { Entry, Exit } from '#domain/report';
import type { Instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { placesOf, type Frame } from './frame.ts';
import { placedSql } from './passage-sql.ts';
import { Values } from './values.ts';

/** A dossier that the period counts and a source knows, with what both say of it. */
export interface PlacedOfSource {
  readonly id: string;
  readonly code: string;
  readonly externalCode: string;
  readonly row: string;
  readonly entry: Entry;
  readonly exit: Exit;
  readonly receivedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly declaredDueAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly asOf: Instant | null;
  readonly saysOtherwise: boolean;
  readonly systems: number;
  readonly hasUnknownProcedure: boolean;
  readonly isNotViaCentre: boolean;
}

const OF_SOURCE = (source: string, end: string): string => `
  select distinct on (placed.id) placed.id, dossier.code, record.external_code as "externalCode",
    placed.row, entry, exit, came_at as "receivedAt",
    case when placed.finished_at < ${end} then placed.finished_at end as "finishedAt",
    dossier.declared_due_at as "declaredDueAt", dossier.ours_at as "dueAt",
    record.as_of as "asOf",
    coalesce(jsonb_array_length(nullif(record.differences, 'null')), 0) > 0 as "saysOtherwise",
    (select count(distinct other.source)::int from source_record as other
      where other.unit_id = placed.unit_id and other.dossier_id = placed.id) as systems,
    exists (select from procedure where procedure.code = placed.procedure_code
      and not procedure.reconciled) as "hasUnknownProcedure",
    dossier.not_via_centre as "isNotViaCentre"
  from placed
  join source_record as record on record.unit_id = placed.unit_id
    and record.dossier_id = placed.id and record.source = ${source}
  join dossier on dossier.unit_id = placed.unit_id and dossier.id = placed.id
  order by placed.id, record.external_code`;

/** The dossiers of one source that a period counts: those of the forms, by the same statement. */
@Injectable()
export class SourcePopulation {
  read(transaction: Transaction, frame: Frame, source: string): Promise<readonly PlacedOfSource[]> {
    const values = new Values();
    const places = placesOf(frame, values);
    return transaction.query<PlacedOfSource>(
      `with ${placedSql('field', [], places)} ${OF_SOURCE(values.add(source), places.end)}`,
      values.list,
    );
  }
}
