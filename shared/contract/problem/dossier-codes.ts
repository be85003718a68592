import { DOSSIER_REFUSALS } from '#domain/dossier';

/** Why nothing is done to a dossier: what the domain refuses, and what only the way to it can. */
export const dossierProblemCodes = [
  ...DOSSIER_REFUSALS,
  'dossier-exists',
  'version-required',
  'version-stale',
  'approval-under-way',
  'approval-closed',
  'unknown-assignee',
  'unknown-dossier',
  'external-code-required',
  'target-required',
  'lookup-not-found',
  'form-not-due',
  'print-not-offered',
  'book-range-inverted',
  'book-too-long',
  'export-too-large',
] as const;

export type DossierProblemCode = (typeof dossierProblemCodes)[number];
