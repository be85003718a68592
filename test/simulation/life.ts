import fc from 'fast-check';
import { Act } from './act.ts';
import { aChance } from './acts.ts';
import { Birth } from './birth.ts';
import { CalendarChange } from './calendar-change.ts';
import type { SimulatedUnit } from './simulated-unit.ts';
import type { Real, Step } from './step.ts';
import { Telling } from './telling.ts';

const number = fc.nat(9_999);
const dice = fc.tuple(number, number, number, number);
const birth = dice.map((numbers): Step => new Birth(numbers));
const act = aChance.map((chance): Step => new Act(chance));
const telling = dice.map((numbers): Step => new Telling(numbers));
const calendar = dice.map((numbers): Step => new CalendarChange(numbers));

/** A life of a commune: mostly acts. */
export const aLife = (maxCommands: number) =>
  fc.commands<SimulatedUnit, Real, boolean>(
    [birth, birth, ...Array.from({ length: 20 }, () => act), telling, calendar],
    { maxCommands, size: 'max' },
  );
