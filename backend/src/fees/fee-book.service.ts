import { Inject, Injectable } from '@nestjs/common';
import type { FeeBook, FeeBookQuery, FeeOfficerBook } from '#contract/fees';
import { bookLinesOf, changedSince, sumOf, type LaterChange } from '#domain/fee';
import { formatDay, type Day } from '#domain/working-time';
import { Signers } from '../identity/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { closingAnswer, closingsOf, type ClosingRow } from './closings.ts';
import { today } from './fee-period.ts';
import { officersNamed } from './officer-names.ts';
import { asTaken, takenOn, type TakenRow } from './taken.ts';

interface Pages {
  readonly taken: readonly TakenRow[];
  readonly closings: readonly ClosingRow[];
}

type Change = FeeOfficerBook['changes'][number];

const CODES = `select id, coalesce(official_code, code) as code from dossier
  where unit_id = $1 and id = any ($2::uuid[])`;

/** *Sổ thu cuối ngày*: what each officer took, what was counted, and what changed since. */
@Injectable()
export class FeeBooks {
  readonly #tenancy: Tenancy;
  readonly #signers: Signers;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Signers) signers: Signers,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#signers = signers;
    this.#clock = clock;
  }

  async of(actor: RequestActor, query: FeeBookQuery): Promise<FeeBook> {
    const unitId = actor.choose('fees.read', query.unitId).id;
    const day = query.day ?? today(this.#clock);
    this.requireCome(day);
    const pages = await this.#tenancy.within({ units: [unitId] }, async (transaction) => ({
      taken: await takenOn(transaction, { unitId, from: day, to: day }),
      closings: await closingsOf(transaction, { unitId, day }),
    }));
    const officers = await this.#officers(unitId, pages);
    const lines = bookLinesOf(pages.taken);
    const sums = { count: pages.taken.length, amount: sumOf(lines) };
    return { ...{ unitId, day: formatDay(day), officers, lines }, ...sums };
  }

  /** There is no book of a day that has not come. */
  requireCome(day: Day): void {
    if (day > today(this.#clock)) {
      throw new ProblemError('fee-day-ahead', {}, [{ path: 'day', code: 'out-of-range' }]);
    }
  }

  async #officers(unitId: number, { taken, closings }: Pages): Promise<FeeBook['officers']> {
    const ids = [...new Set([...taken, ...closings].map(({ officer }) => officer))];
    const closers = closings.map(({ closedBy }) => closedBy);
    const named = await officersNamed(this.#signers, [...ids, ...closers]);
    const changes = ids.map((id) => changesIn(id, { taken, closings }));
    const codes = await this.#codes(unitId, changes.flat());
    const books = ids.map((id, place): FeeOfficerBook => {
      const lines = bookLinesOf(taken.filter(({ officer }) => officer === id));
      return {
        ...{ officer: named(id), lines, amount: sumOf(lines) },
        count: lines.reduce((sum, { count }) => sum + count, 0),
        closings: closings
          .filter(({ officer }) => officer === id)
          .map((row) => closingAnswer(row, named)),
        changes: (changes[place] ?? []).map((change): Change => ({
          ...change,
          code: codes.get(change.dossierId) ?? '',
        })),
      };
    });
    return books.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  }

  async #codes(
    unitId: number,
    changes: readonly LaterChange[],
  ): Promise<ReadonlyMap<string, string>> {
    if (changes.length === 0) return new Map();
    const rows = await this.#tenancy.ask<{ readonly id: string; readonly code: string }>(
      { units: [unitId] },
      CODES,
      [unitId, changes.map(({ dossierId }) => dossierId)],
    );
    return new Map(rows.map(({ id, code }) => [id, code]));
  }
}

/** People before programs, by name. */
const placeOf = ({ officer }: FeeOfficerBook): string =>
  `${officer.name === null ? 1 : 0}${officer.name ?? officer.id}`;

const changesIn = (id: string, { taken, closings }: Pages): readonly LaterChange[] => {
  const latest = closings.find(({ officer }) => officer === id);
  if (latest === undefined) return [];
  const now = taken.filter(({ officer }) => officer === id).map(asTaken);
  return changedSince(latest.members, now);
};

/** What the closing of one officer's day is held against. */
export const pageOf = async (
  transaction: Transaction,
  asked: { readonly unitId: number; readonly day: Day; readonly officer: string },
): Promise<Pages> => {
  const { unitId, day, officer } = asked;
  return {
    taken: await takenOn(transaction, { unitId, from: day, to: day, officer }),
    closings: await closingsOf(transaction, { unitId, day, officer }),
  };
};
