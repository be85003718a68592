import type { ProblemCode } from '#contract/problem';

const notes = new WeakMap<object, ProblemCode>();

/** Remembers why a request was refused, for whoever counts when it is over. */
export const noteRefusal = (request: object, code: ProblemCode): void => {
  notes.set(request, code);
};

export const refusalOf = (request: object): ProblemCode | undefined => notes.get(request);
