import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NewSetupList, SetupListsQuery, TakenSetupList } from '#contract/imports';
import type { Page } from '#contract/list';
import type { SetupProfile } from '#domain/import';
import { formatInstant, instant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { END_OF_TIME, LAST_ID, pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { CatalogueService } from '../../procedures/index.ts';
import { FileReader } from '../reading/file-reader.service.ts';
import { keptSheets } from '../reading/kept-sheets.ts';
import { PeopleRows } from './people-rows.service.ts';
import { ProcedureRows } from './procedure-rows.service.ts';
import {
  countsOf,
  type SetupCounts,
  type SetupOutcome,
  type WrongSetupRow,
  wrongOf,
} from './setup-list-row.ts';
import { setupTable, type SetupTable } from './setup-rows.ts';

const INSERT = `insert into setup_list (unit_id, id, profile, name, actor, taken_at, rows, new,
    changed, unchanged, wrong)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const LIST = `select unit_id as "unitId", id, profile, name, taken_at as "takenAt", rows, new, changed,
    unchanged, wrong, coalesce((select display_name from office_user
      where office_user.id::text = actor ->> 'id'), actor ->> 'id') as by
  from setup_list where unit_id = any ($1) and ($2::text is null or profile = $2)
    and (taken_at, id) < ($3::timestamptz, $4::uuid)
  order by taken_at desc, id desc limit $5`;

/** A list as it was looked at or taken over. */
export interface SetupList {
  readonly id: string | null;
  readonly unitId: number;
  readonly profile: SetupProfile;
  readonly ignored: readonly string[];
  readonly rows: readonly SetupOutcome[];
}

interface Taking {
  readonly unitId: number;
  readonly asked: NewSetupList;
  readonly table: SetupTable;
  readonly ask: Ask;
}

type TakenRow = Omit<TakenSetupList, 'takenAt' | 'counts'> &
  SetupCounts & { readonly takenAt: number };

/** Procedures and people as files tell of them: looked at, then taken over in one go. No row of them is kept. */
@Injectable()
export class SetupLists {
  readonly #reader: FileReader;
  readonly #procedures: ProcedureRows;
  readonly #people: PeopleRows;
  readonly #catalogue: CatalogueService;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a list is read, held against two books, kept and told
  constructor(
    @Inject(FileReader) reader: FileReader,
    @Inject(ProcedureRows) procedures: ProcedureRows,
    @Inject(PeopleRows) people: PeopleRows,
    @Inject(CatalogueService) catalogue: CatalogueService,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#reader = reader;
    this.#procedures = procedures;
    this.#people = people;
    this.#catalogue = catalogue;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async take(asked: NewSetupList, given: Uint8Array | string, ask: Ask): Promise<SetupList> {
    const taking = await this.#read(asked, given, ask);
    const done = asked.dryRun
      ? { id: null, rows: await this.#looked(taking) }
      : await this.#taken(taking);
    const { unitId, table } = taking;
    return { ...done, unitId, profile: asked.profile, ignored: table.ignored };
  }

  /** No row of a file is kept: which are wrong is found anew, and nothing is written. */
  async wrong(
    asked: NewSetupList,
    given: Uint8Array | string,
    ask: Ask,
  ): Promise<readonly WrongSetupRow[]> {
    const taking = await this.#read(asked, given, ask);
    return wrongOf(taking.table, await this.#looked(taking));
  }

  async list(actor: RequestActor, query: SetupListsQuery): Promise<Page<TakenSetupList>> {
    const { unitId, profile = null, cursor, limit } = query;
    const [at, id] = readCursor(cursor, part.moment, part.uuid) ?? [undefined, LAST_ID];
    const units = actor.covers('procedures.write', unitId);
    const before = at === undefined ? END_OF_TIME : sqlInstant(at);
    const parameters = [units, profile, before, id, limit + 1];
    const rows = await this.#tenancy.ask<TakenRow>({ units }, LIST, parameters);
    return pageOfRows(rows, limit, { item: toldList, key: (row) => [row.takenAt, row.id] });
  }

  async #read(asked: NewSetupList, given: Uint8Array | string, ask: Ask): Promise<Taking> {
    const unitId = await this.#unitOf(asked, ask.actor);
    const lines =
      typeof given === 'string' ? this.#reader.readText(given) : this.#reader.read(given);
    return { unitId, asked, table: setupTable(keptSheets(await lines), asked.profile), ask };
  }

  /** Who looks after a city and its communes means the city's catalogue, as on its screens. */
  async #unitOf({ profile, unitId }: NewSetupList, actor: RequestActor): Promise<number> {
    const right = profile === 'people' ? 'users.write' : 'procedures.write';
    const units = actor.unitsWhere(right).map(({ id }) => id);
    const isCatalogue = profile === 'procedures' && units.length > 1;
    const meant = unitId ?? (isCatalogue ? await this.#catalogue.findCity(units) : undefined);
    return actor.choose(right, meant).id;
  }

  #looked({ unitId, asked, table, ask }: Taking): Promise<readonly SetupOutcome[]> {
    return asked.profile === 'people'
      ? this.#people.look(listing(unitId, ask), table.rows)
      : this.#procedures.look(unitId, table.rows);
  }

  /** Accounts are changed one by one, each whole; a catalogue in the transaction that notes it. */
  async #taken(taking: Taking): Promise<Pick<SetupList, 'id' | 'rows'>> {
    const { unitId, asked, table, ask } = taking;
    const people =
      asked.profile === 'people'
        ? await this.#people.take(listing(unitId, ask), table.rows)
        : undefined;
    if (people === undefined) await this.#procedures.prepare(unitId);
    const done = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const rows =
          people ?? (await this.#procedures.take(transaction, { unitId, ask }, table.rows));
        const id = await this.#keep(transaction, taking, countsOf(rows));
        return { id, result: rows, status: 200 };
      }),
    );
    // Asked again under the same key: nothing is left to do, and every row says so.
    const rows = done.kind === 'done' ? done.result : await this.#looked(taking);
    return { id: done.id, rows };
  }

  async #keep(
    transaction: Transaction,
    { unitId, asked: { profile, name }, ask: { actor, from } }: Taking,
    counts: SetupCounts,
  ): Promise<string> {
    const id = randomUUID();
    await transaction.execute(INSERT, [
      ...[unitId, id, profile, name ?? null, JSON.stringify({ kind: actor.kind, id: actor.id })],
      ...[sqlInstant(this.#clock.officeNow()), counts.rows, counts.new, counts.changed],
      ...[counts.unchanged, counts.wrong],
    ]);
    await this.#audit.write(transaction, {
      ...{ unitId, actor, from, act: 'setupList.taken', subject: { type: 'setupList', id } },
      facts: { profile, ...counts },
    });
    return id;
  }
}

const listing = (unitId: number, ask: Ask) => ({
  ...{ unitId, ask },
  isCity: ask.actor.units.some(({ id, kind }) => id === unitId && kind === 'city'),
});

const toldList = ({ takenAt, id, unitId, profile, name, by, ...counts }: TakenRow) => ({
  ...{ id, unitId, profile, name, by, counts },
  takenAt: formatInstant(instant(takenAt)),
});
