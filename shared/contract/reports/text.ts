import * as z from 'zod';
import { textFaultCodes } from '../problem/index.ts';
import { line, paragraph } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { issueSections } from './issue-sections.ts';

/** The places a number may be counted in; `previous` and `lastYear` are II.06b over the compared periods. */
export const figureForms = [
  'ii06b',
  'digitisation',
  'indicators',
  'sources',
  'vertical',
  'refusals',
  'stood',
  'steps',
  'apologies',
  'outOfArea',
  'bundled',
  'previous',
  'lastYear',
] as const;

/** Where a number of the text is counted: what a press on it opens. */
const figureCellSchema = z
  .strictObject({
    section: z.enum(issueSections),
    form: z.enum(figureForms),
    row: z.string(),
    column: z.string(),
  })
  .readonly()
  .meta({ id: 'FigureCell' });

/**
 * A stretch of a sentence: words, or a number nobody has typed. `value` is what was counted and `text` what is
 * printed; a share has no value of its own. `cell` is null where no dossiers stand behind it (procedures, shares).
 */
const runSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: z.string() }).readonly(),
  z
    .strictObject({
      kind: z.literal('figure'),
      text: z.string(),
      value: z.int().nullable(),
      cell: figureCellSchema.nullable(),
    })
    .readonly(),
]);

/** How a paragraph begins: as running text, with a dash, or with a plus under a dash. */
const paragraphMarkers = ['none', '-', '+'] as const;

/** Made from the figures each time it is read, until it is frozen. */
const automaticSchema = z
  .strictObject({
    kind: z.literal('automatic'),
    key: z.string(),
    marker: z.enum(paragraphMarkers),
    runs: z.array(runSchema).readonly(),
  })
  .readonly();

/** `carried` is of the last report and nobody has read it again; `own` was written or reviewed for this one. */
const passageStates = ['empty', 'carried', 'own'] as const;

/** Letters `from` to `to` of a passage that somebody has still to fill in. */
const placeholderSchema = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0), text: z.string() })
  .readonly();

/** What people write. Each line of `body` is a paragraph; one that begins with “- ” or “+ ” is an item. */
export const humanPassageSchema = z
  .strictObject({
    kind: z.literal('human'),
    key: z.string(),
    label: z.string(),
    body: z.string(),
    state: z.enum(passageStates),
    /** Goes up with each change; `If-Match` names it. 0: nobody has written it yet. */
    version: z.int().min(0),
    placeholders: z.array(placeholderSchema).readonly(),
    /** Words to begin with, with … where something is to be filled in. */
    proposal: z.string(),
    /** The report it was carried over from: its days. */
    carriedFrom: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).readonly().nullable(),
  })
  .readonly()
  .meta({ id: 'HumanPassage' });

/** A table by its name: its numbers stand in `sections` of the report, nowhere twice. */
const tableSchema = z
  .strictObject({
    kind: z.literal('table'),
    key: z.string(),
    form: z.enum(['ii06b', 'digitisation', 'indicators', 'late']),
    section: z.enum(issueSections),
    /** Which ratios a table of indicators has, in their order; null: all of the form. */
    rows: z.array(z.string()).readonly().nullable(),
    /** Appendices stand behind the signature, each on pages of its own, across. */
    place: z.literal('appendix'),
    orientation: z.literal('landscape'),
    /** *Biểu số II.06b/VPCP/KSTT*, *Phụ lục 01*. */
    label: z.string(),
    title: z.string(),
    /** Lines under the title, the period among them. */
    subtitles: z.array(z.string()).readonly(),
  })
  .readonly();

const blockSchema = z.discriminatedUnion('kind', [
  automaticSchema,
  humanPassageSchema,
  tableSchema,
]);

/** A heading and what stands under it. `depth` 0 has no number: the opening and the closing. */
const chapterSchema = z
  .strictObject({
    key: z.string(),
    depth: z.int().min(0).max(3),
    /** *I*, *1*, *a*, without the stop; null where none is printed. Empty chapters are counted over. */
    number: z.string().nullable(),
    heading: z.string().nullable(),
    /** False where nothing stands in it and under it: it is shown to whoever writes, and not printed. */
    printed: z.boolean(),
    blocks: z.array(blockSchema).readonly(),
  })
  .readonly();

