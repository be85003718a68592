import type { Logger } from 'pino';

/** Work to be done again and again, and how to have it ordered anew. */
export interface Round {
  readonly name: string;
  readonly everyMs: number;
}

/** Who had a round done: the queue, somebody who needed it sooner, or the watchdog because nobody rang. */
export type RungBy = 'queue' | 'asked' | 'watchdog';

/** How a round stands, as far as this process knows. */
export interface RoundTold extends Round {
  /** Since it was last done here; undefined: not yet. */
  readonly agoMs: number | undefined;
  readonly by: RungBy | undefined;
  readonly isUnderWay: boolean;
  /** How often in a row it has failed since. */
  readonly failures: number;
}

interface Done {
  readonly atMs: number;
  readonly by: RungBy;
}

export interface WatchdogParts {
  /** How long ticks may stay away before we do the work ourselves; 0 without a queue. */
  readonly patienceMs: number;
  readonly monotonicMs: () => number;
  readonly perform: (name: string) => Promise<void>;
  /** Has the queue tick again: whatever it was told before may be lost. */
  readonly orderAgain: (round: Round) => Promise<void>;
  readonly log: Logger;
}

/**
 * Does the rounds when nobody rings for them. Measured on a clock that only grows: the queue's own
 * timers follow the machine's calendar and stand still for as long as it was set back.
 */
export class Watchdog {
  readonly #parts: WatchdogParts;
  readonly #done = new Map<string, Done>();
  readonly #failures = new Map<string, number>();
  readonly #soonMs = new Map<string, number>();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #rounds: Round[] = [];

  constructor(parts: WatchdogParts) {
    this.#parts = parts;
  }

  /** Watches over a kind of work, if it is one to be done again and again. */
  guard({ name, everyMs }: { readonly name: string; readonly everyMs?: number | undefined }): void {
    if (everyMs === undefined) return;
    this.#rounds.push({ name, everyMs });
    // The first look does every round once: who starts finds what was left lying.
    this.#soonMs.set(name, this.#parts.monotonicMs());
  }

  /** Somebody needs this round sooner than its turn. */
  askSoon(name: string, inMs: number): void {
    const at = this.#parts.monotonicMs() + inMs;
    const asked = this.#soonMs.get(name);
    if (asked === undefined || at < asked) this.#soonMs.set(name, at);
  }

  /** One look at all rounds; resolves when those it started are done, which nobody need wait for. */
  async look(): Promise<void> {
    const now = this.#parts.monotonicMs();
    await Promise.all(this.#rounds.map((round) => this.#consider(round, now)));
  }

  /** Does a round now, or waits for the one under way: never two of one kind in one process. */
  run(name: string, by: RungBy = 'queue'): Promise<void> {
    const underWay = this.#underWay.get(name);
    if (underWay !== undefined) return underWay;
    this.#soonMs.delete(name);
    const work = this.#perform(name, by).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, work);
    return work;
  }

  told(): readonly RoundTold[] {
    const now = this.#parts.monotonicMs();
    return this.#rounds.map((round) => {
      const done = this.#done.get(round.name);
      const isUnderWay = this.#underWay.has(round.name);
      const begun = this.#failures.get(round.name) ?? 0;
      return {
        ...{ ...round, isUnderWay, failures: isUnderWay ? Math.max(0, begun - 1) : begun },
        ...{ agoMs: done && now - done.atMs, by: done?.by },
      };
    });
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay.values());
  }

  async #perform(name: string, by: RungBy): Promise<void> {
    const failures = this.#failures.get(name) ?? 0;
    // Until it has come to its end it counts as one that did not.
    this.#failures.set(name, failures + 1);
    await this.#parts.perform(name);
    this.#failures.delete(name);
    this.#done.set(name, { atMs: this.#parts.monotonicMs(), by });
  }

  async #consider(round: Round, now: number): Promise<void> {
    const why = this.#underWay.has(round.name) ? undefined : this.#whyNow(round, now);
    if (why === undefined) return;
    try {
      await this.run(round.name, why);
      if (why === 'watchdog') await this.#parts.orderAgain(round);
    } catch (error) {
      // The next look tries again: a round that fails is not a round that was done.
      this.askSoon(round.name, round.everyMs);
      this.#parts.log.warn({ err: error, round: round.name }, 'a round failed');
    }
  }

  #whyNow({ name, everyMs }: Round, now: number): RungBy | undefined {
    const last = this.#done.get(name)?.atMs;
    if (last !== undefined && now - last >= everyMs + this.#parts.patienceMs) return 'watchdog';
    return (this.#soonMs.get(name) ?? Infinity) <= now ? 'asked' : undefined;
  }
}
