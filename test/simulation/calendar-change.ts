import type { SimulatedUnit } from './simulated-unit.ts';
import { iso } from './stage.ts';
import { DAY, at, type Dice, type Real, type Step } from './step.ts';

/** A day becomes a day off, or is worked. */
export class CalendarChange implements Step {
  readonly #dice: Dice;
  #shown = 'calendar';

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  check(unit: Readonly<SimulatedUnit>): boolean {
    return unit.dossiers.some(({ model }) => model.isOpen);
  }

  async run(unit: SimulatedUnit, real: Real): Promise<void> {
    const [a, b] = this.#dice;
    const now = real.stage.now;
    const open = unit.dossiers.filter(({ model }) => model.isOpen);
    const near = open[a % open.length]?.model.life.receivedAt ?? now;
    const date = String(iso(near + (a % 14) * DAY)).slice(0, 10);
    const weekend = [0, 6].includes(new Date(date).getUTCDay());
    const day = { date, kind: weekend !== (b % 8 === 0) ? 'worked' : 'off' } as const;
    this.#shown = `calendar ${JSON.stringify(day)} ${at(now)}`;
    await real.stage.changeCalendar(real.unit, day);
    unit.changeDay(day, now);
  }

  toString(): string {
    return this.#shown;
  }
}
