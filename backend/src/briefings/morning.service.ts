import { Inject, Injectable } from '@nestjs/common';
import { NOBODYS_ROW } from '#contract/steering';
import type { Instant } from '#domain/working-time';
import { Escalations } from '../alerts/index.ts';
import { OfficeBook } from '../dossiers/index.ts';
import { CellCounts, RowBook, momentOf, type CountedRow } from '../steering/index.ts';
import type { Leader } from './briefing-store.ts';
import type { FigureName, Figures } from './briefing-text.ts';

const NAMES = ['lateOne', 'today', 'inOne', 'overdue', 'stepLate'] as const;
const FIRST = 10;

const totalOf = (rows: readonly CountedRow[]): Figures['total'] =>
  Object.fromEntries(
    NAMES.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as Record<FigureName, number>;

/** What *Điều hành* would show a leader at this moment: the same numbers, by the same clauses. */
@Injectable()
export class Morning {
  readonly #counts: CellCounts;
  readonly #rows: RowBook;
  readonly #escalations: Escalations;
  readonly #offices: OfficeBook;

  constructor(
    @Inject(CellCounts) counts: CellCounts,
    @Inject(RowBook) rows: RowBook,
    @Inject(Escalations) escalations: Escalations,
    @Inject(OfficeBook) offices: OfficeBook,
  ) {
    this.#counts = counts;
    this.#rows = rows;
    this.#escalations = escalations;
    this.#offices = offices;
  }

  async of(unitId: number, leader: Leader, now: Instant): Promise<Figures> {
    const { isOverAll, departments } = leader;
    const reach = {
      ...{ unitId, by: 'department' as const, mayAskBy: [] },
      departments: isOverAll ? undefined : departments,
    };
    const moment = momentOf(await this.#offices.calendar(unitId), now);
    const [rows, first, escalated, { name }] = await Promise.all([
      this.#counts.of(reach, moment),
      this.#counts.first(reach, moment, { cells: ['lateOne', 'today'], limit: FIRST }),
      this.#escalations.waiting(unitId, leader),
      this.#offices.unit(unitId),
    ]);
    const keys = rows.map(({ row }) => row).filter((row) => row !== NOBODYS_ROW);
    const names = new Map(
      (await this.#rows.names(reach, keys, now)).map(({ key, label }) => [key, label]),
    );
    return {
      ...{ now, isWholeUnit: isOverAll, escalated, first, total: totalOf(rows) },
      place: isOverAll ? name : departments.map((code) => names.get(code) ?? code).join(', '),
      departments: rows.map(({ row, overdue, today }) => ({
        ...{ name: names.get(row) ?? null, overdue, today },
      })),
    };
  }
}
