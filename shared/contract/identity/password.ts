import * as z from 'zod';

/** In characters as sent: decomposed Vietnamese takes up to three for one. Longer is not even looked at. */
export const typedPassword = z.string().min(1).max(512);

/** Why a new password is not good enough. */
export const passwordFaults = [
  'too-short',
  'too-long',
  'common',
  'predictable',
  'unchanged',
] as const;

export type PasswordFault = (typeof passwordFaults)[number];
