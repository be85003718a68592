/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/**
 * Two times. Office time dates what the office does and may be moved (MOTCUA_CLOCK); machine time
 * is for sessions, leases and retries and is always real.
 */
export interface Clock {
  /** What the clock on the office wall says. */
  officeNow(): EpochMs;
  /** How many times as fast as the machine's the office's clock runs: 1, unless it was moved. */
  officeRate(): number;
  /** What the machine's calendar says. */
  machineNow(): EpochMs;
  /** Only ever grows, whoever sets the machine's clock: for measuring how long something took. */
  monotonicMs(): number;
}

export const CLOCK = Symbol('clock');
