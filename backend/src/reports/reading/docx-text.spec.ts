import { describe, expect, it } from '@jest/globals';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { zipOf } from '../../../../test/support/zip.ts';
import { fileText } from './file-text.ts';

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });

const PART = 'word/document.xml';
const documentOf = (xml: string, flags = 0): Buffer =>
  zipOf([{ name: PART, content: `<w:document><w:body>${xml}</w:body></w:document>`, flags }]);
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('a report that comes as a Word file', () => {
  it('is read paragraph by paragraph, each row of a table on its own line', async () => {
    const file = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph('Đã giải quyết 8/10 hồ sơ & đạt <80%>'),
              new Table({ rows: [new TableRow({ children: [cell('Hộ tịch'), cell('12')] })] }),
            ],
          },
        ],
      }),
    );
    expect(await fileText(file)).toBe('Đã giải quyết 8/10 hồ sơ & đạt <80%>\nHộ tịch\t12');
  });

  it('keeps what was deleted under tracked changes out', async () => {
    const xml = `<w:p><w:r><w:t xml:space="preserve">Có </w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>8</w:t></w:r></w:p>`;
    expect(await fileText(documentOf(xml))).toBe('Có 8');
  });

  it('is refused where it is none, is cut off, or is under a password', async () => {
    const whole = documentOf(paragraph('Có 8'));
    expect(await fileText(whole)).toBe('Có 8');
    expect(await fileText(Buffer.from('Đây là văn bản'))).toBeUndefined();
    expect(await fileText(Buffer.alloc(0))).toBeUndefined();
    expect(await fileText(whole.subarray(20))).toBeUndefined();
    expect(await fileText(zipOf([{ name: 'a.xml', content: '<a/>' }]))).toBeUndefined();
    expect(await fileText(documentOf(paragraph('x'), 1))).toBeUndefined();
    const many = Array.from({ length: 2_000 }, (_, index) => ({ name: `${index}`, content: '' }));
    expect(
      await fileText(zipOf([{ name: PART, content: paragraph('x') }, ...many])),
    ).toBeUndefined();
  });

  it('is refused where more comes out of it than any report holds', async () => {
    const bomb = zipOf([{ name: PART, content: Buffer.alloc(64 * 1024 * 1024, 0x20) }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await fileText(bomb)).toBeUndefined();
    expect(await fileText(documentOf(paragraph('a 1 '.repeat(30_000))))).toBeUndefined();
  });

  it('brings no words of its own from elsewhere', async () => {
    const told = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${paragraph('&x;')}`;
    expect(await fileText(zipOf([{ name: PART, content: told }]))).toBeUndefined();
    expect(await fileText(documentOf(paragraph('&x;')))).toBeUndefined();
    expect(await fileText(documentOf(paragraph('&lt; &#56; &#x38;')))).toBe('< 8 8');
  });
});
