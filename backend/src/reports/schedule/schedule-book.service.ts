import { Inject, Injectable } from '@nestjs/common';
import {
  DEFAULT_REPORT_SCHEDULES,
  SCHEDULED_REPORTS,
  type ReportSchedule,
  type ScheduledReport,
} from '#domain/report';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';

export interface ScheduleChange {
  readonly report: ScheduledReport;
  readonly enabled?: boolean | undefined;
  readonly dueWorkingDays?: number | undefined;
}

interface Row {
  readonly report: ScheduledReport;
  readonly isOwn: boolean;
  readonly enabled: boolean | null;
  readonly days: number | null;
}

export type Schedules = Readonly<Record<ScheduledReport, ReportSchedule>>;

const ROWS = `select report, owner_id = $1 as "isOwn", enabled, due_working_days as days
  from report_schedule where owner_id = $1 or owner_id = (select parent_id from unit where id = $1)`;

const SET = `insert into report_schedule (owner_id, report, enabled, due_working_days)
  values ($1, $2, $3, $4)
  on conflict (owner_id, report) do update set
    enabled = coalesce(excluded.enabled, report_schedule.enabled),
    due_working_days = coalesce(excluded.due_working_days, report_schedule.due_working_days)`;

const firstKnown = <Value>(usual: Value, ...said: readonly (Value | null | undefined)[]): Value =>
  said.find((each) => each !== null && each !== undefined) ?? usual;

/** A commune says for itself what it wants drawn up; by when it is sent the city says, if it has said. */
function scheduleOf(report: ScheduledReport, rows: readonly Row[]): ReportSchedule {
  const own = rows.find((row) => row.report === report && row.isOwn);
  const city = rows.find((row) => row.report === report && !row.isOwn);
  const usual = DEFAULT_REPORT_SCHEDULES[report];
  return {
    enabled: firstKnown(usual.enabled, own?.enabled, city?.enabled),
    dueWorkingDays: firstKnown(usual.dueWorkingDays, city?.days, own?.days),
  };
}

/** Which reports a unit has drawn up by themselves, and by when they are to be sent. */
@Injectable()
export class ScheduleBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async of(unitId: number): Promise<Schedules> {
    const rows = await this.#tenancy.ask<Row>({ units: [unitId] }, ROWS, [unitId]);
    const entries = SCHEDULED_REPORTS.map((report) => [report, scheduleOf(report, rows)] as const);
    return Object.fromEntries(entries) as Schedules;
  }

  async set(
    transaction: Transaction,
    ownerId: number,
    { report, enabled, dueWorkingDays }: ScheduleChange,
  ): Promise<void> {
    const values = [ownerId, report, enabled ?? null, dueWorkingDays ?? null];
    await transaction.execute(SET, values);
  }
}
