import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { listTemplate } from '#domain/import';
import { LIST_SHAPES, listShapes, type Cells } from '../../../../test/support/list-shapes.ts';
import { propertyRuns } from '../../../../test/support/property-runs.ts';
import { keptSheets } from './kept-sheets.ts';
import { readFile } from './read-file.ts';
import { SheetBook } from './sheet-book.ts';

const TITLES = listTemplate.map(({ name }) => name as string).slice(0, 6);

/** What stands in lists, and what is a sign of its own in one shape or another. */
const letter = fc.constantFrom(...`aĐễ0 /:.-_'"<>&;,=+@#`);

/** Blanks at the rim and in rows are how a page is written, not what it says. */
const cell = fc
  .string({ unit: letter, maxLength: 12 })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim());

const rows = fc
  .array(fc.array(cell, { minLength: TITLES.length, maxLength: TITLES.length }), {
    ...{ minLength: 1, maxLength: 5 },
  })
  .map((told): Cells => [TITLES, ...told]);

const read = async (content: Buffer | string): Promise<Cells> => {
  const book = new SheetBook();
  await readFile(Buffer.from(content), book);
  const [only, ...others] = keptSheets(Buffer.concat(book.bytes()));
  expect(others).toEqual([]);
  return [...(only?.rows() ?? [])].map(({ cells }) => cells);
};

const said = (told: Cells): Cells =>
  told
    .map((cells) => cells.slice(0, cells.findLastIndex((text) => text !== '') + 1))
    .filter((cells) => cells.length > 0);

describe('a list', () => {
  it.each(listShapes)('says the same as %s, whatever stands in its cells', async (shape) => {
    await fc.assert(
      fc.asyncProperty(rows, async (told) => {
        expect(await read(LIST_SHAPES[shape](told))).toEqual(said(told));
      }),
      { numRuns: propertyRuns(0.002) },
    );
  });
});
