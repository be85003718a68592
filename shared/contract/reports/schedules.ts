import * as z from 'zod';
import { ISSUE_STATES, REPORT_STANDINGS, SCHEDULED_REPORTS } from '#domain/report';
import { inUnit, inUnitQuery } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';

export const reportSchedulesPath = '/api/v1/report-schedules';

const report = z.enum(SCHEDULED_REPORTS);

/** A report whose period is over, and how far it has come. */
const awaitedReportSchema = z
  .strictObject({
    unitId: z.int(),
    report,
    from: z.iso.date(),
    to: z.iso.date(),
    dueAt: toldInstant,
    standing: z.enum(REPORT_STANDINGS),
    issueId: z.uuid().nullable(),
    state: z.enum(ISSUE_STATES).nullable(),
    sentAt: toldInstant.nullable(),
  })
  .readonly()
  .meta({ id: 'AwaitedReport' });

export const reportSchedulesSchema = z
  .strictObject({
    unitId: z.int(),
    schedules: z
      .array(
        z
          .strictObject({
            report,
            enabled: z.boolean(),
            /** *Hạn gửi*: the end of that working day after the period. */
            dueWorkingDays: z.int(),
            /** The period under way: when its draft is made, and by when it is to be sent. */
            next: z
              .strictObject({
                from: z.iso.date(),
                to: z.iso.date(),
                drawnAt: toldInstant,
                dueAt: toldInstant,
              })
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** The newest first. */
    awaited: z.array(awaitedReportSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'ReportSchedules' });

export const reportSchedulesQuerySchema = z.strictObject(inUnitQuery).readonly();

export const newReportSchedulesSchema = z
  .strictObject({
    ...inUnit,
    schedules: z
      .array(
        z
          .strictObject({
            report,
            enabled: z.boolean().exactOptional(),
            dueWorkingDays: z.int().min(1).max(60).exactOptional(),
          })
          .readonly(),
      )
      .max(SCHEDULED_REPORTS.length)
      .readonly(),
  })
  .readonly()
  .meta({
    id: 'NewReportSchedules',
    examples: [{ schedules: [{ report: 'monthly', enabled: true, dueWorkingDays: 3 }] }],
  });

export type AwaitedReport = z.infer<typeof awaitedReportSchema>;
export type ReportSchedulesAnswer = z.infer<typeof reportSchedulesSchema>;
export type ReportSchedulesQuery = z.infer<typeof reportSchedulesQuerySchema>;
export type NewReportSchedules = z.infer<typeof newReportSchedulesSchema>;
