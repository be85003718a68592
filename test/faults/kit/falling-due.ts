import { expect } from '@jest/globals';
import type { CreatedDossier } from '#contract/dossiers';
import { aReceipt } from '../../support/dossiers-app.ts';
import { until } from '../../support/until.ts';
import type { Clerk } from './clerk.ts';
import type { BreakableOffice } from './office.ts';

/** From the receipt to the due moment, and from there until the last alert has to be recorded. */
export const SHORTLY_MS = 12_000;
const RECORDED_MS = 60_000;

interface Told {
  readonly dossiers: number;
  readonly rows: number;
  readonly early: number;
}

/** Dossiers of an office that fall due together, in a moment. */
export class FallingDue {
  readonly #office: BreakableOffice;
  readonly #count: number;

  constructor(office: BreakableOffice, count: number) {
    this.#office = office;
    this.#count = count;
  }

  /** Received, and promised for a moment a few seconds ahead. */
  async promiseShortly(clerk: Clerk): Promise<string> {
    const dueAt = new Date((await this.#officeNow()) + SHORTLY_MS).toISOString();
    for (let done = 0; done < this.#count; done += 1) {
      const answer = await clerk.ask<CreatedDossier>({
        path: '/api/v1/dossiers',
        body: aReceipt({ declaredDueAt: dueAt }),
        key: `${dueAt}-${done}`,
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    }
    return dueAt;
  }

  /** Every one of them is told of, once, at its moment, and not a minute later than promised. */
  async expectAllTold(dueAt: string): Promise<void> {
    const told = await until(
      () => this.#toldOf(dueAt),
      ({ dossiers }) => dossiers === this.#count,
      SHORTLY_MS + RECORDED_MS,
    );
    expect(told).toEqual({ dossiers: this.#count, rows: this.#count, early: 0 });
    expect(await this.#office.findings()).toBe('');
  }

  async #toldOf(dueAt: string): Promise<Told> {
    const [told] = await this.#office.ask<Told>(
      `select count(distinct dossier_id)::int as dossiers, count(*)::int as rows,
         count(*) filter (where raised_at <> due_at or recorded_at < due_at)::int as early
       from alert where kind = 'dossier.overdue' and due_at = $1 and user_id is not null`,
      [dueAt],
    );
    return told ?? { dossiers: 0, rows: 0, early: 0 };
  }

  /** The clock on the office's wall, in milliseconds. */
  async #officeNow(): Promise<number> {
    const [row] = await this.#office.ask<{ now: number }>(
      `select (extract(epoch from office_at + (clock_timestamp() - machine_at)) * 1000)::float8 as now
       from office_clock`,
    );
    return row?.now ?? Date.now();
  }
}
