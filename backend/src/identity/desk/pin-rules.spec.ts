import { describe, expect, it } from '@jest/globals';
import { isTooSimple } from './pin-rules.ts';

describe('a PIN', () => {
  it.each(['000000', '999999', '123456', '567890', '654321', '121212', '123123'])(
    'is not %s, which a colleague would try first',
    (pin) => expect(isTooSimple(pin)).toBe(true),
  );

  it.each(['192837', '100200', '480163', '112358'])('may be %s', (pin) =>
    expect(isTooSimple(pin)).toBe(false),
  );
});
