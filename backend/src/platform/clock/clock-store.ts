import { Inject, Injectable } from '@nestjs/common';
import { DatabaseService } from '../database/database.service.ts';
import { Tenancy } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';
import type { Anchor } from './anchor.ts';

const ANSWER_MS = 1_000;

interface AnchorRow {
  readonly machine_at: number;
  readonly office_at: number;
  readonly rate: number;
}

const COLUMNS = 'machine_at, office_at, rate';

// The first process with a setting anchors it; all later ones with the same setting go on from there.
const SET = `insert into office_clock (setting, ${COLUMNS}) values ($1, $2, $3, $4)
  on conflict (only_one) do update
    set setting = excluded.setting, machine_at = excluded.machine_at,
        office_at = excluded.office_at, rate = excluded.rate
    where office_clock.setting <> excluded.setting`;

const toAnchor = ({ machine_at, office_at, rate }: AnchorRow): Anchor => ({
  machineAt: machine_at,
  officeAt: office_at,
  rate,
});

/** The one row that says what time it is in the office, for every process and after every restart. */
@Injectable()
export class ClockStore {
  readonly #tenancy: Tenancy;
  readonly #database: Pick<DatabaseService, 'answersWithin'>;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DatabaseService) database: Pick<DatabaseService, 'answersWithin'>,
  ) {
    this.#tenancy = tenancy;
    this.#database = database;
  }

  answers(): Promise<boolean> {
    return this.#database.answersWithin(ANSWER_MS);
  }

  async find(): Promise<Anchor | undefined> {
    const [row] = await this.#tenancy.ask<AnchorRow>(
      { units: [] },
      `select ${COLUMNS} from office_clock`,
    );
    return row && toAnchor(row);
  }

  async set(setting: string, { machineAt, officeAt, rate }: Anchor): Promise<void> {
    const values = [setting, sqlInstant(machineAt), sqlInstant(officeAt), rate];
    await this.#tenancy.ask({ units: [] }, SET, values);
  }

  async clear(): Promise<void> {
    await this.#tenancy.ask({ units: [] }, 'delete from office_clock');
  }
}
