import { describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { FONTS } from './fonts.ts';
import { keepFont } from './kept-fonts.ts';
import { renderPdf } from './render-pdf.ts';

interface Font {
  readonly GPOS: object;
  getGlyph(id: number, characters: readonly number[]): object;
}

const fontkit = createRequire(import.meta.url)('fontkit') as {
  create(bytes: Uint8Array): Font;
};

const printed = (...lines: readonly string[]): Promise<Buffer> =>
  renderPdf({
    info: { creationDate: new Date(0) },
    content: lines.map((text, index) => ({ text, bold: index % 2 === 1 })),
  });

const NO_BREAK = String.fromCodePoint(0xa0);

describe('A document', () => {
  it('is the same bytes, whatever was printed before it', async () => {
    const first = await printed('Cộng hòa xã hội', 'Độc lập - Tự do');
    await printed(`Cộng${NO_BREAK}hòa`, `Ðộc${NO_BREAK}lập`, 'Ｔự do', 'office fi');
    expect(first.equals(await printed('Cộng hòa xã hội', 'Độc lập - Tự do'))).toBe(true);
  });

  it('reads the tables of a font once, and its letters for itself', () => {
    const mark = keepFont(FONTS.Tinos.normal);
    const [one, other] = [fontkit.create(mark), fontkit.create(mark)];
    expect(one.GPOS).toBe(other.GPOS);
    expect(one.getGlyph(3, [0x20])).not.toBe(other.getGlyph(3, [0xa0]));
  });
});
