import { Inject, Injectable } from '@nestjs/common';
import {
  retainedKinds,
  type PreviewRetention,
  type Retention,
  type RetentionDue,
  type RetentionRules,
  type SetRetention,
} from '#contract/retention';
import { formatInstant, instant, type Instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { PersonEraser } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { dueBefore } from './due-before.ts';
import { countNotes } from './note-eraser.ts';
import { KEEP_ALL, RetentionBook } from './retention-book.ts';

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('retention ' || $1, 0))`;

const LAST = `select coalesce(max(version), 0)::int as version from retention_rule where unit_id = $1`;

const ADD = `insert into retention_rule (unit_id, version, rules, set_at, set_by, reason)
  values ($1, $2, $3, $4, $5, $6)`;

/** How long a unit keeps what is said of persons: told, tried and set. */
@Injectable()
export class RetentionService {
  readonly #book: RetentionBook;
  readonly #eraser: PersonEraser;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- what is set, counted and written down
  constructor(
    @Inject(RetentionBook) book: RetentionBook,
    @Inject(PersonEraser) eraser: PersonEraser,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#book = book;
    this.#eraser = eraser;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async get(actor: RequestActor, unitId: number | undefined): Promise<Retention> {
    return this.#tell(actor.choose('retention.write', unitId).id);
  }

  /** What would go tonight by these rules. Nothing of it is touched. */
  async preview(
    actor: RequestActor,
    { unitId, rules }: PreviewRetention,
  ): Promise<{ readonly due: readonly RetentionDue[] }> {
    return { due: await this.#due(actor.choose('retention.write', unitId).id, rules) };
  }

  async set({ unitId: asked, version, rules, reason }: SetRetention, ask: Ask): Promise<Retention> {
    const { actor, from } = ask;
    const unitId = actor.choose('retention.write', asked).id;
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await transaction.query(ONE_AT_A_TIME, [String(unitId)]);
      const [last] = await transaction.query<{ readonly version: number }>(LAST, [unitId]);
      const known = last?.version ?? 0;
      if (known !== version) throw new ProblemError('version-stale', { version: known });
      const now = sqlInstant(this.#now());
      await transaction.execute(ADD, [unitId, known + 1, rules, now, actor.id, reason]);
      await this.#audit.write(transaction, {
        ...{ unitId, actor, from, act: 'retention.set' },
        subject: { type: 'retention', id: String(known + 1) },
        facts: { after: rules },
      });
    });
    return this.#tell(unitId);
  }

  #notes(unitId: number, before: Instant): Promise<number> {
    return this.#tenancy.within({ units: [unitId] }, (transaction) =>
      countNotes(transaction, { unitId, before }),
    );
  }

  #now(): Instant {
    return instant(this.#clock.officeNow());
  }

  async #tell(unitId: number): Promise<Retention> {
    const [history, nights] = await Promise.all([
      this.#book.history(unitId),
      this.#book.nights(unitId),
    ]);
    const { version = 0, rules = KEEP_ALL } = history[0] ?? {};
    const due = await this.#due(unitId, rules);
    return { unitId, version, rules, due, history, nights };
  }

  #due(unitId: number, rules: RetentionRules): Promise<readonly RetentionDue[]> {
    const now = this.#now();
    return Promise.all(
      retainedKinds.map(async (kind) => {
        const months = rules[kind];
        if (months === null) return { kind, before: null, dossiers: 0, notes: 0 };
        const before = dueBefore(now, months);
        const dossiers = await this.#eraser.count(kind, { unitId, before });
        const notes = kind === 'words' ? await this.#notes(unitId, before) : 0;
        return { kind, before: formatInstant(before), dossiers, notes };
      }),
    );
  }
}
