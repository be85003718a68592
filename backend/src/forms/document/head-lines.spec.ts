import { describe, expect, it } from '@jest/globals';
import { linesAbove, linesOf } from './head-lines.ts';
import { spread } from './wide-table.ts';

describe('headings in the middle of what they cover', () => {
  it('knows about how many lines a heading takes', () => {
    expect(linesOf('Tổng số', 40, 9)).toBe(1);
    expect(linesOf('Từ chối, không giải quyết', 40, 9)).toBe(4);
    expect(linesOf('', 40, 9)).toBe(1);
  });

  it('leaves as much room above as below', () => {
    const high = { text: 'STT', rows: 2 };
    const tall = { text: 'Từ chối, không giải quyết', rows: 2 };
    const head = [[high, { text: 'a' }, tall], [{ text: 'b' }]];
    const above = linesAbove(spread(head, 3), { widths: [40, 40, 40], size: 9 });
    expect([above.get(high), above.get(tall)]).toEqual([1.5, 0]);
  });
});
