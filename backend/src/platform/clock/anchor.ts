import { type Instant, parseInstant } from '#domain/working-time';
import type { EpochMs } from './clock.ts';

/** Where the office's time was set, against which moment of the machine, and how fast it runs. */
export interface Anchor {
  readonly machineAt: EpochMs;
  readonly officeAt: EpochMs;
  readonly rate: number;
}

/** Office time at a moment of the machine; without an anchor they are one. */
export const officeTimeAt = (anchor: Anchor | undefined, machineNow: EpochMs): EpochMs =>
  anchor === undefined
    ? machineNow
    : Math.floor(anchor.officeAt + (machineNow - anchor.machineAt) * anchor.rate);

export interface ClockSetting {
  readonly officeAt: Instant;
  readonly rate: number;
}

/**
 * Reads `ISO@rate`.
 *
 * @example readClockSetting('2026-01-15T07:30:00+07:00@600') → { officeAt: …, rate: 600 }
 */
export const readClockSetting = (text: string): ClockSetting | undefined => {
  const [moment = '', rate = '1'] = text.split('@');
  const officeAt = parseInstant(moment);
  return officeAt === undefined ? undefined : { officeAt, rate: Number(rate) };
};
