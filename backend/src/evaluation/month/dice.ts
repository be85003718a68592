/** Chance that falls the same way whenever it is thrown from the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0 and below 1. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** Whether something happens that happens in such a share of cases. */
  falls(probability: number): boolean {
    return this.share() < probability;
  }

  between(least: number, below: number): number {
    return least + this.share() * (below - least);
  }

  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.share() * values.length)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  }

  /** One of several, each as likely as its weight. */
  weighed<Value extends { readonly weight: number }>(values: readonly Value[]): Value {
    const total = values.reduce((sum, { weight }) => sum + weight, 0);
    let left = this.share() * total;
    for (const value of values) {
      left -= value.weight;
      if (left < 0) return value;
    }
    return this.pick(values);
  }
}
