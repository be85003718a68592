import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Absence, AbsencesQuery, NewAbsence } from '#contract/identity';
import type { Page } from '#contract/list';
import { formatInstant, instant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { type Planned, findPlace, mayPlanFor, refuseConflicts } from './absence-rules.ts';

interface AbsenceRow {
  readonly id: string;
  readonly unitId: number;
  readonly user: Absence['user'];
  readonly substitute: Absence['substitute'];
  readonly from: number;
  readonly to: number;
}

const ABSENCE = `absence.id, unit_id as "unitId", from_at as "from", until_at as "to",
  jsonb_build_object('id', away.id, 'displayName', away.display_name) as "user",
  case when acting.id is not null
    then jsonb_build_object('id', acting.id, 'displayName', acting.display_name) end as substitute
  from absence join office_user as away on away.id = user_id
    left join office_user as acting on acting.id = substitute_id`;

const NO_ID = '00000000-0000-0000-0000-000000000000';
const faultAt = (path: string) => [{ path, code: 'unknown-value' as const }];
const told = (at: number): string => formatInstant(instant(at));

/** Who is away, and who acts in their place meanwhile. */
@Injectable()
export class Absences {
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

  async list(actor: RequestActor, query: AbsencesQuery): Promise<Page<Absence>> {
    const { limit, cursor, unitId, userId, over } = query;
    const [at, id] = readCursor(cursor, part.moment, part.uuid) ?? [undefined, NO_ID];
    const since = over === 'true' ? '-infinity' : sqlInstant(this.#clock.officeNow());
    const rows = await this.#tenancy.ask<AbsenceRow>(
      { units: actor.covers('absences.read', unitId) },
      `select ${ABSENCE} where until_at > $1 and ($2::uuid is null or user_id = $2)
         and (from_at, absence.id) > ($3, $4) order by from_at, absence.id limit $5`,
      [since, userId ?? null, at === undefined ? '-infinity' : sqlInstant(at), id, limit + 1],
    );
    const key = (row: AbsenceRow) => [row.from, row.id] as const;
    return pageOfRows(rows, limit, { item: (row) => this.#tell(row), key });
  }

  async add(wanted: NewAbsence, ask: Ask): Promise<Absence> {
    const { actor } = ask;
    const unitId = actor.choose('absences.read', wanted.unitId).id;
    const userId = wanted.userId ?? actor.id;
    const planned = this.#planned(wanted, { unitId, userId });
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await this.#requireMine(transaction, planned, actor);
      const { id } = await once(transaction, ask.asking, async () => {
        await this.#requireSubstitute(transaction, planned);
        return { id: await this.#insert(transaction, planned, ask), result: undefined };
      });
      return this.#get(transaction, id);
    });
  }

  /** Back early, or not away after all. */
  async end(id: string, { actor, from }: Ask): Promise<void> {
    const now = sqlInstant(this.#clock.officeNow());
    await this.#tenancy.within({ units: actor.unitIds }, async (transaction) => {
      const { unitId, user } = await this.#get(transaction, id);
      await this.#requireMine(transaction, { unitId, userId: user.id }, actor);
      await transaction.execute('delete from absence where id = $1 and from_at >= $2', [id, now]);
      await transaction.execute(
        'update absence set until_at = $2 where id = $1 and from_at < $2 and $2 < until_at',
        [id, now],
      );
      const subject = { type: 'absence', id };
      await this.#audit.write(transaction, { unitId, actor, act: 'absence.ended', subject, from });
    });
  }

  #planned(
    { substituteId, from, to }: NewAbsence,
    whose: Pick<Planned, 'unitId' | 'userId'>,
  ): Planned {
    const now = this.#clock.officeNow();
    const begins = from ?? instant(now);
    if (to <= begins || to <= now) throw new ProblemError('absence-period', {}, faultAt('to'));
    if (substituteId === whose.userId) {
      throw new ProblemError('substitute-is-self', {}, faultAt('substituteId'));
    }
    return { ...whose, substituteId, from: sqlInstant(begins), to: sqlInstant(to) };
  }

  /** One's own absence, or that of somebody one answers for. */
  async #requireMine(
    transaction: Transaction,
    { unitId, userId }: Pick<Planned, 'unitId' | 'userId'>,
    actor: RequestActor,
  ): Promise<void> {
    const isOwn = actor.kind === 'user' && actor.id === userId;
    const unit = actor.require(isOwn ? 'absences.read' : 'absences.write', unitId);
    const at = sqlInstant(this.#clock.officeNow());
    const place = await findPlace(transaction, unitId, [userId, at]);
    if (place === undefined) throw new ProblemError('unknown-substitute', {}, faultAt('userId'));
    if (!isOwn && !mayPlanFor(unit, place)) throw new ProblemError('absence-not-yours');
  }

  async #requireSubstitute(transaction: Transaction, planned: Planned): Promise<void> {
    const { unitId, substituteId } = planned;
    await transaction.query(
      `select pg_advisory_xact_lock(hashtextextended('absences ' || $1, 0))`,
      [String(unitId)],
    );
    const at = sqlInstant(this.#clock.officeNow());
    if (
      substituteId !== null &&
      (await findPlace(transaction, unitId, [substituteId, at])) === undefined
    ) {
      throw new ProblemError('unknown-substitute', {}, faultAt('substituteId'));
    }
    await refuseConflicts(transaction, planned);
  }

  async #insert(transaction: Transaction, planned: Planned, ask: Ask): Promise<string> {
    const { unitId, userId, substituteId, from, to } = planned;
    const id = randomUUID();
    await transaction.execute(
      `insert into absence (unit_id, id, user_id, substitute_id, from_at, until_at, set_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [unitId, id, userId, substituteId, from, to, ask.actor.id],
    );
    await this.#audit.write(transaction, {
      unitId,
      actor: ask.actor,
      act: 'absence.added',
      subject: { type: 'absence', id },
      facts: { after: { userId, substituteId, from, to } },
      from: ask.from,
    });
    return id;
  }

  async #get(transaction: Transaction, id: string): Promise<Absence> {
    const [row] = await transaction.query<AbsenceRow>(`select ${ABSENCE} where absence.id = $1`, [
      id,
    ]);
    if (row === undefined) throw new ProblemError('not-found');
    return this.#tell(row);
  }

  #tell({ from, to, ...row }: AbsenceRow): Absence {
    const now = this.#clock.officeNow();
    const state = to <= now ? 'over' : from <= now ? 'current' : 'upcoming';
    return { ...row, from: told(from), to: told(to), state };
  }
}
