import type { Logger } from 'pino';

/** Work to be done again and again, and how to have it ordered anew. */
export interface Round {
  readonly name: string;
  readonly everyMs: number;
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
  readonly #lastMs = new Map<string, number>();
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
  run(name: string): Promise<void> {
    const underWay = this.#underWay.get(name);
    if (underWay !== undefined) return underWay;
    this.#soonMs.delete(name);
    const work = this.#perform(name).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, work);
    return work;
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay.values());
  }

  async #perform(name: string): Promise<void> {
    await this.#parts.perform(name);
    this.#lastMs.set(name, this.#parts.monotonicMs());
  }

  async #consider(round: Round, now: number): Promise<void> {
    if (this.#underWay.has(round.name)) return;
    const last = this.#lastMs.get(round.name);
    const overdue = last !== undefined && now - last >= round.everyMs + this.#parts.patienceMs;
    const asked = (this.#soonMs.get(round.name) ?? Infinity) <= now;
    if (!overdue && !asked) return;
    try {
      await this.run(round.name);
      if (overdue) await this.#parts.orderAgain(round);
    } catch (error) {
      // The next look tries again: a round that fails is not a round that was done.
      this.askSoon(round.name, round.everyMs);
      this.#parts.log.warn({ err: error, round: round.name }, 'a round failed');
    }
  }
}
