import { ProblemError } from '../problem/problem-error.ts';

export interface LineLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

/**
 * What strangers may ask for as often as they like: a few at a time, some may wait, the rest are asked to
 * come back, so that a flood of it does not stop the office.
 */
export class WaitingLine {
  readonly #limits: LineLimits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: LineLimits) {
    this.#limits = limits;
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#turn();
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line: nobody can slip in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  #turn(): Promise<void> | undefined {
    if (this.#running < this.#limits.atOnce) {
      this.#running += 1;
      return undefined;
    }
    if (this.#waiting.length >= this.#limits.waiting) {
      throw new ProblemError('too-busy', { retryAfterSeconds: 2 });
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
