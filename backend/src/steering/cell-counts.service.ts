import { Inject, Injectable } from '@nestjs/common';
import { steeringCells, type SteeringCell, type SteeringRow } from '#contract/steering';
import { Parameters } from '../dossiers/index.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { cellClause, lyingSql, type Moment } from './cells.ts';
import type { BoardReach } from './reach.ts';

/** The numbers of one row: a department, or an officer. */
export type CountedRow = SteeringRow['cells'] & { readonly row: string };

/** One of the dossiers behind a number, by what names it to everybody. */
export interface Named {
  readonly code: string;
  readonly dueAt: number;
}

/** Every number of the board, row by row; whoever tells of them elsewhere tells the same ones. */
@Injectable()
export class CellCounts {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  of(
    reach: Pick<BoardReach, 'by' | 'departments' | 'unitId'>,
    moment: Moment,
  ): Promise<readonly CountedRow[]> {
    const p = new Parameters();
    const lying = lyingSql(reach, p, moment.now);
    const counts = steeringCells.map(
      (cell) => `count(*) filter (where ${cellClause(cell, p, moment)})::int as "${cell}"`,
    );
    return this.#tenancy.ask<CountedRow>(
      { units: [reach.unitId] },
      `with ${lying} select row, ${counts.join(', ')} from lying group by row`,
      p.values,
    );
  }

  /** Those of several numbers that are due first. */
  first(
    reach: Pick<BoardReach, 'by' | 'departments' | 'unitId'>,
    moment: Moment,
    { cells, limit }: { readonly cells: readonly SteeringCell[]; readonly limit: number },
  ): Promise<readonly Named[]> {
    const p = new Parameters();
    const lying = lyingSql(reach, p, moment.now);
    const clauses = cells.map((cell) => `(${cellClause(cell, p, moment)})`);
    return this.#tenancy.ask<Named>(
      { units: [reach.unitId] },
      `with ${lying}, first as (select unit_id, id, due_at from lying
         where ${clauses.join(' or ')} order by due_at, id limit ${p.add(limit)})
       select coalesce(official_code, code) as code, first.due_at as "dueAt"
       from first join dossier on dossier.unit_id = first.unit_id and dossier.id = first.id
       order by first.due_at, first.id`,
      p.values,
    );
  }
}
