import type { OfficeEvent } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { ReportedFacts } from './reported-dossier.ts';

type Told = (event: OfficeEvent) => boolean;

/** An obligation arises with a charge that is not nothing, and with a payment asked for while waiting. */
const isCharge: Told = (event) =>
  (event.type === 'feeCharged' || event.type === 'paymentRequested') && event.payload.amount > 0;

const isOnlinePayment: Told = (event) =>
  (event.type === 'feePaid' || event.type === 'paymentReceived') &&
  event.payload.method === 'online' &&
  event.payload.amount > 0;

const is =
  (type: OfficeEvent['type']): Told =>
  (event) =>
    event.type === type;

/** What tells each fact for the first time. */
const TOLD_BY = {
  componentsDigitisedAt: is('componentsDigitised'),
  resultDigitisedAt: is('resultDigitised'),
  electronicResultAt: is('electronicResultIssued'),
  archivedAt: is('archivedToStore'),
  dataReusedAt: is('dataReused'),
  feeChargedAt: isCharge,
  feePaidOnlineAt: isOnlinePayment,
} as const satisfies Record<keyof ReportedFacts, Told>;

/**
 * When each fact was first told of a dossier, from its effective events.
 *
 * @example reportedFacts([received 12/01, componentsDigitised 12/01 08:05]).componentsDigitisedAt // 12/01 08:05
 */
export function reportedFacts(events: readonly OfficeEvent[]): ReportedFacts {
  const facts: Partial<Record<keyof ReportedFacts, Instant>> = {};
  for (const [fact, told] of Object.entries(TOLD_BY)) {
    const event = events.find(told);
    if (event !== undefined) facts[fact as keyof ReportedFacts] = event.occurredAt;
  }
  return facts;
}
