import { dossierProblemCodes } from './dossier-codes.ts';
import { ruleProblemCodes } from './rule-codes.ts';

const general = [
  'invalid-request',
  'value-out-of-range',
  'body-too-large',
  'not-found',
  'not-permitted',
  'unit-required',
  'key-used-otherwise',
  'request-under-way',
  'too-busy',
  'not-ready',
  'unexpected',
] as const;

const identity = [
  'sign-in-required',
  'sign-in-failed',
  'one-time-code-required',
  'too-many-attempts',
  'foreign-request',
  'password-change-required',
  'second-factor-required',
  'second-factor-enrolled',
  'second-factor-not-offered',
  'password-not-accepted',
  'wrong-password',
  'link-not-valid',
  'username-taken',
  'unit-code-taken',
  'department-code-taken',
  'unknown-parent',
  'unknown-department',
  'role-not-for-unit',
  'permission-not-for-keys',
  'last-administrator',
] as const;

/**
 * Every reason the product may give for not doing what was asked. A code is a promise to other
 * systems: it is never renamed and never reused; wording and HTTP status hang on it elsewhere.
 */
export const problemCodes = [
  ...general,
  ...identity,
  ...ruleProblemCodes,
  ...dossierProblemCodes,
] as const;

export type GeneralProblemCode = (typeof general)[number];
export type IdentityProblemCode = (typeof identity)[number];
export type ProblemCode = (typeof problemCodes)[number];

/** What may be wrong with one field of a request. */
export const fieldFaults = [
  'required',
  'wrong-type',
  'unknown-field',
  'unknown-value',
  'wrong-format',
  'too-short',
  'too-long',
  'out-of-range',
  'not-whole',
] as const;

export type FieldFault = (typeof fieldFaults)[number];
