import { describe, expect, it } from '@jest/globals';
import { SETUP_COLUMNS, SETUP_PROFILES, listTemplate } from '#domain/import';
import { openTable } from './list-source.ts';
import { keptSheets } from './reading/kept-sheets.ts';
import { readFile } from './reading/read-file.ts';
import { SheetBook } from './reading/sheet-book.ts';
import { setupTable } from './setup/setup-rows.ts';
import { templateCsv, templateXlsx } from './template-files.ts';

const unit = { code: 'H24.99', name: 'Xã Mẫu' };

const titlesAndRows = async (file: Buffer) => {
  const book = new SheetBook();
  await readFile(file, book);
  const rows = Buffer.concat(book.bytes());
  const source = openTable(rows, {});
  const [sheet] = keptSheets(rows);
  const listed = [];
  for await (const row of source.rows({} as Parameters<typeof source.rows>[0], unit))
    listed.push(row);
  return { titles: [...(sheet?.rows() ?? [])][0]?.cells, listed };
};

describe('a template to fill in', () => {
  const names = listTemplate.map(({ name }) => name);

  it('is read as it stands, and its example is brought in by nobody', async () => {
    for (const file of [
      await templateXlsx('dossiers-national'),
      Buffer.from(templateCsv('dossiers-national')),
    ]) {
      const { titles, listed } = await titlesAndRows(file);
      expect(titles).toEqual(names);
      expect(listed).toEqual([]);
    }
  });

  it('is the same bytes whenever it is asked for', async () => {
    const made = await templateXlsx('dossiers-national');
    expect(await templateXlsx('dossiers-national')).toEqual(made);
  });

  it.each(SETUP_PROFILES)(
    'has every column of the list of %s, and nothing in it but an example',
    async (profile) => {
      for (const file of [await templateXlsx(profile), Buffer.from(templateCsv(profile))]) {
        const book = new SheetBook();
        await readFile(file, book);
        const sheets = keptSheets(Buffer.concat(book.bytes()));
        expect([...(sheets[0]?.rows() ?? [])][0]?.cells).toEqual([...SETUP_COLUMNS[profile]]);
        expect(() => setupTable(sheets, profile)).toThrow('file-empty');
      }
    },
  );
});
