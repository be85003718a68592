import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { instant } from '#domain/working-time';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { problemStatus } from '../../platform/problem/status.ts';
import { DeskBook } from '../desk-book.service.ts';
import { auditLineOf, type Author } from './keeper.service.ts';

/** What was asked for and refused. */
interface Refused {
  readonly unitId: number;
  /** Absent where there is no dossier yet. */
  readonly id?: string;
  readonly author: Author;
  readonly act: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Not on this dossier, not in this state, against a rule. Whoever may never do it is in the book of denials. */
const REFUSALS: ReadonlySet<number> = new Set([403, 409, 422]);

const isRefusal = (error: unknown): error is ProblemError =>
  error instanceof ProblemError &&
  REFUSALS.has(problemStatus[error.code]) &&
  // Nothing was decided: the same request is simply sent again.
  error.code !== 'request-under-way';

/** A refused command leaves one line of audit, and nothing else (I-2): codes only, not what was said. */
@Injectable()
export class RefusalBook {
  readonly #tenancy: Tenancy;
  readonly #desk: DeskBook;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#tenancy = tenancy;
    this.#desk = desk;
    this.#clock = clock;
    this.#log = log;
  }

  /** In a transaction of its own, after the refusal: what cannot be written down is refused all the same. */
  async note(error: unknown, { unitId, id, author, act, facts }: Refused): Promise<void> {
    if (!isRefusal(error)) return;
    const line = auditLineOf({
      ...{ author, act, officeAt: instant(this.#clock.officeNow()) },
      ...(id !== undefined && { subject: { type: 'dossier', id } }),
      facts: { ...facts, code: error.code },
    });
    try {
      await this.#tenancy.within({ units: [unitId] }, (transaction) =>
        this.#desk.note(transaction, unitId, { ...line, outcome: 'refused' }),
      );
    } catch (fault) {
      const { code } = error;
      this.#log.error({ err: fault, act, code }, 'a refusal could not be written down');
    }
  }
}
