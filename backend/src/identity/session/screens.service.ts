import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { OfficeHours } from './office-hours.ts';
import { IDLE_MS } from './session-rules.ts';

/** What is known of a session when a request comes with it. */
export interface Lying {
  readonly sessionId: string;
  readonly locked: boolean;
  readonly idleMs: number;
  readonly lockAfterMinutes: number;
  /** Whose hours count; without a unit none do. */
  readonly unitId: number | undefined;
  /** Whether this request is an act of theirs: an open page alone keeps nothing awake. */
  readonly isAct: boolean;
}

const lockAfterMs = ({ lockAfterMinutes }: Lying): number => lockAfterMinutes * 60_000;

const isFresh = (lying: Lying): boolean =>
  !lying.locked && lying.idleMs < Math.min(lockAfterMs(lying), IDLE_MS);

/**
 * A screen left alone. While the office is at work it locks and keeps what is on it; outside it the session
 * ends. Idle time is machine time, the office's hours are the office's.
 */
@Injectable()
export class Screens {
  readonly #tenancy: Tenancy;
  readonly #hours: OfficeHours;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeHours) hours: OfficeHours,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#hours = hours;
    this.#clock = clock;
  }

  async look(lying: Lying): Promise<'open' | 'locked' | 'over'> {
    const { unitId, locked, idleMs } = lying;
    if (isFresh(lying)) return 'open';
    const isAtWork = unitId !== undefined && (await this.#hours.areNow(unitId));
    if (!isAtWork && idleMs >= IDLE_MS) return 'over';
    if (locked) return 'locked';
    return isAtWork && idleMs >= lockAfterMs(lying) ? this.#lockNow(lying) : this.#wake(lying);
  }

  /** Kept where the first request meets it: what locked at work is no open screen when work is over. */
  async lock(transaction: Transaction, sessionId: string): Promise<void> {
    await transaction.execute(
      'update session set locked_at = $2 where id = $1 and locked_at is null',
      [sessionId, sqlInstant(this.#clock.machineNow())],
    );
  }

  async open(transaction: Transaction, sessionId: string): Promise<void> {
    await transaction.execute('update session set locked_at = null, seen_at = $2 where id = $1', [
      sessionId,
      sqlInstant(this.#clock.machineNow()),
    ]);
  }

  async #lockNow({ sessionId }: Lying): Promise<'locked'> {
    await this.#tenancy.within({ units: [] }, (transaction) => this.lock(transaction, sessionId));
    return 'locked';
  }

  async #wake({ sessionId, isAct }: Lying): Promise<'open'> {
    if (isAct) {
      await this.#tenancy.ask({ units: [] }, 'update session set seen_at = $2 where id = $1', [
        sessionId,
        sqlInstant(this.#clock.machineNow()),
      ]);
    }
    return 'open';
  }
}
