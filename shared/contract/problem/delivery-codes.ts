/** About what leaves the product, and where it may go. */
export const deliveryProblemCodes = [
  'delivery-not-dead',
  'hook-host-not-allowed',
  'call-over',
  'call-later-not-ahead',
] as const;

export type DeliveryProblemCode = (typeof deliveryProblemCodes)[number];
