import type { Clock } from '../../backend/src/platform/clock/clock.ts';

/** A clock that stands still until it is told to move. */
export class FixedClock implements Clock {
  #office: number;
  #machine: number;
  #monotonic = 0;

  constructor(moment: string, machine = moment) {
    this.#office = Date.parse(moment);
    this.#machine = Date.parse(machine);
  }

  officeNow(): number {
    return this.#office;
  }

  officeRate(): number {
    return 1;
  }

  machineNow(): number {
    return this.#machine;
  }

  monotonicMs(): number {
    return this.#monotonic;
  }

  advance(byMs: number): void {
    this.#office += byMs;
    this.#machine += byMs;
    this.#monotonic += byMs;
  }
}
