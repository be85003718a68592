import { Inject, Injectable } from '@nestjs/common';
import type { Counts, CountsQuery, DossierItem, DossierSearch } from '#contract/dossiers';
import { standings } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Standing } from '#domain/deadline';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { cursorIn, pageOfRows, part } from '../../platform/list/page.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { SharedAnswers } from '../../platform/shared-answers/shared-answers.ts';
import { KEYED_HASH, type KeyedHash } from '../person/keyed-hash.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { itemOf, type ItemRow } from './item.ts';
import { askedUnits, listStatement } from './list-statement.ts';
import type { Phase, Place, Sort } from './order.ts';
import {
  PAUSED,
  Parameters,
  clausesOf,
  heapClause,
  openClause,
  unitClause,
  type Looking,
} from './predicates.ts';
import { ProvisionalDues } from './provisional-dues.service.ts';
import { halvesOf, phasesOf } from './reach.ts';
import { find, foundClause, type Found } from './search-clause.ts';
import { StaleBounds } from './stale-bounds.service.ts';

type Query = DossierSearch;

interface Scope {
  readonly query: Pick<Query, 'q'> & CountsQuery;
  readonly units: readonly { readonly id: number; readonly staleBefore: number }[];
  readonly looking: Looking;
  readonly found: Found | undefined;
}

interface Wanted {
  readonly limit: number;
  readonly sort?: Sort | undefined;
  readonly after: Place | undefined;
  readonly until: Place | undefined;
}

export interface Tally {
  readonly dossiers: number;
  readonly leftOut: number;
}

/** In some report; what was annulled is in none, and what is linked counts with its primary. */
const COUNTED = 'not annulled and linked_to is null';

const BATCH = 200;

/** Colleagues who are away and whose work is the actor's meanwhile. */
const stoodInFor = (actor: RequestActor, unitIds: readonly number[]): readonly string[] =>
  actor.units
    .filter(({ id }) => unitIds.includes(id))
    .flatMap(({ standsInFor }) => standsInFor.map(({ userId }) => userId));

const mineOf = (actor: RequestActor, unitIds: readonly number[]): Looking['mine'] => [
  actor.id,
  ...stoodInFor(actor, unitIds),
];

/** Work lists and searches: pages by key, never by number, and counts by the same predicates. */
@Injectable()
export class DossierList {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #dues: ProvisionalDues;
  readonly #stale: StaleBounds;
  readonly #hashes: KeyedHash;
  readonly #counts = new SharedAnswers<Counts>();

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
    const [after, until] = [placeOf(query, 'cursor'), placeOf(query, 'until')];
    const rows = await this.#rows(scope, { ...query, after, until });
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

