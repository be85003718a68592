/** Where the end-of-day handover stands. */
export const HANDOVER_PLACE = 'ban-giao';
