import { Inject, Injectable } from '@nestjs/common';
import {
  DIGITISATION_COLUMNS,
  II06B_COLUMNS,
  columnsOfFiles,
  columnsOfPassage,
  numbersOf,
  tabulateHeaps,
  type DigitisationColumn,
  type Heap,
  type Ii06bColumn,
} from '#domain/report';
import type { Day } from '#domain/working-time';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { ProfileHeap } from '../engine/heap.ts';
import { HeapReader } from '../engine/heap-reader.service.ts';
import { FrameBook } from '../frame-book.service.ts';
import { ReportDesk } from '../report-desk.service.ts';
import type { City } from './city-book.service.ts';
import type { Live } from './told-table.ts';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Every unit's dossiers as they are told now: one statement, whatever the number of units. */
@Injectable()
export class LiveFigures {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #heaps: HeapReader;

  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(HeapReader) heaps: HeapReader,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#heaps = heaps;
  }

  async heaps(
    actor: RequestActor,
    { about }: City,
    { from, to }: Days,
  ): Promise<readonly ProfileHeap[]> {
    const asked = { unitId: about.id, from, to, authority: 'commune' as const };
    const frame = await this.#frames.of(actor, asked);
    const { found } = await this.#desk.read(frame, (transaction) =>
      this.#heaps.heaps(transaction, frame, { by: 'unit', grain: 'profile' }),
    );
    return found;
  }

  async of(
    actor: RequestActor,
    city: City,
    days: Days,
  ): Promise<{
    readonly ii06b: Live<Ii06bColumn>;
    readonly digitisation: Live<DigitisationColumn>;
  }> {
    const heaps = await this.heaps(actor, city, days);
    return {
      ii06b: liveOf(
        II06B_COLUMNS,
        heaps.map(({ row, length, profile }) => ({
          ...{ row, length, columns: columnsOfPassage(profile.passage, 16) },
        })),
      ),
      digitisation: liveOf(
        DIGITISATION_COLUMNS,
        heaps.map(({ row, length, profile }) => ({
          ...{ row, length, columns: columnsOfFiles(profile) },
        })),
      ),
    };
  }
}

function liveOf<Column extends string>(
  columns: readonly Column[],
  heaps: readonly Heap<Column>[],
): Live<Column> {
  const { rows } = tabulateHeaps(columns, heaps);
  return new Map(rows.map(({ key, cells }) => [key, numbersOf(cells)]));
}
