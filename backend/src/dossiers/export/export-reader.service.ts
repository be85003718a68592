import { Inject, Injectable } from '@nestjs/common';
import { maskedFields } from '#contract/dossiers';
import { unitRulesOf } from '#contract/units';
import type { DossierState, Office } from '#domain/dossier';
import type { Besides } from '#domain/import';
import { inTurns } from '../../platform/queue/in-turns.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { ApplicantBook } from '../person/applicant-book.service.ts';
import type { ApplicantRow } from '../person/applicant-row.ts';
import { HistoryReader } from '../store/history-reader.service.ts';

/** A dossier with all that is told of it outside. */
export interface ReadDossier {
  readonly state: DossierState;
  readonly besides: Besides;
  /** By whose rules whoever reads it is thought to count. */
  readonly office: Office;
}

interface Reading {
  readonly unitId: number;
  readonly ids: readonly string[];
  readonly withPersons: boolean;
}

/** Dossiers as their events tell them, in the order asked for. */
@Injectable()
export class ExportReader {
  readonly #offices: OfficeBook;
  readonly #histories: HistoryReader;
  readonly #applicants: ApplicantBook;

  constructor(
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(ApplicantBook) applicants: ApplicantBook,
  ) {
    this.#offices = offices;
    this.#histories = histories;
    this.#applicants = applicants;
  }

  async *read({ unitId, ids, withPersons }: Reading): AsyncGenerator<ReadDossier> {
    const [unit, calendar, histories, persons] = await Promise.all([
      this.#offices.unit(unitId),
      this.#offices.calendar(unitId),
      this.#histories.read(unitId, ids),
      this.#applicants.read(unitId, withPersons ? ids : []),
    ]);
    const here: Omit<Office, 'procedure'> = {
      ...{ now: this.#offices.now(), actor: { kind: 'system', id: 'export' }, calendar },
      unit: unitRulesOf(unit.settings),
    };
    for await (const id of inTurns(ids)) {
      const state = histories.get(id);
      if (state === undefined) continue;
      const { rules, definition } = await this.#offices.procedureOf(unitId, state.intake);
      const besides = { procedureName: definition.name, ...personOf(persons.get(id)) };
      yield { state, besides, office: { ...here, procedure: rules } };
    }
  }
}

/** What is not known of them is not there, rather than empty. */
function personOf(row: ApplicantRow | undefined): Pick<Besides, 'applicant'> {
  if (row === undefined) return {};
  const known = maskedFields.flatMap((field) =>
    row[field] === null ? [] : [[field, row[field]] as const],
  );
  return { applicant: { kind: row.kind, name: row.name, ...Object.fromEntries(known) } };
}
