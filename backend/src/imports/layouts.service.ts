import { Inject, Injectable } from '@nestjs/common';
import type { AskedLayout, ImportLayoutAnswer, NewImport } from '#contract/imports';
import { isMadeFor, layoutOf, namingOf, type ListMapping, type SheetRow } from '#domain/import';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import type { ImportKept } from './import-row.ts';
import { listIn } from './list-source.ts';
import { MappingBook, mappingAnswer, type MappingKept } from './mapping-book.ts';
import { FileReader } from './reading/file-reader.service.ts';
import { keptSheets, type KeptSheet } from './reading/kept-sheets.ts';

/** So many rows say how a list is made. */
const LOOKED_AT = 5_000;

const CHANNELS = ['KenhNop', 'KenhThucHien'] as const;

/** What the columns of a list mean: by a saved mapping, or by what they are called. */
@Injectable()
export class Layouts {
  readonly #reader: FileReader;
  readonly #book: MappingBook;

  constructor(@Inject(FileReader) reader: FileReader, @Inject(MappingBook) book: MappingBook) {
    this.#reader = reader;
    this.#book = book;
  }

  rows(given: Uint8Array | string): Promise<Buffer> {
    return typeof given === 'string' ? this.#reader.readText(given) : this.#reader.read(given);
  }

  /** How the list is to be read; whoever brings it may name a mapping, or has one that was made for it. */
  async asked(unitId: number, asked: NewImport, rows: Buffer): Promise<ImportKept['asked']> {
    const { channel, profile } = asked;
    const kept =
      profile === 'dossiers-national' ? await this.#mapping(unitId, asked, rows) : undefined;
    const source = asked.source ?? kept?.source;
    return {
      ...(asked.name !== undefined && { name: asked.name }),
      ...(channel !== undefined && { channel }),
      ...(source !== undefined && { source }),
      ...(kept !== undefined && {
        mapping: kept.meaning,
        mappedBy: { id: kept.id, name: kept.name, version: kept.version },
      }),
    };
  }

  /** What a file seems to hold; nothing of it is kept. */
  async look(actor: RequestActor, { unitId, file, text }: AskedLayout) {
    const unit = actor.choose('imports.write', unitId);
    const given = file ?? text;
    if (given === undefined) throw new ProblemError('file-required');
    const sheets = keptSheets(await this.rows(given));
    return layoutAnswer(sheets, await this.#madeFor(unit.id, sheets));
  }

  async #mapping(
    unitId: number,
    { mapping: id }: NewImport,
    rows: Buffer,
  ): Promise<MappingKept | undefined> {
    if (id === undefined) return this.#madeFor(unitId, keptSheets(rows));
    const kept = await this.#book.find(unitId, id);
    if (kept === undefined) throw new ProblemError('mapping-unknown');
    return kept;
  }

  #madeFor(unitId: number, sheets: readonly KeptSheet[]): Promise<MappingKept | undefined> {
    return this.#book.madeFor(unitId, (mapping) => isItsList(mapping, sheets));
  }
}

const isItsList = (mapping: ListMapping, sheets: readonly KeptSheet[]): boolean => {
  const found = listIn(sheets, namingOf(mapping));
  return 'header' in found && isMadeFor(mapping, found.header.titles);
};

function layoutAnswer(
  sheets: readonly KeptSheet[],
  kept: MappingKept | undefined,
): ImportLayoutAnswer {
  const naming = kept && namingOf(kept.meaning);
  const found = listIn(sheets, naming);
  const sheet = 'sheet' in found ? found.sheet : widestOf(sheets);
  const layout = sheet && layoutOf(firstRows(sheet), naming);
  if (layout === undefined) throw new ProblemError('not-a-dossier-list');
  const needsChannel = !layout.columns.some(({ column }) =>
    CHANNELS.some((each) => each === column),
  );
  return {
    sheets: sheets.map(({ name }) => name),
    ready: 'header' in found,
    ...{ needsChannel, lacksFinish: layout.lacksFinish, lacksHours: layout.lacksHours },
    columns: layout.columns,
    values: layout.values,
    mapping: kept === undefined ? null : mappingAnswer(kept),
  };
}

/** The table with most rows is the list; a note beside it is not. */
function widestOf(sheets: readonly KeptSheet[]): KeptSheet | undefined {
  const sizes = sheets.map((sheet) => [sheet, firstRows(sheet).length] as const);
  return sizes.toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function firstRows(sheet: KeptSheet): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  for (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length === LOOKED_AT) break;
  }
  return rows;
}
