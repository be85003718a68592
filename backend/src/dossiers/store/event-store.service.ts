import { Inject, Injectable, Optional } from '@nestjs/common';
import { replay, type DossierState } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import { jsonBytes } from '../../platform/database/json-bytes.ts';
import {
  DUPLICATE_KEY,
  LOCK_NOT_AVAILABLE,
  StatementFailed,
} from '../../platform/database/statement-failed.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { EventTally } from '../../platform/metrics/event-tally.ts';
import type { Append, Appended, Replayed } from './append.ts';
import { appendRequest } from './append-request.ts';
import { readLoaded, type LoadedRow, type OfficeHead } from './loaded.ts';

/** A dossier as it was found, and what the request under this key was answered before. */
export interface Loaded {
  /** Null: there is no such dossier in this unit. */
  readonly state: DossierState | null;
  readonly signals: { readonly stepDueAt: Instant | null; readonly nextSignalAt: Instant | null };
  readonly replay: Replayed | { readonly kind: 'keyReused' } | null;
  /** The office at the moment of the question. */
  readonly head: OfficeHead;
}

export type Asked = Pick<NonNullable<Append['idempotency']>, 'actor' | 'key' | 'bodyHash'>;

/** Raised by `append_events` when another dossier has the external code. */
const KNOWN = 'MC001';
const APPROVAL_CLOSED = 'MC003';

const APPEND = 'select append_in_force($1::text::jsonb) as answer';
const APPEND_CONSENTING = 'select append_consenting($1::text::jsonb) as answer';
const APPEND_MANY = 'select append_many($1::text::jsonb) as answers';
const LOAD = 'select load_dossier($1, $2, $3::text::jsonb) as answer';

/** The events of dossiers and what they add up to: one statement in, one statement out. */
@Injectable()
export class EventStore {
  readonly #tenancy: Tenancy;
  readonly #tally: EventTally | undefined;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    // Where nobody measures, nobody counts.
    @Optional() @Inject(EventTally) tally?: EventTally,
  ) {
    this.#tenancy = tenancy;
    this.#tally = tally;
  }

  /**
   * Keeps all of a command's outcome, or nothing of it. Inside a transaction of the caller's it is kept with
   * the rest; alone it is one way to the database and back.
   */
  async append(append: Append, transaction?: Transaction): Promise<Appended> {
    const parameters = [JSON.stringify(appendRequest(append))];
    try {
      const statement = append.consent === undefined ? APPEND : APPEND_CONSENTING;
      const [row] = await (transaction === undefined
        ? this.#tenancy.call<{ readonly answer: Appended }>(statement, parameters)
        : transaction.query<{ readonly answer: Appended }>(statement, parameters));
      if (row === undefined) throw new Error('The store gave no answer');
      if (row.answer.kind === 'appended') this.#count(append);
      return row.answer;
    } catch (error) {
      return this.#answered(error, append);
    }
  }

  /** Keeps the outcomes of many commands in the caller's transaction; what throws has to undo all of them. */
  async appendMany(
    appends: readonly Append[],
    transaction: Transaction,
  ): Promise<readonly Appended[]> {
    if (appends.length === 0) return [];
    const [row] = await transaction.query<{ readonly answers: readonly Appended[] }>(APPEND_MANY, [
      await jsonBytes(requestsOf(appends)),
    ]);
    if (row === undefined) throw new Error('The store gave no answer');
    for (const append of appends) this.#count(append);
    return row.answers;
  }

  /** The dossier as its events tell it, in one question. */
  async load(unit: number, dossierId: string, asked?: Asked): Promise<Loaded> {
    const parameters = [unit, dossierId, asked === undefined ? null : JSON.stringify(asked)];
    const [row] = await this.#tenancy.call<{ readonly answer: LoadedRow }>(LOAD, parameters);
    if (row === undefined) throw new Error('The store gave no answer');
    const { events, ...told } = readLoaded(row.answer);
    return { state: replay(events), ...told };
  }

  #count({ state, expectedVersion }: Append): void {
    this.#tally?.count(state.history.slice(expectedVersion).map(({ type }) => type));
  }

  async #answered(error: unknown, append: Append): Promise<Appended> {
    if (!(error instanceof StatementFailed)) throw error;
    if (error.state === LOCK_NOT_AVAILABLE) return { kind: 'busy' };
    if (error.state === APPROVAL_CLOSED) return { kind: 'approvalClosed' };
    if (error.state === KNOWN && error.detail !== undefined) {
      return { kind: 'known', dossierId: error.detail };
    }
    if (error.state === DUPLICATE_KEY && error.constraint === 'dossier_official_code') {
      return this.#byOfficialCode(append, error);
    }
    throw error;
  }

  async #byOfficialCode(append: Append, error: StatementFailed): Promise<Appended> {
    const [row] = await this.#tenancy.ask<{ readonly id: string }>(
      { units: [append.unit] },
      `select id from dossier where unit_id = $1 and official_code = $2 and not annulled`,
      [append.unit, append.state.intake.officialCode],
    );
    // Annulled in between: the next try will find the code free.
    if (row === undefined) throw error;
    return { kind: 'known', dossierId: row.id };
  }
}

/** One after another, as they are written out: together they would be megabytes. */
function* requestsOf(appends: readonly Append[]): Generator<ReturnType<typeof appendRequest>> {
  for (const append of appends) yield appendRequest(append);
}
