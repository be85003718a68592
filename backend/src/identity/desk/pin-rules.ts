const SAME = /^(\d)\1+$/;
const UP = '01234567890';
const DOWN = '09876543210';

/** What a colleague guesses first: one digit, a staircase, a pair or a triple over again. */
export const isTooSimple = (pin: string): boolean =>
  SAME.test(pin) || UP.includes(pin) || DOWN.includes(pin) || /^(\d{2,3})\1+$/.test(pin);
