const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Machine time, all of it: a session does not grow old with the office's clock. */
export const IDLE_MS = 30 * MINUTE_MS;
export const ABSOLUTE_MS = 12 * HOUR_MS;
/** How exactly we know when a session was last seen; a write for each request would be dear. */
export const NOTED_EVERY_MS = MINUTE_MS;
export const DEVICE_MS = 30 * DAY_MS;
/** A desk stays a desk until somebody removes it; browsers keep no cookie longer than this. */
export const DESK_MS = 400 * DAY_MS;
