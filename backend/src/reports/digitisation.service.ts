import { Inject, Injectable } from '@nestjs/common';
import type { DigitisationAnswer, DigitisationQuery } from '#contract/reports';
import {
  DIGITISATION_COLUMNS,
  columnsOfFiles,
  digitisationChecks,
  digitisationShares,
  numbersOf,
  tabulateHeaps,
  type Cells,
  type DigitisationColumn,
  type Heap,
  type RowBy,
  type RowNames,
  type Sized,
} from '#domain/report';
import type { Language } from '#wording';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { Frame } from './engine/frame.ts';
import type { ProfileHeap } from './engine/heap.ts';
import { HeapReader } from './engine/heap-reader.service.ts';
import { FrameBook } from './frame-book.service.ts';
import { headOf, rowOf, shareOf, type Heard } from './report-answer.ts';
import { ReportDesk } from './report-desk.service.ts';
import { RowNameBook } from './row-names.service.ts';

/** The columns of Phụ lục 01 in which the dossiers of a heap stand. */
const filesHeap = ({ row, length, profile }: ProfileHeap): Heap<DigitisationColumn> => ({
  row,
  length,
  columns: columnsOfFiles(profile),
});

const sharesOf = (
  cells: Cells<DigitisationColumn, Sized>,
): DigitisationAnswer['total']['shares'] => {
  const { components, result, both, reused } = digitisationShares(cells);
  return {
    components: shareOf(components),
    result: shareOf(result),
    both: shareOf(both),
    reused: shareOf(reused),
  };
};

interface DigitisationFound {
  readonly frame: Frame;
  readonly heard: Heard;
  readonly heaps: readonly ProfileHeap[];
  readonly names: RowNames;
}

/** The form as it is told, live or frozen. */
export function digitisationAnswer(
  { frame, heard, heaps, names }: DigitisationFound,
  by: RowBy,
): DigitisationAnswer {
  const table = tabulateHeaps(DIGITISATION_COLUMNS, heaps.map(filesHeap), names);
  const odd = table.total.pendingWithResult.length;
  return {
    form: 'digitisation',
    ...headOf(frame, heard),
    by,
    rows: table.rows.map((row) => ({ ...rowOf(row), shares: sharesOf(row.cells) })),
    total: { ...numbersOf(table.total), shares: sharesOf(table.total) },
    checks: digitisationChecks(table),
    flags: odd === 0 ? [] : [{ code: 'open-with-result-file', count: odd }],
  };
}

/** Phụ lục 01, over the very dossiers that II.06b counts. */
@Injectable()
export class DigitisationService {
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

  async tell(
    actor: RequestActor,
    query: DigitisationQuery,
    language: Language,
  ): Promise<DigitisationAnswer> {
    const frame = await this.#frames.of(actor, query);
    const { by } = query;
    const { heard, found } = await this.#desk.read(frame, (transaction) =>
      this.#heaps.heaps(transaction, frame, { by, grain: 'profile' }),
    );
    const keys = found.map(({ row }) => row);
    const names = await this.#names.of(frame, by, { keys, language });
    return digitisationAnswer({ frame, heard, heaps: found, names }, by);
  }
}
