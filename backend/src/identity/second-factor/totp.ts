import { createHmac, timingSafeEqual } from 'node:crypto';
import { base32 } from './base32.ts';

const STEP_MS = 30_000;
const DIGITS = 6;

/** One step early or late: clocks of telephones differ. */
const TOLERANCE = [0, -1, 1];

export const stepOf = (machineNow: number): number => Math.floor(machineNow / STEP_MS);

/** The code of a step: RFC 6238 with SHA-1, which is what every authenticator speaks. */
export const codeOf = (seed: Uint8Array, step: number, digits = DIGITS): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', seed).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
};

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The step whose code it is, if it has not been used: a code opens once, and none before it any more. */
export const findStep = (
  seed: Uint8Array,
  code: string,
  { now, usedUpTo }: { readonly now: number; readonly usedUpTo: number },
): number | undefined => {
  const typed = code.replace(/\s/g, '');
  return TOLERANCE.map((shift) => stepOf(now) + shift).find(
    (step) => step > usedUpTo && isSame(codeOf(seed, step), typed),
  );
};

/** What an authenticator scans. */
export const enrolmentUri = (seed: Uint8Array, username: string): string => {
  const label = encodeURIComponent(`Motcua:${username}`);
  return `otpauth://totp/${label}?secret=${base32(seed)}&issuer=Motcua&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`;
};
