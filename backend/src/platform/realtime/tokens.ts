export const BELL = Symbol('bell');
