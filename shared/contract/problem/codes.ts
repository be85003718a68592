/**
 * Every reason the product may give for not doing what was asked. A code is a promise to other
 * systems: it is never renamed and never reused; wording and HTTP status hang on it elsewhere.
 */
export const problemCodes = ['invalid-request', 'not-found', 'not-ready', 'unexpected'] as const;

export type ProblemCode = (typeof problemCodes)[number];
