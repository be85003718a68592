import { FEE_REFUSALS } from '#domain/fee';

/** Why the book of a day is not closed, or not shown. */
export const feeProblemCodes = FEE_REFUSALS;

export type FeeProblemCode = (typeof feeProblemCodes)[number];
