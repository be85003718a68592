import { randomBytes } from 'node:crypto';

/** Stands in the built page where each answer gets a number of its own. */
const PLACE_OF_NONCE = /motcua-nonce/g;

const policyOf = (nonce: string): string =>
  [
    "default-src 'self'",
    "base-uri 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // What is to be printed is looked at where it is worded; only our own pages make such addresses.
    "frame-src 'self' blob:",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "script-src 'self'",
    // Components bring their styles along; nobody else's get in.
    `style-src 'self' 'nonce-${nonce}'`,
    "require-trusted-types-for 'script'",
    'trusted-types angular',
  ].join(';');

/** The application's page as this one visitor gets it, and what his browser may do with it. */
export const screenFor = (page: Buffer): { readonly body: string; readonly policy: string } => {
  const nonce = randomBytes(16).toString('base64');
  return { body: page.toString().replace(PLACE_OF_NONCE, nonce), policy: policyOf(nonce) };
};
