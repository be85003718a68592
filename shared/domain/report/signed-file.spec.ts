import { describe, expect, it } from '@jest/globals';
import { isWholePdf } from './signed-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const whole = `%PDF-1.7\n${'x'.repeat(5_000)}\nstartxref\n0\n%%EOF`;

describe('a signed file', () => {
  it.each(['', '\n', '\r\n'])('is a PDF from its beginning to its mark of the end', (behind) => {
    expect(isWholePdf(bytes(whole + behind))).toBe(true);
  });

  it.each([
    ['is nothing at all', ''],
    ['is another program', 'MZ\u0090 %%EOF'],
    ['is a picture somebody renamed', 'GIF89a %PDF-1.7 %%EOF'],
    ['broke off while it was sent', whole.slice(0, 3_000)],
    ['says its end before what does not belong to it', `${whole}${'x'.repeat(2_000)}`],
  ])('is none when it %s', (_why, text) => {
    expect(isWholePdf(bytes(text))).toBe(false);
  });
});
