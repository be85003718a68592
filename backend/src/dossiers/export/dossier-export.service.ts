import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import {
  EXPORT_SHEET_ROWS,
  maskedFields,
  type DossiersExport,
  type ExportFormat,
} from '#contract/dossiers';
import { cellsOf, retoldLine, writtenLine, type NationalCells } from '#domain/import';
import { formatDay, dayOf } from '#domain/working-time';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { CSV_MARK, csvLine } from '../../platform/text/csv-text.ts';
import type { Asking } from '../asking.ts';
import { auditLineOf } from '../command/keeper.service.ts';
import { DeskBook } from '../desk-book.service.ts';
import { DossierList, type Tally } from '../list/dossier-list.service.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { ExportReader, type ReadDossier } from './export-reader.service.ts';
import { columnsOf, nationalSheet } from './national-sheet.ts';

const REASON = `insert into reveal_reason (unit_id, id, reason) values ($1, $2, $3)`;

export interface ExportedDossiers {
  readonly name: string;
  readonly format: ExportFormat;
  readonly body: Readable | Buffer;
}

interface Taking {
  readonly asking: Asking;
  readonly unit: { readonly id: number; readonly code: string };
  readonly filters: Omit<DossiersExport, 'format' | 'reason'>;
  readonly format: ExportFormat;
  /** Why persons are to be told, too; undefined: they are not. */
  readonly reason: string | undefined;
}

/** Dossiers of a unit as a file: written down before the first byte leaves, and sent as it is read. */
@Injectable()
export class DossierExport {
  readonly #list: DossierList;
  readonly #reader: ExportReader;
  readonly #offices: OfficeBook;
  readonly #desk: DeskBook;
  readonly #tenancy: Tenancy;

  // eslint-disable-next-line max-params -- what is asked for, read, written down and sent lies apart
  constructor(
    @Inject(DossierList) list: DossierList,
    @Inject(ExportReader) reader: ExportReader,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#list = list;
    this.#reader = reader;
    this.#offices = offices;
    this.#desk = desk;
    this.#tenancy = tenancy;
  }

  async take(
    asking: Asking,
    { format, reason, ...query }: DossiersExport,
  ): Promise<ExportedDossiers> {
    const unit = asking.actor.choose('dossiers.export', query.unitId);
    if (reason !== undefined) asking.actor.require('personalData.reveal', unit.id);
    const filters = { ...query, unitId: unit.id };
    const taking: Taking = { asking, unit, filters, format, reason };
    const tally = await this.#list.tally(asking.actor, filters);
    if (format === 'xlsx' && tally.dossiers > EXPORT_SHEET_ROWS) {
      throw new ProblemError('export-too-large', { ...tally, limit: EXPORT_SHEET_ROWS });
    }
    await this.#writeDown(taking, tally);
    return { name: this.#nameOf(taking), format, body: await this.#bodyOf(taking) };
  }

  #nameOf({ unit, format }: Taking): string {
    const day = formatDay(dayOf(this.#offices.now())).replaceAll('-', '');
    return `HS-${unit.code}-${day}.${format}`;
  }

  /** Which filters were set, not what they were set to: what is looked for may be a name. */
  #writeDown({ asking, unit, filters, format, reason }: Taking, tally: Tally): Promise<void> {
    const reasonId = reason === undefined ? undefined : randomUUID();
    const set = Object.keys(filters).filter((name) => name !== 'unitId');
    const line = auditLineOf({
      author: asking,
      act: reasonId === undefined ? 'dossiers.takenOut' : 'dossiers.revealed',
      officeAt: this.#offices.now(),
      facts: {
        ...{ format, ...tally, filters: set },
        ...(reasonId !== undefined && { reasonId, fields: ['name', ...maskedFields] }),
      },
    });
    return this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      if (reasonId !== undefined) await transaction.execute(REASON, [unit.id, reasonId, reason]);
      await this.#desk.note(transaction, unit.id, line);
    });
  }

  async #bodyOf(taking: Taking): Promise<Readable | Buffer> {
    if (taking.format !== 'xlsx') return Readable.from(this.#pieces(taking));
    const rows: NationalCells[] = [];
    for await (const { state, besides } of this.#dossiers(taking)) {
      rows.push(cellsOf(state, besides));
    }
    return nationalSheet(rows, columnsOf(taking.reason !== undefined));
  }

  async *#pieces(taking: Taking): AsyncGenerator<string> {
    const columns = columnsOf(taking.reason !== undefined);
    if (taking.format === 'csv') yield CSV_MARK + csvLine(columns);
    for await (const { state, besides, office } of this.#dossiers(taking)) {
      if (taking.format === 'csv') {
        const cells = cellsOf(state, besides);
        yield csvLine(columns.map((name) => cells[name] ?? null));
      } else yield `${writtenLine(retoldLine(state, office, besides))}\n`;
    }
  }

  /** A few hundred at a time: how many there are changes nothing in what is held of them. */
  async *#dossiers({ asking, unit, filters, reason }: Taking): AsyncGenerator<ReadDossier> {
    for await (const ids of this.#list.batches(asking.actor, filters)) {
      yield* this.#reader.read({ unitId: unit.id, ids, withPersons: reason !== undefined });
    }
  }
}
