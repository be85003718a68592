import type { StateName } from './state.ts';

/** Status codes of the national portal (Cổng DVCQG) 1–10; an annulled dossier has none. */
export const NATIONAL_STATUS = {
  submitted: 1,
  awaitingIntakeSupplement: 5,
  received: 2,
  processing: 4,
  awaitingSupplement: 5,
  awaitingPayment: 6,
  onHold: 8,
  resultReady: 9,
  returned: 10,
  refused: 3,
  stopped: 8,
  withdrawn: 7,
  annulled: null,
} as const satisfies Record<StateName, number | null>;
