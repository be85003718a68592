import { Inject, Injectable } from '@nestjs/common';
import type { Counts, CountsQuery, DossierItem, DossierSearch } from '#contract/dossiers';
import { standings } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Standing } from '#domain/deadline';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { pageOfRows, readCursor } from '../../platform/list/page.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { KEYED_HASH, type KeyedHash } from '../person/keyed-hash.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { itemOf, type ItemRow } from './item.ts';
import { askedUnits, listStatement, type After, type Phase, type Sort } from './list-statement.ts';
import { Parameters, clausesOf, standingClause, type Looking } from './predicates.ts';
import { ProvisionalDues } from './provisional-dues.service.ts';
import { searchClause } from './search-clause.ts';
import { StaleBounds } from './stale-bounds.service.ts';

type Query = DossierSearch;

interface Scope {
  readonly actor: RequestActor;
  readonly query: Pick<Query, 'q'> & CountsQuery;
  readonly units: readonly { readonly id: number; readonly staleBefore: number }[];
  readonly looking: Looking;
}

/** Work lists and searches: pages by key, never by number, and counts by the same predicates. */
@Injectable()
export class DossierList {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #dues: ProvisionalDues;
  readonly #stale: StaleBounds;
  readonly #hashes: KeyedHash;

  // eslint-disable-next-line max-params -- a list is where everything is shown side by side
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(ProvisionalDues) dues: ProvisionalDues,
    @Inject(StaleBounds) stale: StaleBounds,
    @Inject(KEYED_HASH) hashes: KeyedHash,
  ) {
    this.#tenancy = tenancy;
    this.#offices = offices;
    this.#dues = dues;
    this.#stale = stale;
    this.#hashes = hashes;
  }

  async page(actor: RequestActor, query: Query): Promise<Page<DossierItem>> {
    const scope = await this.#scope(actor, query);
    const [phase = 'dated', at = 0, id] = readCursor(query.cursor, 3) ?? [];
    const after = id === undefined ? undefined : { at: Number(at), id: String(id) };
    const rows = await this.#rows(scope, query, phase === 'undated' ? 'undated' : 'dated', after);
    const dues = await this.#dues.of(rows.slice(0, query.limit));
    const persons = new Set(actor.unitsWhere('personalData.read').map((unit) => unit.id));
    const column = columnOf(query.sort);
    return pageOfRows(rows, query.limit, {
      item: (row) =>
        itemOf(row, {
          provisionalDueAt: dues.get(row.id) ?? row.due_at,
          withPersons: persons.has(row.unit_id),
        }),
      key: (row) => [row[column] === null ? 'undated' : 'dated', row[column] ?? 0, row.id],
    });
  }

  /** Every dossier the filters mean, for a job. */
  async ids(actor: RequestActor, query: CountsQuery, limit: number): Promise<readonly string[]> {
    const scope = await this.#scope(actor, query);
    const rows = await this.#rows(scope, { ...query, limit }, 'dated', undefined);
    return rows.map(({ id }) => id);
  }

  async counts(actor: RequestActor, query: CountsQuery): Promise<Counts> {
    const scope = await this.#scope(actor, query);
    const p = new Parameters();
    const units = askedUnits(scope.units, p);
    const heaps = standings.map(
      (standing) =>
        `count(*) filter (where ${standingClause(standing, p, scope.looking)})::int as "${standing}"`,
    );
    const clauses = this.#clauses(scope, p).join(' and ');
    const [row] = await this.#tenancy.ask<Record<Standing | 'paused', number>>(
      { units: scope.units.map(({ id }) => id) },
      `select ${heaps.join(', ')},
         count(*) filter (where paused_since is not null and due_at is null)::int as paused
       from ${units} join dossier on ${clauses} and finished_at = 'infinity'`,
      p.values,
    );
    if (row === undefined) throw new Error('No counts');
    return row;
  }

  async #scope(actor: RequestActor, query: Scope['query']): Promise<Scope> {
    const ids = actor.covers('dossiers.read', query.unitId);
    const now = this.#offices.now();
    const bounds = query.stale === undefined ? undefined : await this.#stale.of(ids, now);
    const units = ids.map((id) => ({ id, staleBefore: bounds?.get(id) ?? now }));
    return { actor, query, units, looking: { now, me: actor.id } };
  }

  #clauses({ actor, query, units, looking }: Scope, p: Parameters): readonly string[] {
    const ids = units.map(({ id }) => id);
    const seesAll = ids.every((id) => actor.may('personalData.read', id));
    const sought = { units: ids, hashes: this.#hashes, withPersons: seesAll };
    const search = query.q === undefined ? [] : [searchClause({ q: query.q, ...sought }, p)];
    return [...clausesOf(query, p, looking), ...search];
  }

  async #rows(
    scope: Scope,
    query: { readonly limit: number; readonly sort?: Sort | undefined },
    phase: Phase,
    after: After | undefined,
  ): Promise<readonly ItemRow[]> {
    const limit = query.limit + 1;
    const ask = { sort: query.sort ?? 'due', limit };
    const first = await this.#ask(scope, { ...ask, phase, after });
    if (phase === 'undated' || first.length >= limit) return first;
    const rest = { ...ask, phase: 'undated', after: undefined } as const;
    return [...first, ...(await this.#ask(scope, rest))].slice(0, limit);
  }

  #ask(
    scope: Scope,
    asked: { sort: Sort; limit: number; phase: Phase; after: After | undefined },
  ): Promise<readonly ItemRow[]> {
    const p = new Parameters();
    const units = askedUnits(scope.units, p);
    const clauses = this.#clauses(scope, p);
    const statement = listStatement({ ...asked, clauses }, units, p);
    const ids = scope.units.map(({ id }) => id);
    return this.#tenancy.ask<ItemRow>({ units: ids }, statement, p.values);
  }
}

const columnOf = (sort: Sort = 'due'): 'due_at' | 'received_at' =>
  sort.endsWith('due') ? 'due_at' : 'received_at';
