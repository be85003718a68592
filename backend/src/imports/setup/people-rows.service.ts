import { Inject, Injectable } from '@nestjs/common';
import { readPerson, type SetupDepartment, type ToldPerson } from '#domain/import';
import { PeopleLists, type ListedUser } from '../../identity/index.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { shown } from '../row-faults.ts';
import { outcomes, type ReadRow, type SetupOutcome, withoutTwins } from './setup-list-row.ts';
import { shapedPerson, type SetupRow } from './setup-rows.ts';

interface Listing {
  readonly unitId: number;
  readonly isCity: boolean;
  readonly ask: Ask;
}

const DEPARTMENTS =
  'select code, name from department where unit_id = $1 and closed_at is null order by code';

/** Rows of people: what they do to the accounts of a unit, and what is wrong with them. */
@Injectable()
export class PeopleRows {
  readonly #lists: PeopleLists;
  readonly #tenancy: Tenancy;

  constructor(@Inject(PeopleLists) lists: PeopleLists, @Inject(Tenancy) tenancy: Tenancy) {
    this.#lists = lists;
    this.#tenancy = tenancy;
  }

  async look(listing: Listing, rows: readonly SetupRow[]): Promise<readonly SetupOutcome[]> {
    const read = await this.#read(listing.unitId, rows);
    return outcomes(read, await this.#lists.look(listing, toldIn(read)), faultsOf);
  }

  async take(listing: Listing, rows: readonly SetupRow[]): Promise<readonly SetupOutcome[]> {
    const read = await this.#read(listing.unitId, rows);
    return outcomes(read, await this.#lists.take(listing, toldIn(read)), faultsOf);
  }

  async #read(unitId: number, rows: readonly SetupRow[]): Promise<readonly ReadRow<ToldPerson>[]> {
    const scope = { units: [unitId] };
    const departments = await this.#tenancy.ask<SetupDepartment>(scope, DEPARTMENTS, [unitId]);
    return withoutTwins(rows.map((row) => personIn(row, departments)));
  }
}

function personIn(
  { line, cells }: SetupRow,
  departments: readonly SetupDepartment[],
): ReadRow<ToldPerson> {
  const reading = shapedPerson(readPerson(cells, departments));
  const { TenDangNhap: username, HoTen: name } = cells;
  const head = {
    ...{ line, code: username === undefined ? null : shown(username.toLowerCase()) },
    name: name === undefined ? null : shown(name),
  };
  return reading.ok ? { head, told: reading.value, faults: [] } : { head, faults: reading.faults };
}

const toldIn = (read: readonly ReadRow<ToldPerson>[]): readonly ToldPerson[] =>
  read.flatMap(({ told }) => told ?? []);

const faultsOf = ({ code, facts }: Extract<ListedUser, { ok: false }>['refusal']) =>
  [{ column: String(facts['column'] ?? ''), code }] as const;
