import { Inject, Injectable } from '@nestjs/common';
import type {
  AwaitedReport,
  NewReportSchedules,
  ReportSchedulesAnswer,
  ReportSchedulesQuery,
} from '#contract/reports';
import { tellInstant } from '#contract/time';
import {
  SCHEDULED_REPORTS,
  boundsOf,
  periodOf,
  periodUnderWay,
  reportStanding,
  sendBy,
  type ScheduledReport,
} from '#domain/report';
import {
  dayOf,
  formatDay,
  formatInstant,
  instant,
  parseDay,
  type Instant,
  type WorkingCalendar,
} from '#domain/working-time';
import { wakeUnit } from '../../alerts/index.ts';
import { AuditBook } from '../../audit/index.ts';
import { OfficeBook } from '../../dossiers/index.ts';
import type { ActorUnit, RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { expected, type ExpectedRow } from './expected-store.ts';
import { ReportDrafter } from './report-drafter.service.ts';
import { ScheduleBook, type Schedules } from './schedule-book.service.ts';

/** Two years of months and what lies between them. */
const SHOWN = 60;

const COMMUNES_OF = `select id from unit
  where id = $1 and kind = 'commune' or parent_id = $1 and kind = 'commune' and closed_at is null`;

const awaitedAs = (row: ExpectedRow, now: Instant): AwaitedReport => {
  const { unitId, report, from, to, dueAt, issueId, state, sentAt } = row;
  return {
    ...{ unitId, report, from, to, issueId, state },
    dueAt: formatInstant(dueAt),
    standing: reportStanding({ dueAt, sentAt }, now),
    sentAt: tellInstant(sentAt),
  };
};

/** Drafts to come and reports that are awaited; who may says which, and by when. */
@Injectable()
export class ReportSchedules {
  readonly #book: ScheduleBook;
  readonly #drafter: ReportDrafter;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a schedule is a setting, a calendar, a row and a note
  constructor(
    @Inject(ScheduleBook) book: ScheduleBook,
    @Inject(ReportDrafter) drafter: ReportDrafter,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#book = book;
    this.#drafter = drafter;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async tell(actor: RequestActor, query: ReportSchedulesQuery): Promise<ReportSchedulesAnswer> {
    const { id } = actor.choose('reports.read', query.unitId);
    return this.#told(id);
  }

  /** By the unit for itself, or by the city for all of its communes. */
  async set(
    { actor, from }: Ask,
    { unitId, schedules }: NewReportSchedules,
  ): Promise<ReportSchedulesAnswer> {
    const unit = settableBy(actor, unitId);
    await this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      for (const change of schedules) await this.#book.set(transaction, unit.id, change);
      await this.#audit.write(transaction, {
        ...{ unitId: unit.id, actor, from, act: 'report.scheduled', facts: { schedules } },
      });
    });
    const units = await this.#tenancy.ask<{ readonly id: number }>(
      { units: [unit.id] },
      COMMUNES_OF,
      [unit.id],
    );
    for (const { id } of units) await this.#follow(id, schedules);
    return this.#told(unit.id);
  }

  /** What is not sent yet is due by what was set now; what is asked for now is drawn up at once. */
  async #follow(unitId: number, changed: NewReportSchedules['schedules']): Promise<void> {
    const [calendar, schedules] = await Promise.all([
      this.#offices.calendar(unitId),
      this.#book.of(unitId),
    ]);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      for (const row of await expected.awaited(transaction, [unitId], SHOWN)) {
        if (row.sentAt !== null || !changed.some(({ report }) => report === row.report)) continue;
        await move(transaction, row, { calendar, schedules });
      }
      await wakeUnit(transaction, unitId, this.#now());
    });
    await this.#drafter.keepUp(unitId, dayOf(this.#now()));
  }

  async #told(unitId: number): Promise<ReportSchedulesAnswer> {
    const now = this.#now();
    const [calendar, schedules, rows] = await Promise.all([
      this.#offices.calendar(unitId),
      this.#book.of(unitId),
      this.#tenancy.within({ units: [unitId] }, (transaction) =>
        expected.awaited(transaction, [unitId], SHOWN),
      ),
    ]);
    return {
      unitId,
      schedules: SCHEDULED_REPORTS.map((report) => ({
        ...{ report, ...schedules[report] },
        next: nextOf(report, now, { calendar, schedules }),
      })),
      awaited: rows.map((row) => awaitedAs(row, now)),
    };
  }

  #now(): Instant {
    return instant(this.#clock.officeNow());
  }
}

interface Ruled {
  readonly calendar: WorkingCalendar;
  readonly schedules: Schedules;
}

function settableBy(actor: RequestActor, unitId: number | undefined): ActorUnit {
  const needed = actor.may('reports.draft') ? 'reports.draft' : 'reports.receive';
  return actor.choose(needed, unitId);
}

function nextOf(report: ScheduledReport, now: Instant, { calendar, schedules }: Ruled) {
  const period = periodOf(periodUnderWay(report, dayOf(now)));
  return {
    from: formatDay(period.from),
    to: formatDay(period.to),
    drawnAt: formatInstant(boundsOf(period).end),
    dueAt: formatInstant(sendBy(calendar, period.to, schedules[report].dueWorkingDays)),
  };
}

async function move(
  transaction: Transaction,
  row: ExpectedRow,
  { calendar, schedules }: Ruled,
): Promise<void> {
  const after = parseDay(row.countedAfter);
  if (after === undefined) throw new Error(`Not a day: ${row.countedAfter}`);
  const dueAt = sendBy(calendar, after, schedules[row.report].dueWorkingDays);
  await expected.move(transaction, row, dueAt);
}