/** Who signs: *TM. ỦY BAN NHÂN DÂN* / *KT. CHỦ TỊCH* / *PHÓ CHỦ TỊCH*, a line each, then the name. */
const signerSchema = z
  .strictObject({ authority: z.array(z.string()).readonly(), name: z.string() })
  .readonly();

/** The head and foot of the paper (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export const reportHeadingSchema = z
  .strictObject({
    /** *Cơ quan chủ quản*, capitals; null where none is printed. */
    superior: z.string().nullable(),
    /** *Cơ quan ban hành*, capitals. */
    organisation: z.string(),
    /** The number alone, as the office's book gave it; null until it is attached. */
    number: z.string().nullable(),
    /** *BC-UBND*: printed after the stroke. */
    symbol: z.string(),
    place: z.string(),
    /** Null until it is attached: printed *ngày … tháng … năm*. */
    date: z.iso.date().nullable(),
    /** *BÁO CÁO*. */
    kind: z.string(),
    title: z.string(),
    /** The line under the title: *(Số liệu từ ngày … đến ngày …)*. */
    days: z.string(),
    /** *Kính gửi*. */
    addressees: z.array(z.string()).readonly(),
    /** *Nơi nhận*, without the dash and without the last line. */
    recipients: z.array(z.string()).readonly(),
    /** *Lưu: VT, …* without the word. */
    filing: z.string(),
    signer: signerSchema,
    /** `If-Match` of a change names it. */
    version: z.int().min(0),
  })
  .readonly()
  .meta({ id: 'ReportHeading' });

/** What keeps a report from being issued: where it stands, and the words in question. */
const textFaultSchema = z
  .strictObject({
    code: z.enum(textFaultCodes),
    /** The key of the passage, or `heading`. */
    key: z.string(),
    label: z.string(),
    excerpt: z.string(),
    message: z.string(),
  })
  .readonly();

/** A report as people read it: frozen with its figures when it is issued. Always in Vietnamese. */
export const reportTextSchema = z
  .strictObject({
    heading: reportHeadingSchema,
    chapters: z.array(chapterSchema).readonly(),
    faults: z.array(textFaultSchema).readonly(),
    asOf: toldInstant,
  })
  .readonly()
  .meta({ id: 'ReportText' });

/** A passage as somebody leaves it; unreviewed it keeps the report from being issued. */
export const newPassageSchema = z
  .strictObject({ body: paragraph(20_000).or(z.literal('')), reviewed: z.boolean() })
  .readonly()
  .meta({
    id: 'NewPassage',
    examples: [{ body: '- Tiếp tục rà soát hồ sơ sắp đến hạn mỗi ngày.', reviewed: true }],
  });

const fewLines = z.array(line(300)).max(20).readonly();

/** What of the paper is otherwise than usual; what is not named is as it was. */
export const newHeadingSchema = z
  .strictObject({
    superior: line(300).nullable().exactOptional(),
    organisation: line(300).exactOptional(),
    symbol: line(60).exactOptional(),
    place: line(100).exactOptional(),
    addressees: fewLines.exactOptional(),
    recipients: fewLines.exactOptional(),
    filing: line(100).exactOptional(),
    signer: z
      .strictObject({
        authority: z.array(line(200)).min(1).max(5).readonly(),
        name: line(100).or(z.literal('')),
      })
      .readonly()
      .exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewReportHeading',
    examples: [
      { signer: { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Nguyễn Văn Bình' } },
    ],
  });

export type ReportText = z.infer<typeof reportTextSchema>;
export type ReportHeading = z.infer<typeof reportHeadingSchema>;
export type ReportChapter = ReportText['chapters'][number];
export type ReportBlock = ReportChapter['blocks'][number];
export type AutomaticParagraph = Extract<ReportBlock, { kind: 'automatic' }>;
export type HumanPassage = z.infer<typeof humanPassageSchema>;
export type NewPassage = z.infer<typeof newPassageSchema>;
export type NewHeading = z.infer<typeof newHeadingSchema>;
export type ReportTableBlock = Extract<ReportBlock, { kind: 'table' }>;
export type TextRun = AutomaticParagraph['runs'][number];
export type FigureCell = z.infer<typeof figureCellSchema>;
export type FigureForm = (typeof figureForms)[number];
export type ParagraphMarker = (typeof paragraphMarkers)[number];
export type PassageState = (typeof passageStates)[number];
export type TextFault = ReportText['faults'][number];
export type TextFaultCode = (typeof textFaultCodes)[number];
