import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_WISH, notificationWishSchema, type NotificationWish } from '#contract/alerts';
import { isTimeOfDay } from '#domain/working-time';
import { AuditBook, homeOf } from '../../audit/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';

const FIND = 'select wish from notification_wish where user_id = $1';

const PUT = `insert into notification_wish (user_id, wish, changed_at) values ($1, $2, $3)
  on conflict (user_id) do update set wish = excluded.wish, changed_at = excluded.changed_at`;

/** How somebody wants to be reached; keys are nobody. */
@Injectable()
export class Wishes {
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

  async get({ actor }: Pick<Ask, 'actor'>): Promise<NotificationWish> {
    if (actor.kind !== 'user') throw new ProblemError('not-permitted');
    const [row] = await this.#tenancy.ask<{ readonly wish: unknown }>({ units: [] }, FIND, [
      actor.id,
    ]);
    return row === undefined ? DEFAULT_WISH : notificationWishSchema.parse(row.wish);
  }

  async put(wish: NotificationWish, { actor, from }: Ask): Promise<NotificationWish> {
    if (actor.kind !== 'user') throw new ProblemError('not-permitted');
    const bad = wish.digestAt.findIndex((text) => !isTimeOfDay(text));
    if (bad >= 0) {
      throw new ProblemError('not-a-time-of-day', {}, [
        { path: `digestAt.${bad}`, code: 'wrong-format' },
      ]);
    }
    const unitId = homeOf(actor);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const at = sqlInstant(this.#clock.officeNow());
      await transaction.execute(PUT, [actor.id, wish, at]);
      const subject = { type: 'user', id: actor.id };
      await this.#audit.write(transaction, {
        ...{ unitId, actor, act: 'notifications.set', subject, from },
      });
    });
    return wish;
  }
}
