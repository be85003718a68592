import { type Anchor, officeTimeAt } from './anchor.ts';
import type { Clock, EpochMs } from './clock.ts';

/** The clock of this process; the keeper tells it where the office's time is anchored. */
export class OfficeClock implements Clock {
  #anchor: Anchor | undefined;

  get anchor(): Anchor | undefined {
    return this.#anchor;
  }

  follow(anchor: Anchor | undefined): void {
    this.#anchor = anchor;
  }

  officeNow(): EpochMs {
    return officeTimeAt(this.#anchor, this.machineNow());
  }

  officeRate(): number {
    return this.#anchor?.rate ?? 1;
  }

  machineNow(): EpochMs {
    return Date.now();
  }

  monotonicMs(): number {
    return performance.now();
  }
}
