/** The office's time in ticks of five minutes, asked tick by tick; knows nothing of the code under test. */
export const TICKS_A_DAY = 288;

export type Passed = (tick: number) => boolean;

export class NaiveTime {
  readonly #open: readonly boolean[];
  readonly #openBefore: readonly number[];

  constructor(open: readonly boolean[]) {
    this.#open = open;
    const openBefore = [0];
    for (const each of open) openBefore.push((openBefore.at(-1) ?? 0) + (each ? 1 : 0));
    this.#openBefore = openBefore;
  }

  /** The first tick at which it is passed; null when it was so at the start already. */
  ahead(start: number, passed: Passed): number | null {
    return passed(start) ? null : this.firstTick(start, passed);
  }

  firstTick(from: number, passed: Passed): number {
    let tick = from;
    while (!passed(tick)) {
      tick += 1;
      if (tick >= this.#open.length) return Infinity;
    }
    return tick;
  }

  /** Open ticks in [from, to), from a running count. */
  openTicks(from: number, to: number): number {
    return (this.#openBefore[to] ?? NaN) - (this.#openBefore[from] ?? NaN);
  }

  afterOpen(from: number, wait: number): number {
    return this.firstTick(from, (tick) => this.openTicks(from, tick) >= wait);
  }

  worked(day: number): boolean {
    return this.openTicks(day * TICKS_A_DAY, (day + 1) * TICKS_A_DAY) > 0;
  }

  /** A due moment at midnight belongs to the day that ends there. */
  dayOfDue(due: number): number {
    return Math.ceil(due / TICKS_A_DAY) - 1;
  }

  daysBefore(due: number, count: number): number {
    let day = this.dayOfDue(due);
    for (let left = count; left > 0 && day > 0;) {
      day -= 1;
      if (this.worked(day)) left -= 1;
    }
    return due - (this.dayOfDue(due) - day) * TICKS_A_DAY;
  }

  daysAfter(from: number, count: number): number {
    let day = Math.floor(from / TICKS_A_DAY);
    for (let left = count; left > 0;) {
      day += 1;
      if (day * TICKS_A_DAY > this.#open.length) return Infinity;
      if (this.worked(day)) left -= 1;
    }
    return day * TICKS_A_DAY + (from % TICKS_A_DAY);
  }

  opening(due: number): number {
    const first = this.dayOfDue(due) * TICKS_A_DAY;
    return this.firstTick(first, (tick) => this.#open[tick] === true);
  }
}
