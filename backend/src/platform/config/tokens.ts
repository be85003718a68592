/** The validated environment, for whoever needs a setting. */
export const ENVIRONMENT = Symbol('environment');
