/**
 * A key for one act (`Idempotency-Key`): made when a person begins it, kept over every retry.
 * `crypto.randomUUID` is absent on plain-HTTP addresses of the office network; random values are not.
 */
export const newActKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
