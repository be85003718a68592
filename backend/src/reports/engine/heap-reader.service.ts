import { Inject, Injectable } from '@nestjs/common';
import { FACTS } from '#domain/report';
import { FACT_COLUMNS, type NamedDossier } from '../../dossiers/index.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { placesOf, type Frame } from './frame.ts';
import {
  GRAIN,
  heapOf,
  piledUp,
  toldIn,
  type Counting,
  type HeapRow,
  type ProfileHeap,
  type ToldDossier,
} from './heap.ts';
import { KnownThen } from './known-then.service.ts';
import { placedSql } from './passage-sql.ts';
import { countUncounted, type Uncounted } from './uncounted.ts';
import { Values } from './values.ts';

const TYPES: Readonly<Record<string, string>> = { paper_result: 'boolean', had: 'int' };

/** A heap with everybody in it. */
export interface NamedHeap extends ProfileHeap {
  readonly members: readonly string[];
}

/** Which heaps a cell is made of. */
export interface Chosen extends Counting {
  readonly heaps: readonly ProfileHeap[];
}

export interface Portion {
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Opened {
  readonly chosen: Chosen;
  readonly portion: Portion;
}

// Heaps are a few dozen; the planner, who cannot know how few, would sort a year of dossiers to find them.
const BY_HASH = 'set local enable_sort = off';
const AS_EVER = 'set local enable_sort = on';

const FACT_NAMES = FACTS.map((fact) => FACT_COLUMNS[fact]);

/** Counts dossiers in heaps, and finds the dossiers of heaps again: by one and the same statement. */
@Injectable()
export class HeapReader {
  readonly #then: KnownThen;

  constructor(@Inject(KnownThen) then: KnownThen) {
    this.#then = then;
  }

  async heaps(
    transaction: Transaction,
    frame: Frame,
    counting: Counting,
  ): Promise<readonly ProfileHeap[]> {
    // All three leave at once: the server answers them in their order.
    const [, rows] = await Promise.all([
      transaction.execute(BY_HASH),
      this.#count(transaction, frame, counting),
      transaction.execute(AS_EVER),
    ]);
    const counted = rows.map((row) => heapOf(row, counting.grain));
    const told = await this.#told(transaction, frame, counting);
    return told.length === 0 ? counted : piledUp([...counted, ...told.map(({ heap }) => heap)]);
  }

  /** The same with their dossiers: what is frozen, and compared with what was frozen. */
  async named(
    transaction: Transaction,
    frame: Frame,
    counting: Counting,
  ): Promise<readonly NamedHeap[]> {
    const members = ', array_agg(id order by id) as members';
    const rows = await this.#count(transaction, frame, counting, members);
    return rows.map((row) => ({ ...heapOf(row, counting.grain), members: row.members ?? [] }));
  }

  async #count(
    transaction: Transaction,
    frame: Frame,
    { by, grain }: Counting,
    besides = '',
  ): Promise<readonly HeapRow[]> {
    const values = new Values();
    const columns = ['row', ...GRAIN[grain]].join(', ');
    const placed = placedSql(by, FACT_NAMES, placesOf(frame, values));
    return transaction.query<HeapRow>(
      `with ${placed}
       select ${columns}, count(*)::int as size,
         (count(*) filter (where without_due))::int as without_due${besides}
       from placed group by ${columns}`,
      values.list,
    );
  }

  /** Those the statement leaves out, because more was entered of them since the moment asked about. */
  async #told(
    transaction: Transaction,
    frame: Frame,
    counting: Counting,
  ): Promise<readonly ToldDossier[]> {
    if (frame.asOf === undefined) return [];
    const known = await this.#then.toldSince(transaction, frame);
    return known.flatMap((each) => toldIn(each, frame, counting));
  }

  /** The line under the table: whom no column counts. */
  async uncounted(transaction: Transaction, frame: Frame): Promise<Uncounted> {
    const toldSince = await this.#then.toldSince(transaction, frame);
    return countUncounted(transaction, frame, toldSince);
  }

  /** The dossiers of the heaps, in the order of their ids. */
  async members(
    transaction: Transaction,
    frame: Frame,
    chosen: Chosen,
    portion: Portion,
  ): Promise<readonly NamedDossier[]> {
    if (chosen.heaps.length === 0) return [];
    const kept = await this.#members(transaction, frame, { chosen, portion });
    const told = await this.#told(transaction, frame, chosen);
    if (told.length === 0) return kept;
    const wanted = new Set(chosen.heaps.map(({ key }) => JSON.stringify(key)));
    const { after = '', limit } = portion;
    const besides = told.filter(
      ({ heap, named }) => wanted.has(JSON.stringify(heap.key)) && named.id > after,
    );
    return [...kept, ...besides.map(({ named }) => named)]
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .slice(0, limit);
  }

  async #members(
    transaction: Transaction,
    frame: Frame,
    { chosen: { by, grain, heaps }, portion: { after, limit } }: Opened,
  ): Promise<readonly NamedDossier[]> {
    const values = new Values();
    const columns = ['row', ...GRAIN[grain]];
    const placed = placedSql(by, FACT_NAMES, placesOf(frame, values));
    const lists = columns.map((column, index) => {
      const list = values.add(heaps.map(({ key }) => key[index]));
      return `${list}::${TYPES[column] ?? 'text'}[]`;
    });
    const from = `${values.add(after ?? null)}::uuid`;
    return transaction.query<NamedDossier>(
      `with ${placed}
       select unit_id as "unitId", id from placed
       where (${columns.join(', ')}) in (select * from unnest(${lists.join(', ')}))
         and (${from} is null or id > ${from})
       order by id limit ${values.add(limit)}`,
      values.list,
    );
  }
}
