import { describe, expect, it } from '@jest/globals';
import { isAfter, readCursor, writeCursor } from './cursor.ts';

describe('a place in the feed', () => {
  it('is said again as it was said', () => {
    expect(readCursor(writeCursor({ tx: 812, position: 7 }))).toEqual({ tx: 812, position: 7 });
  });

  it.each(['', '7', '8.', '.7', '-1.2', '1.2.3', '1e3.2', '9'.repeat(16) + '.1'])(
    'is not %p',
    (text) => expect(readCursor(text)).toBeUndefined(),
  );

  it('comes after another by its transaction, then by its position', () => {
    expect(isAfter({ tx: 2, position: 1 }, { tx: 1, position: 9 })).toBe(true);
    expect(isAfter({ tx: 1, position: 9 }, { tx: 2, position: 1 })).toBe(false);
    expect(isAfter({ tx: 1, position: 2 }, { tx: 1, position: 1 })).toBe(true);
    expect(isAfter({ tx: 1, position: 1 }, { tx: 1, position: 1 })).toBe(false);
  });
});
