import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import type { NewUnit, Unit, UnitChanges, UnitsQuery } from '#contract/units';
import { instant } from '#domain/working-time';
import { lookAgain } from '../alerts/index.ts';
import { AuditBook } from '../audit/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { saysOtherOfSources } from './source-settings.ts';
import { UNIT, type UnitRow, changedSettings, tellsLaterOrSooner, unitOf } from './unit-row.ts';

interface Changing {
  readonly changes: (before: UnitRow) => UnitChanges;
  /** Looks whether it may be changed, with the unit held. */
  readonly when?: (transaction: Transaction) => Promise<void>;
}

@Injectable()
export class Units {
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** A unit with its settings; it has to exist. */
  async get(id: number): Promise<Unit> {
    const [row] = await this.#tenancy.ask<UnitRow>(
      { units: [] },
      `select ${UNIT} where unit.id = $1`,
      [id],
    );
    if (row === undefined) throw new ProblemError('not-found');
    return unitOf(row);
  }

  async list(actor: RequestActor, { limit, cursor, unitId }: UnitsQuery): Promise<Page<Unit>> {
    const [after = ''] = readCursor(cursor, part.text) ?? [];
    const rows = await this.#tenancy.ask<UnitRow>(
      { units: [] },
      `select ${UNIT} where unit.id = any($1) and unit.code collate "C" > $2
       order by unit.code collate "C" limit $3`,
      [actor.covers('units.read', unitId), after, limit + 1],
    );
    return pageOfRows(rows, limit, { item: unitOf, key: ({ code }) => [code] });
  }

  async add({ unitId, ...wanted }: NewUnit, ask: Ask): Promise<Unit> {
    if (unitId !== undefined) ask.actor.require('units.write', unitId);
    const parentId = await this.#parentOf(wanted, ask.actor);
    const [next] = await this.#tenancy.ask<{ readonly id: number }>(
      { units: [] },
      `select nextval('unit_id_seq')::int as id`,
    );
    if (next === undefined) throw new Error('a sequence gave no number');
    const { id } = next;
    const done = await this.#tenancy.within({ units: [id] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        await this.#insert(transaction, { ...wanted, id, parentId });
        if (parentId === null) await this.#entrust(transaction, id, ask.actor);
        await this.#note(transaction, id, { act: 'unit.added', ask, after: wanted });
        return { id: String(id), result: undefined };
      }),
    );
    return this.get(Number(done.id));
  }

  change(id: number, changes: UnitChanges, ask: Ask): Promise<Unit> {
    return this.changeBy(id, ask, { changes: () => changes });
  }

  /** Changed by what it is when its turn has come; whoever is warned by it is looked at anew. */
  async changeBy(id: number, ask: Ask, { changes, when }: Changing): Promise<Unit> {
    await this.#tenancy.within({ units: [id] }, async (transaction) => {
      const [before] = await transaction.query<UnitRow>(
        `select ${UNIT} where unit.id = $1 for update of unit`,
        [id],
      );
      if (before === undefined) throw new ProblemError('not-found');
      await when?.(transaction);
      const { settings, ...named } = changes(before);
      const after = settings && changedSettings(before.settings, settings);
      await transaction.execute(
        `update unit set name = coalesce($2, name), settings = coalesce($3, settings),
           level = case when kind = 'commune' then coalesce($4, level) end,
           sources_version = sources_version + $5::int where id = $1`,
        [id, named.name, after, named.level, Number(saysOtherOfSources(before.settings, after))],
      );
      const { name, level, settings: own } = before;
      const facts = {
        before: { name, level, settings: own },
        after: { ...named, settings: after },
      };
      await this.#note(transaction, id, { act: 'unit.changed', ask, ...facts });
      if (tellsLaterOrSooner(before, after)) {
        await lookAgain(transaction, id, instant(this.#clock.officeNow()));
      }
    });
    return this.get(id);
  }

  /** The city above: the one named, else the only one the actor administers; a city has none. */
  async #parentOf({ kind, parentCode }: NewUnit, actor: RequestActor): Promise<number | null> {
    if (kind === 'city') {
      if (parentCode !== undefined) throw new ProblemError('unknown-parent');
      return null;
    }
    const cities = await this.#tenancy.ask<{ readonly id: number; readonly code: string }>(
      { units: [] },
      `select id, code from unit where kind = 'city' and closed_at is null and id = any($1)`,
      [actor.unitsWhere('units.write').map(({ id }) => id)],
    );
    if (parentCode === undefined) return cities.length === 1 ? (cities[0]?.id ?? null) : null;
    const parent = cities.find(({ code }) => code === parentCode);
    if (parent === undefined) throw new ProblemError('unknown-parent');
    return parent.id;
  }

  async #insert(
    transaction: Transaction,
    unit: NewUnit & { readonly id: number; readonly parentId: number | null },
  ): Promise<void> {
    const { id, code, name, kind, level = 'xa', parentId, settings } = unit;
    const added = await transaction.execute(
      `insert into unit (id, code, name, kind, level, parent_id, settings)
       overriding system value values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [id, code, name, kind, kind === 'city' ? null : level, parentId, settings ?? {}],
    );
    if (added === 0) throw new ProblemError('unit-code-taken');
  }

  /** A unit below none would be nobody's: whoever made it administers it. */
  async #entrust(transaction: Transaction, unitId: number, { id }: RequestActor): Promise<void> {
    await transaction.execute(
      `insert into membership (unit_id, user_id, roles) values ($1, $2, '{admin}')`,
      [unitId, id],
    );
  }

  async #note(
    transaction: Transaction,
    unitId: number,
    { act, ask, ...facts }: { act: string; ask: Ask; before?: object; after?: object },
  ): Promise<void> {
    const { actor, from } = ask;
    const subject = { type: 'unit', id: String(unitId) };
    await this.#audit.write(transaction, { unitId, actor, act, subject, facts, from });
  }
}
