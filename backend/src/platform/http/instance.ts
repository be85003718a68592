/** Carries the id of the running instance on every answer. */
export const INSTANCE_HEADER = 'motcua-instance';
