import { Inject, Injectable } from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { CellQuery, ReportForm } from '#contract/reports';
import { DossierItems, type NamedDossier } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { Transaction } from '../platform/database/tenancy.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { cellOf } from './cell.ts';
import { DefinitionBook } from './definition-book.service.ts';
import type { Frame } from './engine/frame.ts';
import { HeapReader, type Portion } from './engine/heap-reader.service.ts';
import { FrameBook } from './frame-book.service.ts';
import { ReportDesk } from './report-desk.service.ts';

/** The dossiers behind a number: the same heaps that made it, opened. */
@Injectable()
export class CellService {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #heaps: HeapReader;
  readonly #definitions: DefinitionBook;
  readonly #items: DossierItems;

  // eslint-disable-next-line max-params -- a cell is what its form, its city and its dossiers say
  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(HeapReader) heaps: HeapReader,
    @Inject(DefinitionBook) definitions: DefinitionBook,
    @Inject(DossierItems) items: DossierItems,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#heaps = heaps;
    this.#definitions = definitions;
    this.#items = items;
  }

  async page(actor: RequestActor, form: ReportForm, query: CellQuery): Promise<Page<DossierItem>> {
    const frame = await this.#frames.of(actor, query);
    const definitions = form === 'indicators' ? await this.#definitions.of(frame.about.id) : [];
    const cell = cellOf(form, query, definitions);
    const [after] = readCursor(query.cursor, part.uuid) ?? [];
    const portion = { after, limit: query.limit + 1 };
    const { found } = await this.#desk.read(frame, (transaction) =>
      this.#members(transaction, frame, { cell, portion }),
    );
    const { items, nextCursor } = pageOfRows(found, query.limit, {
      item: (named) => named,
      key: ({ id }) => [id],
    });
    return { items: await this.#items.of(actor, items), nextCursor };
  }

  async #members(
    transaction: Transaction,
    frame: Frame,
    asked: { readonly cell: ReturnType<typeof cellOf>; readonly portion: Portion },
  ): Promise<readonly NamedDossier[]> {
    const { by, grain, holds } = asked.cell;
    const all = await this.#heaps.heaps(transaction, frame, { by, grain });
    const heaps = all.filter(holds);
    return this.#heaps.members(transaction, frame, { by, grain, heaps }, asked.portion);
  }
}
