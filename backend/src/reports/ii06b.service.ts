import { Inject, Injectable } from '@nestjs/common';
import type { Ii06bAnswer, Ii06bQuery } from '#contract/reports';
import {
  II06B_COLUMNS,
  columnsOfPassage,
  ii06bChecks,
  numbersOf,
  tabulateHeaps,
  type Heap,
  type Ii06bColumn,
  type Layout,
  type RowNames,
} from '#domain/report';
import type { Language } from '#wording';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { Frame } from './engine/frame.ts';
import type { Uncounted } from './engine/uncounted.ts';
import type { ProfileHeap } from './engine/heap.ts';
import { HeapReader } from './engine/heap-reader.service.ts';
import { FrameBook } from './frame-book.service.ts';
import { headOf, rowOf, type Heard } from './report-answer.ts';
import { ReportDesk } from './report-desk.service.ts';
import { RowNameBook } from './row-names.service.ts';

/** The columns of II.06b in which the dossiers of a heap stand. */
const ii06bHeap = ({ row, length, profile }: ProfileHeap, layout: Layout): Heap<Ii06bColumn> => ({
  row,
  length,
  columns: columnsOfPassage(profile.passage, layout),
});

/** What was found of a form, to be told. */
export interface Ii06bFound {
  readonly frame: Frame;
  readonly heard: Heard;
  readonly heaps: readonly ProfileHeap[];
  readonly uncounted: Uncounted;
  readonly names: RowNames;
}

/** The form as it is told, live or frozen: its numbers, its sums and whom no column counts. */
export function ii06bAnswer(
  { frame, heard, heaps, uncounted, names }: Ii06bFound,
  { by, layout }: Pick<Ii06bQuery, 'by' | 'layout'>,
): Ii06bAnswer {
  const placed = heaps.map((heap) => ii06bHeap(heap, layout));
  const table = tabulateHeaps(II06B_COLUMNS, placed, names);
  const { withdrawnBeforeAcceptance, awaitingIntakeSupplement } = uncounted;
  return {
    form: 'ii06b',
    ...headOf(frame, heard),
    ...{ by, layout },
    rows: table.rows.map(rowOf),
    total: numbersOf(table.total),
    checks: ii06bChecks(table),
    notCounted: withdrawnBeforeAcceptance + awaitingIntakeSupplement,
    notCountedAs: { withdrawnBeforeAcceptance, awaitingIntakeSupplement },
    withoutDueMoment: heaps.reduce((sum, { withoutDue }) => sum + withoutDue, 0),
  };
}

/** Biểu số II.06b, live: counted in the database, summed and checked by the law of the form. */
@Injectable()
export class Ii06bService {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #heaps: HeapReader;
  readonly #names: RowNameBook;

  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(HeapReader) heaps: HeapReader,
    @Inject(RowNameBook) names: RowNameBook,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#heaps = heaps;
    this.#names = names;
  }

  async tell(actor: RequestActor, query: Ii06bQuery, language: Language): Promise<Ii06bAnswer> {
    const frame = await this.#frames.of(actor, query);
    const { by, layout } = query;
    const { heard, found } = await this.#desk.read(frame, async (transaction) => {
      const [heaps, uncounted] = await Promise.all([
        this.#heaps.heaps(transaction, frame, { by, grain: 'passage' }),
        this.#heaps.uncounted(transaction, frame),
      ]);
      return { heaps, uncounted };
    });
    const keys = found.heaps.map(({ row }) => row);
    const names = await this.#names.of(frame, by, { keys, language });
    return ii06bAnswer({ frame, heard, ...found, names }, { by, layout });
  }
}
