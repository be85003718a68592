import { describe, expect, it } from '@jest/globals';
import { markedText } from './marked-text.ts';

describe('a report with its findings marked', () => {
  it('is parted where a finding begins and ends', () => {
    expect(markedText('Có 10 hồ sơ. Đạt 90%.\nHết.', [{ from: 13, to: 21 }])).toEqual([
      [
        { text: 'Có 10 hồ sơ. ', marks: [] },
        { text: 'Đạt 90%.', marks: [1] },
      ],
      [{ text: 'Hết.', marks: [] }],
    ]);
  });

  it('bears several findings in one sentence, and one within another', () => {
    const findings = [
      { from: 0, to: 9 },
      { from: 3, to: 6 },
      { from: 0, to: 9 },
    ];
    expect(markedText('abcdefghi', findings)).toEqual([
      [
        { text: 'abc', marks: [1, 3] },
        { text: 'def', marks: [1, 2, 3] },
        { text: 'ghi', marks: [1, 3] },
      ],
    ]);
  });

  it('loses no letter of it', () => {
    const text = 'Một\n\nhai\tba.';
    const told = markedText(text, [{ from: 1, to: 7 }]);
    expect(told.map((line) => line.map((each) => each.text).join('')).join('\n')).toBe(text);
  });
});
