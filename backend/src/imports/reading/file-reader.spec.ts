import { describe, expect, it } from '@jest/globals';
import { sheetXml, workbookOf, workbookParts } from '../../../../test/support/workbook-file.ts';
import { zipOf } from '../../../../test/support/zip.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { FileReader } from './file-reader.service.ts';

const reader = new FileReader();

const refusalOf = async (bytes: Buffer): Promise<string> => {
  try {
    return `read: ${(await reader.read(bytes)).toString('utf8', 0, 200)}`;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
};

const SHEET = sheetXml([['MaHoSo', 'MaTTHC', 'TrangThai']]);
const changed = (name: string, content: string) =>
  workbookParts([SHEET]).map((part) => (part.name === name ? { name, content } : part));

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const sound = workbookOf([['A', 'B']]);
const XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';

/** What people have sent to readers of spreadsheets to break them. */
const CORPUS: readonly (readonly [string, string, () => Buffer])[] = [
  [
    'a bomb of shared texts',
    'file-too-large-inside',
    () => {
      const shared = `<sst>${'<si><t>aaaaaaaa</t></si>'.repeat(1_500_000)}</sst>`;
      return zipOf(workbookParts([SHEET], { shared }));
    },
  ],
  [
    'a bomb that lies about its size',
    'file-damaged',
    () => {
      const content = sheetXml([['A'.repeat(30_000_000)]]);
      return zipOf(
        workbookParts([SHEET]).map((part) =>
          part.name.startsWith('xl/worksheets/') ? { ...part, content, claims: 100 } : part,
        ),
      );
    },
  ],
  [
    'a million rows',
    'file-too-large-inside',
    () => {
      const row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';
      const noise = Array.from({ length: 300_000 }, (_, index) => row.replace('x', String(index)));
      return zipOf(
        workbookParts([`<worksheet><sheetData>${noise.join('')}</sheetData></worksheet>`]),
      );
    },
  ],
  [
    'sixteen thousand columns',
    'file-too-large-inside',
    () => workbookOf([Array.from({ length: 16_000 }, (_, index) => `c${index}`)]),
  ],
  [
    'thousands of sheets',
    'file-too-large-inside',
    () => zipOf(workbookParts(Array.from({ length: 3_000 }, () => SHEET))),
  ],
  [
    'a password of an archive',
    'file-encrypted',
    () => zipOf(workbookParts([SHEET]).map((part) => ({ ...part, flags: 1 }))),
  ],
  [
    'a password of a workbook',
    'file-encrypted',
    () => Buffer.concat([COMPOUND, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
  ],
  ['the old binary format', 'file-is-old-xls', () => Buffer.concat([COMPOUND, Buffer.alloc(600)])],
  [
    'an entity that reads a file',
    'file-unsafe',
    () => zipOf(changed('xl/worksheets/0.xml', `${XXE}<worksheet>&e;</worksheet>`)),
  ],
  [
    'entities that multiply',
    'file-unsafe',
    () => zipOf(changed('xl/sharedStrings.xml', `${LAUGHS}<sst><si><t>&b;</t></si></sst>`)),
  ],
  [
    'a part that climbs out of the archive',
    'file-damaged',
    () => zipOf([...workbookParts([SHEET]), { name: '../../etc/cron.d/x', content: 'x' }]),
  ],
  ['a workbook cut off', 'file-damaged', () => sound.subarray(0, sound.length - 30)],
  ['an archive of something else', 'file-damaged', () => zipOf([{ name: 'a.txt', content: 'x' }])],
  [
    'XML that ends in the middle',
    'file-damaged',
    () => zipOf(changed('xl/worksheets/0.xml', '<a><b>')),
  ],
  [
    'a page of rows without end',
    'file-too-large-inside',
    () => Buffer.from(`<table>${'<tr><td>a</td></tr>'.repeat(200_000)}</table>`),
  ],
  [
    'a page of a billion cells',
    'file-too-large-inside',
    () => Buffer.from('<table><tr><td colspan="1000000000" rowspan="1000000000">x</table>'),
  ],
  [
    'a page of tables within tables without end',
    'file-damaged',
    () => Buffer.from('<table><tr><td>'.repeat(100_000)),
  ],
  [
    'a picture that is an archive too',
    'file-not-text',
    () => Buffer.concat([Buffer.from('89504e470d0a1a0a0000', 'hex'), sound]),
  ],
  ['a paper', 'file-not-text', () => Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n')],
  [
    'quotes that are never closed',
    'file-too-large-inside',
    () => Buffer.from('"""\n'.repeat(2_000_000)),
  ],
  ['nothing', 'file-empty', () => Buffer.from(' \n ')],
];

/** Each is a process of its own, on whatever machine this runs. */
const PATIENCE_MS = 90_000;

describe('a file that means harm', () => {
  it.each(CORPUS)(
    'is refused: %s',
    async (_name, code, made) => {
      const bytes = made();
      const before = process.memoryUsage.rss();
      expect(await refusalOf(bytes)).toBe(code);
      expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1024 * 1024);
    },
    PATIENCE_MS,
  );

  it(
    'is a word like any other where it names what objects are made of',
    async () => {
      const rows = await reader.read(
        workbookOf([
          ['__proto__', 'constructor'],
          ['1', '2'],
        ]),
      );
      expect(rows.toString()).toBe(
        '{"sheet":"S1","serials":"1900"}\n[1,["__proto__","constructor"]]\n[2,["1","2"]]\n',
      );
    },
    PATIENCE_MS,
  );
});
