import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 random bits: nobody guesses one, and of two none tells of the other. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of a token. A quick hash will do where there is nothing to guess. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
