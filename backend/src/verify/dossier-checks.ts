import { reportedDossierOf } from '#domain/report';
import type { Instant } from '#domain/working-time';
import type { History, Projection } from '../dossiers/index.ts';
import type { Tenancy } from '../platform/database/tenancy.ts';
import { FIRST_ID } from '../platform/list/page.ts';
import { wrongDues } from './due-check.ts';
import { wrongFees } from './fee-check.ts';
import type { Finding } from './finding.ts';
import type { LawBook } from './law-book.ts';
import { MOST } from './question.ts';
import { differingMonths } from './report-check.ts';
import { ReportTally, monthsFrom } from './report-tally.ts';
import type { CheckedUnit } from './unit.ts';

const PORTION = 200;

const NEXT = 'select id from dossier where unit_id = $1 and id > $2 order by id limit $3';
const LIFETIME = `select min(occurred_at) as first, max(recorded_at) as last
  from dossier_event where unit_id = $1`;

export interface DossierChecksParts {
  readonly tenancy: Tenancy;
  readonly projection: Projection;
  readonly law: LawBook;
  readonly unit: CheckedUnit;
  /** Called after each portion with how many dossiers were told anew. */
  readonly onProgress: (done: number) => void;
}

/** Tells every dossier of a unit anew from its events, portion by portion; none is kept in memory. */
export class DossierChecks {
  readonly #parts: DossierChecksParts;
  readonly #findings: Finding[] = [];

  constructor(parts: DossierChecksParts) {
    this.#parts = parts;
  }

  async run(): Promise<readonly Finding[]> {
    const { tenancy, unit, law, onProgress } = this.#parts;
    const lifetime = await this.#lifetime();
    if (lifetime === undefined) return [];
    const tally = new ReportTally(law.lateness, lifetime.last);
    let done = 0;
    for (let ids = await this.#after(FIRST_ID); ids.length > 0;) {
      await this.#examine(ids, tally);
      onProgress((done += ids.length));
      ids = await this.#after(ids.at(-1) ?? FIRST_ID);
    }
    const months = monthsFrom(lifetime.first, lifetime.last);
    const differing = await differingMonths(tenancy, unit.id, tally, months);
    for (const where of differing) this.#find('reports-add-up', where);
    return this.#findings;
  }

  async #examine(ids: readonly string[], tally: ReportTally): Promise<void> {
    const { projection, unit } = this.#parts;
    const { histories, differences, unlawful } = await projection.examine(unit.id, ids);
    for (const { dossierId, members } of differences) {
      this.#find('row-is-fold', `${dossierId} ${members.join(' ')}`);
    }
    for (const { dossierId, version } of unlawful) {
      this.#find('transitions-lawful', `${dossierId} ${version}`);
    }
    for (const where of await wrongFees(this.#parts, histories)) this.#find('fees-told', where);
    const broken = new Set(unlawful.map(({ dossierId }) => dossierId));
    // What may not have happened cannot be counted either; one finding says enough.
    for (const told of histories.filter(({ id }) => !broken.has(id)))
      await this.#count(told, tally);
  }

  async #count({ id, history }: History, tally: ReportTally): Promise<void> {
    for (const version of await wrongDues(history, this.#parts.law)) {
      this.#find('dues-recomputed', `${id} ${version}`);
    }
    const reported = reportedDossierOf(history, { id, unit: this.#parts.unit.code });
    for (const month of tally.add(reported)) this.#find('reports-add-up', `${id} ${month}`);
  }

  #find(check: Finding['check'], where: string): void {
    const told = this.#findings.filter((finding) => finding.check === check).length;
    if (told < MOST) this.#findings.push({ check, unit: this.#parts.unit.code, where });
  }

  async #after(id: string): Promise<readonly string[]> {
    const { tenancy, unit } = this.#parts;
    const values = [unit.id, id, PORTION];
    const rows = await tenancy.ask<{ readonly id: string }>({ units: [unit.id] }, NEXT, values);
    return rows.map((row) => row.id);
  }

  async #lifetime(): Promise<Lifetime | undefined> {
    const { tenancy, unit } = this.#parts;
    const [row] = await tenancy.ask<Lifetime | { readonly first: null }>(
      { units: [unit.id] },
      LIFETIME,
      [unit.id],
    );
    return row === undefined || row.first === null ? undefined : row;
  }
}

interface Lifetime {
  readonly first: Instant;
  readonly last: Instant;
}
