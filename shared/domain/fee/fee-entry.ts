import {
  effectiveEvents,
  type DossierEvent,
  type OfficeEvent,
  type PaymentMethod,
} from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';

/** Whether money was asked for, asked for while the dossier waits for it, or taken. */
export type FeeKind = 'charge' | 'request' | 'payment';

/** One line of what a dossier owes and pays, as it is now known to have happened. */
export interface FeeEntry {
  /** Of the event that tells it. */
  readonly version: number;
  readonly kind: FeeKind;
  /** Whole đồng. */
  readonly amount: number;
  /** Of payments only. */
  readonly method?: PaymentMethod;
  readonly occurredAt: Instant;
  readonly actor: { readonly kind: string; readonly id: string };
  /** The system that told it; its marks may say that there was a fee, but not how much. */
  readonly source?: string;
}

type Told = Pick<FeeEntry, 'kind' | 'amount' | 'method'>;

/**
 * Every fee of a dossier from its events, mended ones as mended, in order of time.
 *
 * @example feeEntriesOf([received, feeCharged 8.000, feePaid 8.000 cash]) // [charge 8.000, payment 8.000]
 */
export const feeEntriesOf = (history: readonly DossierEvent[]): readonly FeeEntry[] =>
  effectiveEvents(history).flatMap((event) => {
    const told = toldBy(event);
    return told === undefined ? [] : [entryOf(event, told)];
  });

const entryOf = (event: OfficeEvent, told: Told): FeeEntry => {
  const { version, occurredAt, actor, source } = event;
  return {
    ...{ ...told, version, occurredAt },
    actor: { kind: actor.kind, id: actor.id },
    ...(source !== undefined && { source }),
  };
};

function toldBy(event: OfficeEvent): Told | undefined {
  if (event.type === 'feeCharged') return { kind: 'charge', amount: event.payload.amount };
  if (event.type === 'paymentRequested') return { kind: 'request', amount: event.payload.amount };
  if (event.type !== 'feePaid' && event.type !== 'paymentReceived') return undefined;
  const { amount, method } = event.payload;
  return { kind: 'payment', amount, method };
}
