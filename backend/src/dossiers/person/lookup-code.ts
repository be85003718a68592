import { createHash, randomInt } from 'node:crypto';
import type { SecretBox } from '../../platform/secret-box/secret-box.ts';
import type { Append } from '../store/append.ts';
import { plainCode } from './typed-code.ts';

// Crockford's letters: nothing that is read as something else. Eight of them are 40 bits.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

export const newLookupCode = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** As people type it: in small letters, with O for 0, and blanks or dashes between. */
export const typedLookupCode = (text: string): string =>
  plainCode(text).replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Of one dossier: the same code under another tells nothing. */
export const lookupHash = (dossierId: string, code: string): string =>
  createHash('sha256').update(`${dossierId}\n${code}`).digest('hex');

const about = (dossierId: string): string => `lookup-code:${dossierId}`;

export const sealedLookup = (
  dossierId: string,
  code: string,
  box: SecretBox,
): NonNullable<Append['lookup']> => ({
  sealed: box.seal(Buffer.from(code), about(dossierId)).toString('hex'),
  hash: lookupHash(dossierId, code),
});

export const openLookup = (dossierId: string, sealed: Uint8Array, box: SecretBox): string =>
  box.open(sealed, about(dossierId)).toString();
