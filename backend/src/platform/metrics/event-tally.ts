import { Inject, Injectable } from '@nestjs/common';
import { Meters } from './meters.ts';

/** Counts what is appended; whoever appends knows no more of metrics than this. */
@Injectable()
export class EventTally {
  readonly #meters: Meters;

  constructor(@Inject(Meters) meters: Meters) {
    this.#meters = meters;
  }

  count(types: readonly string[]): void {
    for (const type of types) this.#meters.events.inc({ type });
  }
}
