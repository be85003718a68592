import { Inject, Injectable } from '@nestjs/common';
import { retainedKinds, type RetainedKind } from '#contract/retention';
import { dayOf, formatDay, formatInstant, instant, type Instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { PersonEraser } from '../dossiers/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { dueBefore } from './due-before.ts';
import { eraseNotes } from './note-eraser.ts';
import { RetentionBook, type RulesKept } from './retention-book.ts';

/** So many dossiers are done at once: a command on one of them waits no longer than that. */
const BATCH = 200;

const ACTOR = { kind: 'system', id: 'retention.erase' } as const;

/** Erases by night what its unit no longer wants kept, a few dossiers at a time; what is left is due tomorrow. */
@Injectable()
export class RetentionRound {
  readonly #book: RetentionBook;
  readonly #eraser: PersonEraser;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- what is set, erased and written down
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

  async go(): Promise<void> {
    const now = instant(this.#clock.officeNow());
    for (const kept of await this.#book.inForce()) {
      for (const kind of retainedKinds) await this.#eraseAll(kept, kind, now);
    }
  }

  async #eraseAll(kept: RulesKept, kind: RetainedKind, now: Instant): Promise<void> {
    let done = BATCH;
    while (done === BATCH) done = await this.#eraseSome(kept, kind, now);
    if (kind === 'words') await this.#eraseNotes(kept, now);
  }

  /** What is gone and that it went are kept together. */
  #eraseSome({ unitId, version, rules }: RulesKept, kind: RetainedKind, now: Instant) {
    const months = rules[kind];
    if (months === null) return Promise.resolve(0);
    const before = dueBefore(now, months);
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const dossiers = await this.#eraser.erase(transaction, kind, { unitId, before, most: BATCH });
      if (dossiers === 0) return 0;
      await this.#book.note(transaction, unitId, {
        ...{ day: formatDay(dayOf(now)), kind, dossiers, notes: 0 },
      });
      await this.#audit.write(transaction, {
        ...{ unitId, actor: ACTOR, act: 'retention.erased' },
        subject: { type: 'retention', id: String(version) },
        facts: { kind, dossiers, endedBefore: formatInstant(before) },
      });
      return dossiers;
    });
  }

  /** What people wrote of incidents and of differences that belong to no dossier: few, and gone at once. */
  #eraseNotes({ unitId, version, rules: { words } }: RulesKept, now: Instant): Promise<void> {
    if (words === null) return Promise.resolve();
    const before = dueBefore(now, words);
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const notes = await eraseNotes(transaction, { unitId, before });
      if (notes === 0) return;
      await this.#book.note(transaction, unitId, {
        ...{ day: formatDay(dayOf(now)), kind: 'words', dossiers: 0, notes },
      });
      await this.#audit.write(transaction, {
        ...{ unitId, actor: ACTOR, act: 'retention.erased' },
        subject: { type: 'retention', id: String(version) },
        facts: { kind: 'words', notes, endedBefore: formatInstant(before) },
      });
    });
  }
}
