import { Inject, Injectable } from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Twins, TwinsQuery } from '#contract/twins';
import { DAY_MS } from '#domain/working-time';
import { DossierItems } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { LAST_ID, pageOfRows, part, readCursor } from '../platform/list/page.ts';

/** The local day on which it came: the office is at +07:00 always. */
const DAY = (dossier: string): string =>
  `((coalesce(${dossier}.received_at, ${dossier}.submitted_at) at time zone 'UTC')
    + interval '7 hours')::date`;

/** Counted by itself: neither annulled nor linked to another. */
const COUNTS = (dossier: string): string =>
  `not ${dossier}.annulled and ${dossier}.linked_to is null`;

/**
 * By the number somebody is known by; where one of the two has none, by telephone and name. Hashes with the unit's
 * key are compared, never the numbers.
 */
const SAME_PERSON = `(who.id_hash = other_who.id_hash
    or (who.phone_hash = other_who.phone_hash and who.name_plain = other_who.name_plain
      and (who.id_hash is null or other_who.id_hash is null)))`;

const PAIRED = `from dossier as own
  join applicant as who on who.unit_id = own.unit_id and who.dossier_id = own.id
  join applicant as other_who on other_who.unit_id = who.unit_id
    and other_who.dossier_id <> who.dossier_id and ${SAME_PERSON}
  join dossier as other on other.unit_id = own.unit_id and other.id = other_who.dossier_id
    and other.procedure_code = own.procedure_code and ${DAY('other')} = ${DAY('own')}
    and ${COUNTS('other')}`;

/** Of one dossier. */
const OF_ONE = `select own.unit_id as "unitId", other.id ${PAIRED}
  where own.unit_id = any ($1) and own.id = $2 and ${COUNTS('own')}
  order by other.id limit $3`;

/**
 * Each pair once, the newest first: ids are in the order in which dossiers came. Whoever shares a day, a procedure and
 * a person with somebody is found in one passage; only those few are held against each other.
 */
const LIST = `with came as (
    select own.unit_id, own.id, own.procedure_code, ${DAY('own')} as day,
      who.id_hash, who.phone_hash, who.name_plain
    from dossier as own
    join applicant as who on who.unit_id = own.unit_id and who.dossier_id = own.id
    where own.unit_id = any ($1) and ${COUNTS('own')}
      and coalesce(own.received_at, own.submitted_at) > $5
  ), shared as materialized (
    select *,
      count(id_hash) over (partition by unit_id, procedure_code, day, id_hash) as by_number,
      count(phone_hash) over (partition by unit_id, procedure_code, day, phone_hash, name_plain)
        as by_phone
    from came
  ), few as materialized (select * from shared where by_number > 1 or by_phone > 1)
  select who.unit_id as "unitId", other_who.id as earlier, who.id as later
  from few as who
  join few as other_who on other_who.unit_id = who.unit_id and other_who.id < who.id
    and other_who.procedure_code = who.procedure_code and other_who.day = who.day
    and ${SAME_PERSON}
  where (who.id, other_who.id) < ($2::uuid, $3::uuid)
  order by who.id desc, other_who.id desc limit $4`;

/** What came before stands in reports that were issued long ago. */
const BACK_MS = 92 * DAY_MS;

/** More than these are no twins, but a person who comes for many. */
const MOST = 20;

interface Pair {
  readonly unitId: number;
  readonly earlier: string;
  readonly later: string;
}

/** Dossiers that may be one matter told twice: same person, same procedure, same day, different codes. */
@Injectable()
export class TwinBook {
  readonly #tenancy: Tenancy;
  readonly #items: DossierItems;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DossierItems) items: DossierItems,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#items = items;
    this.#clock = clock;
  }

  async of(actor: RequestActor, id: string): Promise<readonly DossierItem[]> {
    const units = actor.covers('dossiers.read', undefined);
    const found = await this.#tenancy.ask<{ unitId: number; id: string }>({ units }, OF_ONE, [
      ...[units, id, MOST],
    ]);
    return this.#items.of(actor, found);
  }

  async list(actor: RequestActor, { unitId, limit, cursor }: TwinsQuery): Promise<Page<Twins>> {
    const units = actor.covers('dossiers.read', unitId);
    const [later, earlier] = readCursor(cursor, part.uuid, part.uuid) ?? [LAST_ID, LAST_ID];
    const since = sqlInstant(this.#clock.officeNow() - BACK_MS);
    const values = [units, later, earlier, limit + 1, since];
    const pairs = await this.#tenancy.ask<Pair>({ units }, LIST, values);
    const page = pageOfRows(pairs, limit, {
      item: (pair) => pair,
      key: (pair) => [pair.later, pair.earlier],
    });
    return { items: await this.#told(actor, page.items), nextCursor: page.nextCursor };
  }

  async #told(actor: RequestActor, pairs: readonly Pair[]): Promise<readonly Twins[]> {
    const named = pairs.flatMap((pair) => [
      { unitId: pair.unitId, id: pair.earlier },
      { unitId: pair.unitId, id: pair.later },
    ]);
    const items = new Map((await this.#items.of(actor, named)).map((item) => [item.id, item]));
    return pairs.flatMap((pair) => {
      const [earlier, later] = [items.get(pair.earlier), items.get(pair.later)];
      const id = `${pair.later}.${pair.earlier}`;
      return earlier === undefined || later === undefined ? [] : [{ id, earlier, later }];
    });
  }
}
