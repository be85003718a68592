import type {
  IssueSectionAnswer,
  PrintedLate,
  ReportBlock,
  ReportChapter,
  ReportHeading,
  ReportTableBlock,
  ReportText,
} from '#contract/reports';
import { parseDay } from '#domain/working-time';
import { reportWords } from '#wording/reports';
import {
  letterheadOf,
  writtenDay,
  type Appendix,
  type OfficeDocument,
  type Passage,
  type WideTable,
} from '../../forms/index.ts';
import { digitisationTable } from './digitisation-table.ts';
import { ii06bTable } from './ii06b-table.ts';
import { indicatorTable } from './indicator-table.ts';
import { inFieldOrder, lateNotes, lateTable } from './late-table.ts';

/** A report as it is to be printed. */
export interface Printable {
  readonly text: ReportText;
  readonly sections: readonly IssueSectionAnswer[];
  readonly isDraft: boolean;
  /** Below each page: which version, as of when, under which seal. */
  readonly footer: string;
}

type Sections = Printable['sections'];

const { vi } = reportWords;
/** Room to write a number or a day by hand. */
const BLANK = '\u00a0'.repeat(6);

const two = (number: string): string => (/^\d$/.test(number) ? `0${number}` : number);

const numberOf = ({ number, symbol }: ReportHeading): string =>
  `${number === null ? BLANK : two(number)}/${symbol}`;

const dayText = ({ date }: ReportHeading, asOf: string): string => {
  const day = date === null ? undefined : parseDay(date);
  return day === undefined
    ? `ngày ${BLANK} tháng ${BLANK} năm ${asOf.slice(0, 4)}`
    : writtenDay(day);
};

/** The forms that count dossiers; the others tell shares and names. */
const MEASURED: readonly ReportTableBlock['form'][] = ['ii06b', 'digitisation'];
const NOBODY_LATE: PrintedLate = { count: 0, items: [] };

const sectionOf = (sections: Sections, { section, key }: ReportTableBlock): IssueSectionAnswer => {
  const found = sections.find((one) => one.section === section);
  if (found === undefined) throw new Error(`No section ${section} for the table ${key}`);
  return found;
};

const tableOf = (block: ReportTableBlock, sections: Sections): WideTable => {
  const { ii06b, digitisation, indicators, late = NOBODY_LATE } = sectionOf(sections, block);
  switch (block.form) {
    case 'ii06b':
      return ii06bTable(ii06b);
    case 'digitisation':
      return digitisationTable(digitisation);
    case 'indicators':
      return indicatorTable(indicators, block.rows);
    case 'late':
      return lateTable(inFieldOrder(late, ii06b));
  }
};

const paragraphs = (body: string): readonly Passage[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ kind: 'paragraph', text }));

const passagesOf = (block: ReportBlock): readonly Passage[] => {
  switch (block.kind) {
    case 'automatic': {
      const text = block.runs.map((run) => run.text).join('');
      return [
        { kind: 'paragraph', text: block.marker === 'none' ? text : `${block.marker} ${text}` },
      ];
    }
    case 'human':
      return paragraphs(block.body);
    case 'table':
      // It has pages of its own at the end.
      return [];
  }
};

/** *I.*, *1.*, and *a)*: letters have a bracket (NĐ 30/2020/NĐ-CP, Phụ lục I). */
const headingOf = ({ number, heading }: ReportChapter): readonly Passage[] => {
  if (heading === null) return [];
  const sign = number === null ? '' : `${number}${/^[a-zđ]$/.test(number) ? ')' : '.'} `;
  return [{ kind: 'heading', text: `${sign}${heading}` }];
};

const chapterOf = (chapter: ReportChapter): readonly Passage[] =>
  chapter.printed ? [...headingOf(chapter), ...chapter.blocks.flatMap(passagesOf)] : [];

/** What a reader of the table has to know besides its numbers. */
const notesOf = (
  { form }: ReportTableBlock,
  { ii06b, digitisation, late }: IssueSectionAnswer,
): readonly string[] => {
  if (form === 'late') return late === undefined ? [] : lateNotes(late);
  if (form === 'digitisation') {
    return digitisation.flags.map(({ count }) => vi.screen.openWithResult(count));
  }
  if (form !== 'ii06b') return [];
  const { notCounted, withoutDueMoment } = ii06b;
  return [
    ...(notCounted > 0 ? [vi.notCounted(notCounted)] : []),
    ...(withoutDueMoment > 0 ? [vi.screen.withoutDue(withoutDueMoment)] : []),
  ];
};

const appendixOf = (block: ReportTableBlock, { text, sections }: Printable): Appendix => {
  const { heading, asOf } = text;
  const section = sectionOf(sections, block);
  const [receiver] = heading.addressees;
  const isForm = block.form === 'ii06b';
  return {
    corner: [block.label],
    title: block.title,
    subtitle: [
      ...block.subtitles,
      `(Kèm theo Báo cáo số ${numberOf(heading)} ${dayText(heading, asOf)})`,
    ],
    facts: isForm
      ? [
          `Đơn vị báo cáo: UBND ${letterheadOf(section.ii06b.unit.name).unit}`,
          ...(receiver === undefined ? [] : [`Đơn vị nhận báo cáo: ${receiver}`]),
        ]
      : [],
    measure: MEASURED.includes(block.form) ? vi.formUnit : '',
    table: tableOf(block, sections),
    notes: notesOf(block, section),
  };
};

const addresseesOf = ({ addressees }: ReportHeading): readonly string[] => {
  const [only, ...others] = addressees;
  if (only === undefined) return [];
  if (others.length === 0) return [`Kính gửi: ${only}.`];
  const last = addressees.length - 1;
  return ['Kính gửi:', ...addressees.map((one, at) => `- ${one}${at === last ? '.' : ';'}`)];
};

const ended = (line: string): string => (/[;.)]$/.test(line) ? line : `${line};`);

/** A report as a document of the office: its text, and its tables behind it. */
export const reportDocument = (printable: Printable): OfficeDocument => {
  const { text, isDraft, footer } = printable;
  const { heading, chapters, asOf } = text;
  return {
    head: {
      authority: heading.superior,
      organisation: heading.organisation,
      number: `Số: ${numberOf(heading)}`,
      placeAndDate: `${heading.place}, ${dayText(heading, asOf)}`,
    },
    mark: isDraft ? 'DỰ THẢO' : null,
    type: heading.kind,
    subject: [...heading.title.split('\n'), heading.days],
    addressees: addresseesOf(heading),
    body: chapters.flatMap(chapterOf),
    recipients: [...heading.recipients.map(ended), `Lưu: ${heading.filing}.`],
    signer: { lines: heading.signer.authority, name: heading.signer.name },
    appendices: chapters
      .filter(({ printed }) => printed)
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === 'table')
      .map((block) => appendixOf(block, printable)),
    footer,
  };
};
