import { Inject, Injectable } from '@nestjs/common';
import type { FeeClosing, NewFeeClosing } from '#contract/fees';
import { closeBook, type ClosedBook } from '#domain/fee';
import { formatDay, instant, type Instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { Signers } from '../identity/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { refusalProblem } from '../platform/problem/refusal-problem.ts';
import { Feed } from '../platform/realtime/feed.service.ts';
import { closingAnswer, closingsOf, type ClosingRow } from './closings.ts';
import { FeeBooks, pageOf } from './fee-book.service.ts';
import { officersNamed } from './officer-names.ts';
import { asTaken } from './taken.ts';

const INSERT = `insert into fee_closing (unit_id, day, officer, revision, lines, members, counted,
    difference, closed_at, closed_by)
  values ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb, $7::text::jsonb, $8, $9, $10)`;

const INSERT_REASON = `insert into fee_closing_reason (unit_id, day, officer, revision, body)
  values ($1, $2, $3, $4, $5)`;

interface Whose {
  readonly unitId: number;
  readonly officer: string;
  /** A colleague who took nothing has no book. */
  readonly isOwn: boolean;
}

/** *Chốt sổ*: a row that stays; what is counted anew later is another one. */
@Injectable()
export class FeeClosings {
  readonly #tenancy: Tenancy;
  readonly #books: FeeBooks;
  readonly #signers: Signers;
  readonly #audit: AuditBook;
  readonly #feed: Feed;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- who closed what is told in as many places
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(FeeBooks) books: FeeBooks,
    @Inject(Signers) signers: Signers,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Feed) feed: Feed,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#books = books;
    this.#signers = signers;
    this.#audit = audit;
    this.#feed = feed;
    this.#clock = clock;
  }

  async close(wanted: NewFeeClosing, ask: Ask): Promise<FeeClosing> {
    const whose = whoseBook(ask.actor, wanted);
    this.#books.requireCome(wanted.day);
    const row = await this.#tenancy.within({ units: [whose.unitId] }, async (transaction) => {
      const { id } = await once(transaction, ask.asking, async () => {
        const closed = await this.#decide(transaction, wanted, whose);
        await this.#keep(transaction, closed, { wanted, whose, ask });
        return { id: String(closed.revision), result: undefined };
      });
      return this.#get(transaction, { ...whose, day: wanted.day }, Number(id));
    });
    this.#feed.announce();
    return closingAnswer(row, await officersNamed(this.#signers, [row.closedBy]));
  }

  async #decide(
    transaction: Transaction,
    { day, counted, seen, reason }: NewFeeClosing,
    { unitId, officer, isOwn }: Whose,
  ): Promise<ClosedBook> {
    // Two who close the same book: the second sees what the first has written.
    await transaction.query(
      `select pg_advisory_xact_lock(hashtextextended('fee book ' || $1 || ' ' || $2 || ' ' || $3, 0))`,
      [String(unitId), formatDay(day), officer],
    );
    const { taken, closings } = await pageOf(transaction, { unitId, day, officer });
    if (!isOwn && taken.length + closings.length === 0) throw new ProblemError('not-found');
    const revision = closings[0]?.revision ?? 0;
    const closed = closeBook({ ...{ counted, seen, reason, revision }, taken: taken.map(asTaken) });
    if (!closed.ok) throw refusalProblem(closed.refusal);
    return closed.value;
  }

  async #keep(
    transaction: Transaction,
    closed: ClosedBook,
    { wanted, whose, ask }: { wanted: NewFeeClosing; whose: Whose; ask: Ask },
  ): Promise<void> {
    const { revision, lines, members, counted, difference } = closed;
    const [day, at] = [formatDay(wanted.day), this.#now()];
    const key = [whose.unitId, day, whose.officer, revision];
    await transaction.execute(INSERT, [
      ...[...key, JSON.stringify(lines), JSON.stringify(members), JSON.stringify(counted)],
      ...[difference, sqlInstant(at), ask.actor.id],
    ]);
    if (wanted.reason !== undefined) {
      await transaction.execute(INSERT_REASON, [...key, wanted.reason]);
    }
    const subject = { type: 'feeBook', id: `${day}/${whose.officer}` };
    const facts = { revision, lines, counted, difference };
    const { actor, from } = ask;
    const note = { unitId: whose.unitId, actor, act: 'feeBook.closed', subject, facts, from };
    await this.#audit.write(transaction, note);
    const news = { op: 'changed', type: 'feeBook', id: day } as const;
    await this.#feed.put(transaction, { unitId: whose.unitId, at }, [news]);
  }

  async #get(
    transaction: Transaction,
    which: Parameters<typeof closingsOf>[1],
    revision: number,
  ): Promise<ClosingRow> {
    const rows = await closingsOf(transaction, which);
    const row = rows.find((one) => one.revision === revision);
    if (row === undefined) throw new ProblemError('not-found');
    return row;
  }

  #now(): Instant {
    return instant(this.#clock.officeNow());
  }
}

/** One's own book for whoever takes money; a colleague's for the cashier and the leaders. */
function whoseBook(actor: RequestActor, { unitId, officer = actor.id }: NewFeeClosing): Whose {
  const unit = actor.choose('fees.close', unitId);
  const isOwn = officer === actor.id;
  if (!isOwn) actor.require('fees.closeOthers', unit.id);
  return { unitId: unit.id, officer, isOwn };
}
