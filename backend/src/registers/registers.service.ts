import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import type {
  NewRegisterEntry,
  RegisterEntryAnswer,
  RegisterEntryChanges,
  RegisterFiguresAnswer,
  RegisterFiguresQuery,
  RegisterQuery,
} from '#contract/registers';
import {
  REGISTER_KINDS,
  faultsIn,
  figuresOf,
  type RegisterKind,
  type RegisterValues,
} from '#domain/register';
import { checkPeriod } from '#domain/report';
import { formatDay, instant, parseDay, type Day } from '#domain/working-time';
import { wakeUnit } from '../alerts/index.ts';
import { AuditBook } from '../audit/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { refusalProblem } from '../platform/problem/refusal-problem.ts';
import { FeedbackClock } from './feedback-clock.service.ts';
import {
  BEYOND,
  RegisterStore,
  entryOf,
  registerEntry,
  type NewRevision,
} from './register-store.ts';

/** More than any office enters; figures read their register whole. */
const ALL = 100_000;

interface Named {
  readonly kind: RegisterKind;
  readonly id: string;
}

function requireWhole(kind: RegisterKind, values: RegisterValues): void {
  const faults = faultsIn(kind, values);
  if (faults.length === 0) return;
  const errors = faults.map(({ field, code }) => ({ path: `values.${field}`, code }));
  throw new ProblemError('value-out-of-range', {}, errors);
}

/** *Sổ theo dõi*: what reports tell beside dossiers, entered line by line; nothing entered is ever lost. */
@Injectable()
export class Registers {
  readonly #store: RegisterStore;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;
  readonly #feedback: FeedbackClock;

  // eslint-disable-next-line max-params -- an entry is its rows, a note, and a clock of its own
  constructor(
    @Inject(RegisterStore) store: RegisterStore,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
    @Inject(FeedbackClock) feedback: FeedbackClock,
  ) {
    this.#store = store;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
    this.#feedback = feedback;
  }

  async page(
    actor: RequestActor,
    kind: RegisterKind,
    query: RegisterQuery,
  ): Promise<Page<RegisterEntryAnswer>> {
    const units = actor.covers('registers.read', query.unitId);
    const [day = BEYOND.day, id = BEYOND.id] = readCursor(query.cursor, part.text, part.uuid) ?? [];
    if (parseDay(day) === undefined) throw new ProblemError('invalid-request');
    const rows = await this.#store.list(units, [kind], {
      ...{ from: textOf(query.from), to: textOf(query.to), asOf: null },
      ...{ before: { day, id }, limit: query.limit + 1 },
    });
    return pageOfRows(rows, query.limit, { item: entryOf, key: (row) => [row.day, row.id] });
  }

  /** What each register says of the days, for whoever writes the report. */
  async figures(actor: RequestActor, query: RegisterFiguresQuery): Promise<RegisterFiguresAnswer> {
    const { id: unitId } = actor.choose('registers.read', query.unitId);
    const period = checkPeriod(query.from, query.to);
    if (!period.ok) throw refusalProblem(period.refusal);
    const rows = await this.#store.list([unitId], REGISTER_KINDS, {
      ...{ from: null, to: formatDay(query.to), asOf: query.asOf ?? null },
      ...{ before: BEYOND, limit: ALL },
    });
    const entries = Map.groupBy(rows, ({ kind }) => kind);
    const figures = REGISTER_KINDS.flatMap((kind) => {
      return figuresOf(kind, (entries.get(kind) ?? []).map(registerEntry), period.value);
    });
    return {
      form: 'registers',
      ...{ unitId, from: formatDay(query.from), to: formatDay(query.to), figures },
    };
  }

  async add(ask: Ask, kind: RegisterKind, body: NewRegisterEntry): Promise<RegisterEntryAnswer> {
    const { id: unitId } = ask.actor.choose('registers.write', body.unitId);
    const values = await this.#whole(unitId, kind, body);
    const { id } = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const named = { unitId, id: randomUUID(), kind, revision: 1 };
        const row = this.#revision(ask, named, { ...body, values });
        await this.#keep(transaction, ask, row);
        return { id: row.id, result: undefined };
      }),
    );
    return this.#get([unitId], id);
  }

  async change(
    ask: Ask,
    { kind, id }: Named,
    body: RegisterEntryChanges,
  ): Promise<RegisterEntryAnswer> {
    const unit = await this.#unitOf(ask.actor, { kind, id });
    const values = await this.#whole(unit, kind, body);
    await this.#tenancy.within({ units: [unit] }, async (transaction) => {
      const last = await this.#store.hold(transaction, unit, id);
      if (last?.revision !== body.revision || last.removed) {
        throw new ProblemError('register-entry-moved', { revision: last?.revision ?? null });
      }
      const next = { unitId: unit, id, kind, revision: last.revision + 1 };
      await this.#keep(transaction, ask, this.#revision(ask, next, { ...body, values }));
    });
    return this.#get([unit], id);
  }

  /** Where the entry lies, if whoever asks may write there: another unit's is not found. */
  async #unitOf(actor: RequestActor, { kind, id }: Named): Promise<number> {
    const found = await this.#store.find(actor.covers('registers.read', undefined), id);
    if (found?.kind !== kind) throw new ProblemError('not-found');
    return actor.require('registers.write', found.unitId).id;
  }

  async #whole(
    unitId: number,
    kind: RegisterKind,
    { day, values }: Pick<NewRegisterEntry, 'day' | 'values'>,
  ): Promise<RegisterValues> {
    const told = await this.#feedback.withDueDay(unitId, { kind, day, values });
    requireWhole(kind, told);
    return told;
  }

  #revision(
    { actor }: Ask,
    named: Pick<NewRevision, 'unitId' | 'id' | 'kind' | 'revision'>,
    { day, values, removed = false }: NewRegisterEntry & { readonly removed?: boolean },
  ): NewRevision {
    const recordedAt = instant(this.#clock.officeNow());
    const by = { kind: actor.kind, id: actor.id };
    return { ...named, day: formatDay(day), values, removed, recordedAt, by };
  }

  async #keep(transaction: Transaction, { actor, from }: Ask, row: NewRevision): Promise<void> {
    await this.#store.add(transaction, row);
    // Its clock has begun, has changed, or has stopped: whoever is to be told of that is told at once.
    if (row.kind === 'feedback') await wakeUnit(transaction, row.unitId, row.recordedAt);
    const { unitId, id, kind, revision, removed } = row;
    const act = removed
      ? 'register.removed'
      : revision === 1
        ? 'register.added'
        : 'register.changed';
    const subject = { type: 'register', id };
    await this.#audit.write(transaction, {
      unitId,
      actor,
      act,
      subject,
      from,
      facts: { kind, revision },
    });
  }

  async #get(units: readonly number[], id: string): Promise<RegisterEntryAnswer> {
    const row = await this.#store.find(units, id);
    if (row === undefined) throw new Error('An entry that was kept is gone');
    return entryOf(row);
  }
}

const textOf = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day));
