/** The validated environment, for whoever needs a setting. */
export const ENVIRONMENT = Symbol('environment');

/** Whether this process serves a trial, whose accounts anybody may know. */
export const EVALUATES = Symbol('evaluates');
