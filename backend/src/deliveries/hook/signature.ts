import { createHmac } from 'node:crypto';

/**
 * `v1=<hex>` over the moment in seconds and the body, as it stands in the header: HMAC-SHA256. A receiver
 * computes the same, compares in constant time, and takes nothing that is older than five minutes.
 */
export const signatureOf = (secret: string, time: number, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
