import { Inject, Injectable } from '@nestjs/common';
import { OfficeBook } from '../../dossiers/index.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';

const LIVED_BY = `select distinct procedure_code as code, procedure_version as version
  from dossier where unit_id = $1`;

interface LivedBy {
  readonly code: string;
  readonly version: number;
}

/** Has the procedures a unit's dossiers live by at hand before a snapshot is opened, where nobody may be asked. */
@Injectable()
export class ProcedureLearner {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #learned = new Set<number>();

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(OfficeBook) offices: OfficeBook) {
    this.#tenancy = tenancy;
    this.#offices = offices;
  }

  /** Once in the life of a process; a version that comes later is asked for when it is met. */
  async learn(unitId: number): Promise<void> {
    if (this.#learned.has(unitId)) return;
    const scope = { units: [unitId] };
    const versions = await this.#tenancy.ask<LivedBy>(scope, LIVED_BY, [unitId]);
    for (const procedure of versions) await this.#offices.rulesOf(unitId, { procedure });
    this.#learned.add(unitId);
  }
}
