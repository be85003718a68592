import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { glance } from './glance.ts';

/** How far the sweeps are behind what is due: the one figure that tells whether warnings come in time. */
@Injectable()
export class SweepLag {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  /** In seconds of the machine, whatever the pace of the office's clock; a unit never looked at is as new. */
  async read(): Promise<number> {
    const { dossierAt, unitAt } = await glance(this.#tenancy);
    const known = [dossierAt, unitAt].filter((at) => at !== null && Number.isFinite(at));
    const rate = this.#clock.officeRate();
    if (known.length === 0 || rate === 0) return 0;
    const behind = this.#clock.officeNow() - Math.min(...known.map(Number));
    return Math.max(0, Math.floor(behind / 1_000 / rate));
  }
}
