import { Inject, Injectable } from '@nestjs/common';
import {
  steeringCells,
  type Steering,
  type SteeringCell,
  type SteeringQuery,
  type SteeringRow,
} from '#contract/steering';
import { formatInstant, type Instant } from '#domain/working-time';
import { OfficeBook } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { boardReachOf, type BoardReach } from './reach.ts';
import { CellCounts, type CountedRow } from './cell-counts.service.ts';
import { momentOf } from './cells.ts';
import { RowBook } from './row-book.service.ts';
import { TrendService } from './trend.service.ts';

type Cells = SteeringRow['cells'];

const cellsOf = (count: (cell: SteeringCell) => number): Cells =>
  Object.fromEntries(steeringCells.map((cell) => [cell, count(cell)])) as unknown as Cells;

const NOTHING = cellsOf(() => 0);

/** *Điều hành*: what is open, by how late it is and with whom it lies. */
@Injectable()
export class BoardService {
  readonly #counts: CellCounts;
  readonly #offices: OfficeBook;
  readonly #rows: RowBook;
  readonly #trend: TrendService;

  constructor(
    @Inject(CellCounts) counts: CellCounts,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(RowBook) rows: RowBook,
    @Inject(TrendService) trend: TrendService,
  ) {
    this.#counts = counts;
    this.#offices = offices;
    this.#rows = rows;
    this.#trend = trend;
  }

  async tell(actor: RequestActor, query: SteeringQuery): Promise<Steering> {
    const reach = boardReachOf(actor, query);
    const { unitId, by, mayAskBy, departments } = reach;
    const now = this.#offices.now();
    const moment = momentOf(await this.#offices.calendar(unitId), now);
    const [counted, away, today] = await Promise.all([
      this.#counts.of(reach, moment),
      this.#rows.away(reach, now),
      this.#trend.today(reach, now),
    ]);
    const rows = await this.#named(reach, counted, { now, away });
    const isWholeUnit = departments === undefined;
    return {
      ...{ unitId, at: formatInstant(now), by, mayAskBy, isWholeUnit, today, rows, away },
      total: cellsOf((cell) => rows.reduce((sum, { cells }) => sum + cells[cell], 0)),
    };
  }

  /** With those who hold nothing: an empty desk is news to whoever hands out work. */
  async #named(
    reach: BoardReach,
    counted: readonly CountedRow[],
    { now, away }: { readonly now: Instant; readonly away: Steering['away'] },
  ): Promise<readonly SteeringRow[]> {
    const cells = new Map(counted.map(({ row, ...of }) => [row, of]));
    const names = await this.#rows.names(reach, [...cells.keys()], now);
    const absent = new Set(away.map(({ userId }) => userId));
    const known = new Set(names.map(({ key }) => key));
    const unknown = [...cells.keys()].filter((key) => !known.has(key));
    return [...names, ...unknown.map((key) => ({ key, label: null }))].map(({ key, label }) => ({
      ...{ key, label, isAway: absent.has(key) },
      cells: cells.get(key) ?? NOTHING,
    }));
  }
}
