import * as z from 'zod';
import { ISSUE_STATES } from '#domain/report';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { line, paragraph, typed } from '../text/index.ts';
import { dayText, toldInstant } from '../time/index.ts';
import { digitisationSchema, ii06bSchema, indicatorsSchema } from './answers.ts';
import { issueSections } from './issue-sections.ts';
import { printedLateSchema } from './late.ts';
import { figureForms } from './text.ts';

export const reportIssuesPath = '/api/v1/report-issues';

/** The kinds of reports communes send; each has the sections whose periods are given. */
export const reportTemplates = [
  'monthly',
  'weekly',
  'yearToDate',
  'quarterly',
  'halfYear',
  'nineMonths',
  'yearly',
] as const;

const period = z.strictObject({ from: dayText, to: dayText }).readonly();

/** Each section may keep a period of its own. */
const periods = z
  .strictObject({
    main: period,
    cumulative: period.exactOptional(),
    week: period.exactOptional(),
    pakn: period.exactOptional(),
  })
  .readonly();

export const newReportIssueSchema = z
  .strictObject({
    ...inUnit,
    template: z.enum(reportTemplates),
    periods,
    text: paragraph(20_000).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewReportIssue',
    examples: [
      {
        template: 'monthly',
        periods: {
          main: { from: '2025-12-15', to: '2026-01-14' },
          pakn: { from: '2025-12-21', to: '2026-01-20' },
        },
      },
    ],
  });

export const reportIssueChangesSchema = z
  .strictObject({
    periods: periods.exactOptional(),
    text: paragraph(20_000).nullable().exactOptional(),
  })
  .readonly()
  .meta({
    id: 'ReportIssueChanges',
    examples: [{ text: 'Trong kỳ không có hồ sơ trễ hạn thuộc trách nhiệm của xã.' }],
  });

export const reasonSchema = z
  .strictObject({ reason: paragraph(2_000) })
  .readonly()
  .meta({ id: 'ReturnReason', examples: [{ reason: 'Đề nghị làm rõ 03 hồ sơ quá hạn.' }] });

/** *Giải trình*: the figures stand, and why. */
export const explanationSchema = z
  .strictObject({ explanation: paragraph(2_000) })
  .readonly()
  .meta({
    id: 'Explanation',
    examples: [{ explanation: 'Ba hồ sơ chờ kết quả xác minh của cơ quan khác.' }],
  });

/** What a signed paper may weigh: forty scanned pages. */
export const SIGNED_BYTES = 10 * 1024 * 1024;

/** *Số, ngày, tệp đã ký*: what the office's own document system knows of it, and the signed paper itself. */
export const attachSchema = z
  .strictObject({
    number: line(100),
    date: dayText,
    fileName: line(200).exactOptional(),
    fileSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .exactOptional(),
    /** A PDF, only as a part of a form; kept with its seal. */
    file: z.instanceof(Uint8Array).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'ReportDocument',
    examples: [{ number: '15/BC-UBND', date: '2026-01-15', fileName: 'bc-15-ky-so.pdf' }],
  });

export const nothingSchema = z
  .strictObject({})
  .readonly()
  .meta({ id: 'Nothing', examples: [{}] });

export const issuesQuerySchema = z
  .strictObject({ ...pageQuery, ...inUnitQuery, state: z.enum(ISSUE_STATES).optional() })
  .readonly();

const toldPeriod = z.strictObject({ from: z.iso.date(), to: z.iso.date() }).readonly();

const told = {
  id: z.uuid(),
  unitId: z.int(),
  template: z.enum(reportTemplates),
  /** v1, v2, …: of the same kind over the same days. */
  number: z.int().min(1),
  state: z.enum(ISSUE_STATES),
  allowed: z.array(z.string()).readonly(),
  periods: z
    .strictObject({
      main: toldPeriod,
      cumulative: toldPeriod.optional(),
      week: toldPeriod.optional(),
      pakn: toldPeriod.optional(),
    })
    .readonly(),
  text: z.string().nullable(),
  reason: z.string().nullable(),
  /** What the unit answered when the city sent it back. */
  explanation: z.string().nullable(),
  createdAt: toldInstant,
  issuedAt: toldInstant.nullable(),
  sentAt: toldInstant.nullable(),
  document: z
    .strictObject({
      number: z.string(),
      date: z.iso.date(),
      fileName: z.string().nullable(),
      fileSha256: z.string().nullable(),
      /** Whether the file lies here, and not only its name. */
      isKept: z.boolean(),
    })
    .readonly()
    .nullable(),
};

export const issueItemSchema = z.strictObject(told).readonly().meta({ id: 'ReportIssueItem' });
export const issuePageSchema = pageOf(issueItemSchema);

const issueSectionSchema = z
  .strictObject({
    section: z.enum(issueSections),
    ii06b: ii06bSchema,
    digitisation: digitisationSchema,
    indicators: indicatorsSchema,
    /** Of the main section, where it is frozen or taken out; what was frozen before lists were printed has none. */
    late: printedLateSchema.exactOptional(),
  })
  .readonly()
  .meta({ id: 'ReportIssueSection' });

/** What was frozen: up to which event, by which calendar, and the seals by which anybody can prove it. */
const sealSchema = z
  .strictObject({
    position: z.int(),
    calendarVersion: z.string().nullable(),
    sha256: z.string(),
    previousSha256: z.string().nullable(),
  })
  .readonly();

export const issueSchema = z
  .strictObject({
    ...told,
    sections: z.array(issueSectionSchema).readonly(),
    frozen: sealSchema.nullable(),
  })
  .readonly()
  .meta({ id: 'ReportIssue' });

const namedDossier = z.strictObject({ id: z.uuid(), code: z.string() }).readonly();

export const issueChangesQuerySchema = z
  .strictObject({ against: z.enum(['live', 'previous']).default('live') })
  .readonly();

/** *Điều chỉnh sau khi chốt số liệu*, with the dossiers named. */
export const issueChangesSchema = z
  .strictObject({
    against: z.enum(['live', 'previous']),
    changes: z
      .array(
        z
          .strictObject({
            section: z.enum(issueSections),
            form: z.enum(['ii06b', 'digitisation']),
            row: z.string(),
            column: z.string(),
            before: z.int(),
            after: z.int(),
            added: z.array(namedDossier).readonly(),
            removed: z.array(namedDossier).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'ReportIssueDiff' });

export const issueCellQuerySchema = z
  .strictObject({
    ...pageQuery,
    section: z.enum(issueSections).default('main'),
    form: z.enum(figureForms).default('ii06b'),
    row: typed(300).default('total'),
    column: typed(64).default('total'),
  })
  .readonly();

export const exportFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export const exportQuerySchema = z.strictObject({ format: z.enum(exportFormats) }).readonly();

export type ReportTemplate = (typeof reportTemplates)[number];
export type NewReportIssue = z.infer<typeof newReportIssueSchema>;
export type ReportIssueChanges = z.infer<typeof reportIssueChangesSchema>;
export type ReportDocument = z.infer<typeof attachSchema>;
export type IssuesQuery = z.infer<typeof issuesQuerySchema>;
export type IssueItem = z.infer<typeof issueItemSchema>;
export type IssueSectionAnswer = z.infer<typeof issueSectionSchema>;
export type IssueAnswer = z.infer<typeof issueSchema>;
export type IssueDiff = z.infer<typeof issueChangesSchema>;
export type IssueChangesQuery = z.infer<typeof issueChangesQuerySchema>;
export type IssueCellQuery = z.infer<typeof issueCellQuerySchema>;
export type ExportFormat = (typeof exportFormats)[number];
