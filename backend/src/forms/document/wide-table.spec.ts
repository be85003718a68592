import { describe, expect, it } from '@jest/globals';
import { cellText, spread } from './wide-table.ts';

describe('the head of a wide table', () => {
  it('knows where each heading begins and what it lies over', () => {
    const [high, group, one, two] = [
      { text: 'Lĩnh vực', rows: 2 },
      { text: 'Trong kỳ', columns: 2 },
      { text: 'Trực tuyến' },
      { text: 'Trực tiếp' },
    ];
    expect(
      spread(
        [
          [high, group],
          [one, two],
        ],
        3,
      ),
    ).toEqual([
      [high, group, null],
      [null, one, two],
    ]);
  });

  it('has neither too many headings nor too few', () => {
    expect(() => spread([[{ text: 'a' }, { text: 'b' }]], 1)).toThrow('No room');
    expect(() => spread([[{ text: 'a' }]], 2)).toThrow('hole');
  });
});

it('writes counts as the office does', () => {
  expect([cellText(12_536), cellText(0), cellText('99,79')]).toEqual(['12.536', '0', '99,79']);
});