  /** Every dossier the filters mean, for a job: the oldest first, however many there are. */
  async ids(actor: RequestActor, query: CountsQuery): Promise<readonly string[]> {
    const scope = await this.#scope(actor, query);
    const p = new Parameters();
    const units = askedUnits(scope.units, p);
    const clauses = this.#clauses(scope, p).join(' and ');
    const rows = await this.#tenancy.ask<{ readonly id: string }>(
      { units: scope.units.map(({ id }) => id) },
      `select dossier.id from ${units} join dossier on ${clauses} order by dossier.id`,
      p.values,
    );
    return rows.map(({ id }) => id);
  }

  /** How many there are to be taken out, and how many count with another or not at all. */
  async tally(actor: RequestActor, query: CountsQuery): Promise<Tally> {
    const scope = await this.#scope(actor, query);
    const p = new Parameters();
    const units = askedUnits(scope.units, p);
    const clauses = this.#clauses(scope, p).join(' and ');
    const [row] = await this.#tenancy.ask<Tally>(
      { units: scope.units.map(({ id }) => id) },
      `select count(*) filter (where ${COUNTED})::int as dossiers,
         count(*) filter (where not (${COUNTED}))::int as "leftOut"
       from ${units} join dossier on ${clauses}`,
      p.values,
    );
    if (row === undefined) throw new Error('No tally');
    return row;
  }

  /** Those to be taken out, some at a time, as long as somebody takes them: the oldest first. */
  async *batches(actor: RequestActor, query: CountsQuery): AsyncGenerator<readonly string[]> {
    const scope = await this.#scope(actor, query);
    for (let after: string | undefined; ;) {
      const p = new Parameters();
      const units = askedUnits(scope.units, p);
      const clauses = [...this.#clauses(scope, p), COUNTED];
      if (after !== undefined) clauses.push(`dossier.id > ${p.add(after)}::uuid`);
      const rows = await this.#tenancy.ask<{ readonly id: string }>(
        { units: scope.units.map(({ id }) => id) },
        `select dossier.id from ${units} join dossier on ${clauses.join(' and ')}
         order by dossier.id limit ${p.add(BATCH)}`,
        p.values,
      );
      if (rows.length > 0) yield rows.map(({ id }) => id);
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.id;
    }
  }

  /** One change makes every open page ask: they are told together. What is searched for stays each one's own. */
  async counts(actor: RequestActor, query: CountsQuery): Promise<Counts> {
    if (query.q !== undefined) return this.#count(actor, query);
    const units = actor.covers('dossiers.read', query.unitId);
    const mine = query.holder === 'me' ? mineOf(actor, units) : [];
    const question = JSON.stringify([units, mine, query]);
    return this.#counts.ask(question, () => this.#count(actor, query));
  }

  async #count(actor: RequestActor, query: CountsQuery): Promise<Counts> {
    const scope = await this.#scope(actor, query);
    const p = new Parameters();
    const units = askedUnits(scope.units, p);
    const heaps = standings.map(
      (standing) =>
        `count(*) filter (where ${heapClause(standing, p, scope.looking)})::int as "${standing}"`,
    );
    const clauses = this.#clauses(scope, p).join(' and ');
    const [row] = await this.#tenancy.ask<Record<Standing | 'paused', number>>(
      { units: scope.units.map(({ id }) => id), byOne: true },
      `select ${heaps.join(', ')},
         count(*) filter (where ${PAUSED})::int as paused
       from ${units} join dossier on ${clauses} and ${openClause(p)}`,
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
    const found = query.q === undefined ? undefined : await this.#find(actor, ids, query.q);
    return { query, units, looking: { now, mine: mineOf(actor, ids) }, found };
  }

  #find(actor: RequestActor, units: readonly number[], q: string): Promise<Found> {
    const withPersons = units.every((id) => actor.may('personalData.read', id));
    return find(this.#tenancy, { q, units, hashes: this.#hashes, withPersons });
  }

  #clauses({ query, units, looking, found }: Scope, p: Parameters): readonly string[] {
    return [
      unitClause(units, p),
      ...clausesOf(query, p, looking),
      ...(found === undefined ? [] : [foundClause(found, p)]),
    ];
  }

  /** From where the last page ended, through what is left of its phase and then through the next. */
  async #rows(scope: Scope, wanted: Wanted): Promise<readonly ItemRow[]> {
    const { sort = 'due', after, until } = wanted;
    const limit = wanted.limit + 1;
    const phases = phasesOf(scope.query, sort);
    const from = Math.max(0, phases.indexOf(after?.phase ?? 'dated'));
    const to = until === undefined ? phases.length : phases.indexOf(until.phase) + 1;
    let rows: readonly ItemRow[] = [];
    for (const phase of phases.slice(from, to)) {
      const more = await this.#ask(scope, { sort, limit, phase, after, until });
      rows = [...rows, ...more].slice(0, limit);
      if (rows.length === limit) break;
    }
    return rows;
  }

  #ask(
    scope: Scope,
    asked: Wanted & { readonly sort: Sort; readonly phase: Phase },
  ): Promise<readonly ItemRow[]> {
    const p = new Parameters();
    const units = askedUnits(scope.units, p);
    const clauses = this.#clauses(scope, p);
    const halves = halvesOf(scope.query, asked.sort, scope.looking.now);
    const statement = listStatement({ ...asked, clauses, halves }, units, p);
    const ids = scope.units.map(({ id }) => id);
    return this.#tenancy.ask<ItemRow>({ units: ids }, statement, p.values);
  }
}

const placeOf = (query: Query, member: 'cursor' | 'until'): Place | undefined => {
  const read = cursorIn(member);
  const key = read(query[member], part.oneOf('dated', 'undated'), part.moment, part.uuid);
  return key && { phase: key[0], at: key[1], id: key[2] };
};

const columnOf = (sort: Sort = 'due'): 'due_at' | 'received_at' =>
  sort.endsWith('due') ? 'due_at' : 'received_at';
