import { alertProblemCodes } from './alert-codes.ts';
import { deliveryProblemCodes } from './delivery-codes.ts';
import { dossierProblemCodes } from './dossier-codes.ts';
import { feeProblemCodes } from './fee-codes.ts';
import { formProblemCodes } from './form-codes.ts';
import { importProblemCodes } from './import-codes.ts';
import { reportProblemCodes } from './report-codes.ts';
import { ruleProblemCodes } from './rule-codes.ts';

const general = [
  'invalid-request',
  'value-out-of-range',
  'body-too-large',
  'picture-unfit',
  'unsupported-media-type',
  'not-found',
  'method-not-allowed',
  'not-permitted',
  'unit-required',
  'key-used-otherwise',
  'request-under-way',
  'too-busy',
  'not-ready',
  'took-too-long',
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
  'wrong-one-time-code',
  'password-not-accepted',
  'wrong-password',
  'link-not-valid',
  'username-taken',
  'unit-code-taken',
  'department-code-taken',
  'department-in-use',
  'unknown-parent',
  'unknown-department',
  'role-not-for-unit',
  'permission-not-for-keys',
  'last-administrator',
] as const;

const staff = [
  'session-locked',
  'desk-not-registered',
  'outside-working-hours',
  'full-sign-in-required',
  'pin-too-simple',
  'wrong-pin',
  'absence-period',
  'absence-overlaps',
  'absence-circular',
  'absence-not-yours',
  'substitute-is-self',
  'unknown-substitute',
] as const;

/**
 * Every reason the product may give for not doing what was asked. A code is a promise to other
 * systems: it is never renamed and never reused; wording and HTTP status hang on it elsewhere.
 */
export const problemCodes = [
  ...general,
  ...identity,
  ...staff,
  ...ruleProblemCodes,
  ...dossierProblemCodes,
  ...importProblemCodes,
  ...feeProblemCodes,
  ...formProblemCodes,
  ...reportProblemCodes,
  ...alertProblemCodes,
  ...deliveryProblemCodes,
] as const;

export type GeneralProblemCode = (typeof general)[number];
export type IdentityProblemCode = (typeof identity)[number];
/** About who sits at which desk, and who stands in for whom. */
export type StaffProblemCode = (typeof staff)[number];
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

export const isFieldFault = (code: FieldFault | ProblemCode): code is FieldFault =>
  fieldFaults.some((fault) => fault === code);
