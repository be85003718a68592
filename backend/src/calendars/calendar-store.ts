import type { CalendarDefinition, CalendarLayer } from '#domain/working-time';
import type { Transaction } from '../platform/database/tenancy.ts';

type Asking = Pick<Transaction, 'query'>;

/** Which version a unit counts with. */
export interface VersionHead {
  readonly number: number;
  readonly hash: string;
}

export interface StoredVersion extends VersionHead {
  readonly definition: CalendarDefinition;
}

/** The version in force: the last one made. */
export async function findHead(asking: Asking, unitId: number): Promise<VersionHead | undefined> {
  const [head] = await asking.query<VersionHead>(
    `select number, hash from calendar_version where unit_id = $1 order by number desc limit 1`,
    [unitId],
  );
  return head;
}

export async function findVersion(
  asking: Asking,
  unitId: number,
  number: number,
): Promise<StoredVersion | undefined> {
  const [version] = await asking.query<StoredVersion>(
    'select number, hash, definition from calendar_version where unit_id = $1 and number = $2',
    [unitId, number],
  );
  return version;
}

export interface MadeVersion extends StoredVersion {
  readonly madeAt: number;
  readonly madeBy: string;
  readonly moved: number | null;
}

/** Versions before a number, the last one first, each with what a preview of the unit's own made it move. */
export const versionsBefore = (
  asking: Asking,
  unitId: number,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<readonly MadeVersion[]> =>
  asking.query<MadeVersion>(
    `select number, hash, definition, in_force_from as "madeAt", created_by as "madeBy",
       (select jsonb_array_length(outcome -> 'moves') from calendar_preview as shown
        where shown.unit_id = made.unit_id and shown.outcome ->> 'hash' = made.hash
          and split_part(shown.outcome ->> 'version', '-', 1) = made.number::text limit 1) as moved
     from calendar_version as made
     where unit_id = $1 and ($2::int is null or number < $2) order by number desc limit $3`,
    [unitId, before, limit],
  );

export interface NewCalendarVersion extends StoredVersion {
  readonly unitId: number;
  readonly at: string;
  readonly by: string;
}

/** Adds a version unless somebody was quicker with its number. */
export const addVersion = (
  transaction: Pick<Transaction, 'execute'>,
  { unitId, number, hash, definition, at, by }: NewCalendarVersion,
): Promise<number> =>
  transaction.execute(
    `insert into calendar_version (unit_id, number, hash, definition, in_force_from, created_by)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [unitId, number, hash, JSON.stringify(definition), at, by],
  );

export interface StoredLayer {
  readonly owner_id: number;
  readonly version: number;
  readonly layer: CalendarLayer;
}

/** What a unit and the city above it say of their working time, last. */
export const latestLayers = (asking: Asking, unitId: number): Promise<readonly StoredLayer[]> =>
  asking.query<StoredLayer>(
    `select distinct on (owner_id) owner_id, version, layer from calendar_layer
     where owner_id = $1 or owner_id = (select parent_id from unit where id = $1)
     order by owner_id, version desc`,
    [unitId],
  );

export interface NewLayer {
  readonly ownerId: number;
  readonly version: number;
  readonly layer: CalendarLayer;
  readonly at: string;
  readonly by: string;
}

export async function addLayer(
  transaction: Pick<Transaction, 'execute'>,
  { ownerId, version, layer, at, by }: NewLayer,
): Promise<void> {
  await transaction.execute(
    `insert into calendar_layer (owner_id, version, layer, created_at, created_by)
     values ($1, $2, $3, $4, $5)`,
    [ownerId, version, JSON.stringify(layer), at, by],
  );
}

/** A unit as calendars see it: a city's layer lies over its communes. */
export interface CalendarUnit {
  readonly id: number;
  readonly kind: 'commune' | 'city';
  readonly code: string;
}

/** The unit and, for a city, those below it. */
export const unitsUnder = (asking: Asking, unitId: number): Promise<readonly CalendarUnit[]> =>
  asking.query<CalendarUnit>(
    'select id, kind, code from unit where id = $1 or parent_id = $1 order by id',
    [unitId],
  );
