import { formFaultCodes } from '#domain/form';

/** Why a unit's own wording of a form is not kept. */
export const formProblemCodes = formFaultCodes;

export type FormProblemCode = (typeof formProblemCodes)[number];
