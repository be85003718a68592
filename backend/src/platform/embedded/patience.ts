/** How often something may break before we stop mending it: `times` within `windowMs`. */
export class Patience {
  readonly #times: number;
  readonly #windowMs: number;
  #crashes: readonly number[] = [];

  constructor(times: number, windowMs: number) {
    this.#times = times;
    this.#windowMs = windowMs;
  }

  /** Counts a crash at the given moment; false when there were too many. */
  bears(nowMs: number): boolean {
    this.#crashes = [...this.#crashes.filter((at) => nowMs - at < this.#windowMs), nowMs];
    return this.#crashes.length <= this.#times;
  }
}
