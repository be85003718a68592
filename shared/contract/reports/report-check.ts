import * as z from 'zod';
import { FINDING_KINDS } from '#domain/report-check';
import { inUnit } from '../list/index.ts';

export const reportChecksPath = '/api/v1/report-checks';

/** A report with all its pictures; its words are far less. */
export const CHECKED_BYTES = 10 * 1024 * 1024;
/** Some forty pages: beyond it is no report. */
export const CHECKED_LETTERS = 100_000;

/** Somebody's report, pasted, or as a document (DOCX) or workbook (XLSX). Nothing of it is kept. */
export const newReportCheckSchema = z
  .strictObject({
    ...inUnit,
    text: z.string().max(CHECKED_LETTERS).exactOptional(),
    /** Only as a part of a form. */
    file: z.instanceof(Uint8Array).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewReportCheck',
    examples: [{ text: 'Đã giải quyết 80/100 hồ sơ, đạt tỷ lệ 90%.' }],
  });

const findingSchema = z
  .strictObject({
    kind: z.enum(FINDING_KINDS),
    /** The sentence: letters `from` to `to` of the text as it was read. */
    from: z.int().min(0),
    to: z.int().min(0),
    sentence: z.string(),
    values: z.array(z.string()).readonly(),
    expected: z.string().nullable(),
    /** What does not agree with what, in the reader's language. */
    title: z.string(),
    why: z.string(),
  })
  .readonly();

export const reportCheckAnswerSchema = z
  .strictObject({
    text: z.string(),
    figures: z.int().min(0),
    tables: z.int().min(0),
    findings: z.array(findingSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'ReportCheckAnswer' });

export type NewReportCheck = z.infer<typeof newReportCheckSchema>;
export type ReportCheckAnswer = z.infer<typeof reportCheckAnswerSchema>;
export type ReportFinding = ReportCheckAnswer['findings'][number];
