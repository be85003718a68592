import writeExcelFile, { type Feature, type Image } from 'write-excel-file/node';
import {
  SETUP_TEMPLATES,
  listTemplate,
  type NationalColumn,
  type SetupColumn,
  type SetupProfile,
  type TemplateColumn,
} from '#domain/import';
import { importsWords } from '#wording/imports';
import { setupListsWords } from '#wording/setup-lists';
import { csvText } from '../platform/text/csv-text.ts';
import { timeless } from '../platform/zip/timeless.ts';

type Files = NonNullable<Feature<Image['content']>['files']>;

type TemplateProfile = 'dossiers-national' | SetupProfile;

/** A file to fill in, and what it tells of each of its columns. */
interface Template {
  readonly columns: readonly TemplateColumn[];
  readonly guide: readonly (readonly string[])[];
  readonly words: Readonly<
    Record<'sheet' | 'guide' | 'note', string> & { readonly head: readonly string[] }
  >;
}

/** Rows below the head in which a spreadsheet offers the values of a column. */
const OFFERED_ROWS = 5_000;
/** A paper of the office: it is in Vietnamese, whatever the screen speaks. */
const words = importsWords.vi;
const setupWords = setupListsWords.vi;

const templateOf = (profile: TemplateProfile): Template =>
  profile === 'dossiers-national'
    ? { columns: listTemplate, guide: listTemplate.map(guideOf), words: words.template }
    : {
        columns: SETUP_TEMPLATES[profile],
        guide: SETUP_TEMPLATES[profile].map(setupGuideOf),
        words: setupWords.template,
      };

const WIDTHS = [26, 44, 12, 70];
const WIDEST = 60;

/** The template as a workbook: every cell a text, so that no code and no date is ruined by being opened. */
export async function templateXlsx(profile: TemplateProfile): Promise<Buffer> {
  const { columns, guide, words: said } = templateOf(profile);
  const text = (value: string, look: object = {}) => ({ ...{ value, type: String }, ...look });
  const bold = { fontWeight: 'bold' as const, borderStyle: 'thin' as const, wrap: true };
  const head = columns.map(({ name, needed }) =>
    text(name, { ...bold, ...(needed && { backgroundColor: '#fde9c8' }) }),
  );
  const example = columns.map((column) => text(column.example, { fontStyle: 'italic' }));
  const told = guide.map((cells) => cells.map((cell) => text(cell, WRAP)));
  const bytes = await writeExcelFile(
    [
      {
        data: [head, example],
        ...{ sheet: said.sheet, stickyRowsCount: 1 },
        columns: columns.map((column) => ({ width: widthOf(column) })),
      },
      {
        data: [said.head.map((cell) => text(cell, bold)), ...told, [], [text(said.note)]],
        ...{ sheet: said.guide, stickyRowsCount: 1 },
        columns: WIDTHS.map((width) => ({ width })),
      },
    ],
    { features: [{ files: offering(columns) }] },
  ).toBuffer();
  return timeless(bytes);
}

const WRAP = { wrap: true, alignVertical: 'top' } as const;

const widthOf = ({ example }: TemplateColumn): number =>
  Math.min(WIDEST, Math.max(16, example.length + 2));

/** The head and the example alone: what may stand where is told by the workbook. */
export function templateCsv(profile: TemplateProfile): string {
  const { columns } = templateOf(profile);
  return csvText([columns.map(({ name }) => name), columns.map((column) => column.example)]);
}

function guideOf({ name, needed, values }: TemplateColumn<NationalColumn>): readonly string[] {
  const { template, columns } = words;
  const free = name.startsWith('Ngay') ? template.date : template.anything;
  const understood = values?.map((value) => `${value} = ${meaningOf(name, value)}`);
  return [name, columns[name], needed ? template.needed : '', understood?.join('; ') ?? free];
}

function setupGuideOf({ name, needed, values }: TemplateColumn<SetupColumn>): readonly string[] {
  const { template, columns, values: told } = setupWords;
  const free = told[name] ?? template.anything;
  return [name, columns[name], needed ? template.needed : '', values?.join('; ') ?? free];
}

function meaningOf(name: NationalColumn, value: string): string {
  const { channels, statuses, mapping } = words;
  if (name === 'KenhNop') {
    return [channels.online, channels.direct, channels.post][Number(value) - 1] ?? value;
  }
  if (name === 'TrangThai') return statuses[Number(value) - 1] ?? value;
  return value === '1' ? mapping.yes : mapping.no;
}

/** What the library has no option for: lists to choose from. */
const offering = (columns: readonly TemplateColumn[]): Files => ({
  transform: {
    'xl/worksheets/sheet{id}.xml': {
      transform: (xml, _options, { sheetIndex }) =>
        sheetIndex === 0 ? xml.replace('</sheetData>', `</sheetData>${offered(columns)}`) : xml,
    },
  },
});

/** Nothing to choose from anywhere is nothing said: an empty list of lists is no workbook. */
function offered(columns: readonly TemplateColumn[]): string {
  const lists = columns.flatMap(({ values }, place) =>
    values === undefined ? [] : [offeredIn(letterOf(place), values)],
  );
  if (lists.length === 0) return '';
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

const offeredIn = (letter: string, values: readonly string[]): string =>
  `<dataValidation type="list" allowBlank="1" sqref="${letter}2:${letter}${OFFERED_ROWS}">` +
  `<formula1>"${values.join(',')}"</formula1></dataValidation>`;

const letterOf = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : `${letterOf(Math.floor(place / 26) - 1)}${letterOf(place % 26)}`;
