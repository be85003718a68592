import { Inject, Injectable } from '@nestjs/common';
import type { Holdings } from '#contract/identity';
import { OPEN_STATES } from '#domain/dossier';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { Sessions } from '../session/sessions.service.ts';

// Only counts: an administrator reads no dossier.
const HELD = `select
  (select count(*)::int from dossier where unit_id = any($1) and holder_user = $2::text
    and state = any($3)) as "openDossiers",
  (select count(*)::int from dossier where unit_id = any($1) and holder_user = $2::text
    and state = any($3) and due_at < $4) as "overdueDossiers",
  (select count(*)::int from absence where unit_id = any($1) and substitute_id = $2::uuid
    and until_at > $4) as "standsInFor",
  (select count(*)::int from session where user_id = $2::uuid and ended_at is null
    and expires_at > $5) as sessions`;

/** What somebody holds, and the browsers in which they are signed in. */
@Injectable()
export class HoldingBook {
  readonly #tenancy: Tenancy;
  readonly #sessions: Sessions;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Sessions) sessions: Sessions,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#sessions = sessions;
    this.#audit = audit;
    this.#clock = clock;
  }

  async of(userId: string, actor: RequestActor): Promise<Holdings> {
    const units = actor.unitsWhere('users.write').map(({ id }) => id);
    const [office, machine] = [this.#clock.officeNow(), this.#clock.machineNow()];
    const [held] = await this.#tenancy.ask<Holdings>({ units }, HELD, [
      ...[units, userId, OPEN_STATES],
      ...[sqlInstant(office), sqlInstant(machine)],
    ]);
    if (held === undefined) throw new Error('a count gave no row');
    return held;
  }

  /** Wherever they are signed in: for a lost telephone, or a browser left open. */
  async endSessions(userId: string, { actor, from }: Ask): Promise<void> {
    await this.#tenancy.everywhere(async (transaction) => {
      const rows = await transaction.query<{ readonly unitId: number }>(
        'select distinct unit_id as "unitId" from membership where user_id = $1',
        [userId],
      );
      if (!rows.every(({ unitId }) => actor.may('users.write', unitId))) {
        throw new ProblemError('not-permitted');
      }
      await this.#sessions.endAll(transaction, userId);
      const subject = { type: 'user', id: userId };
      for (const { unitId } of rows) {
        const act = 'user.sessionsEnded';
        await this.#audit.write(transaction, { unitId, actor, act, subject, from });
      }
    });
  }
}
