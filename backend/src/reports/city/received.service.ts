import { Inject, Injectable } from '@nestjs/common';
import type { CityFile, CityReport, CityReports, CityReportsQuery } from '#contract/reports';
import { tellInstant } from '#contract/time';
import { reportStanding, sendBy } from '#domain/report';
import { formatDay, formatInstant, type Instant } from '#domain/working-time';
import { OfficeBook } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { ScheduleBook } from '../schedule/schedule-book.service.ts';
import { CityBook, type City, type CityUnit } from './city-book.service.ts';
import { received, type Awaited, type ReceivedRow } from './received-store.ts';

/** *Đã gửi / chưa gửi / gửi chậm*: the report of every unit over one period. */
@Injectable()
export class ReceivedReports {
  readonly #cities: CityBook;
  readonly #schedules: ScheduleBook;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;

  constructor(
    @Inject(CityBook) cities: CityBook,
    @Inject(ScheduleBook) schedules: ScheduleBook,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#cities = cities;
    this.#schedules = schedules;
    this.#offices = offices;
    this.#tenancy = tenancy;
  }

  async tell(actor: RequestActor, query: CityReportsQuery): Promise<CityReports> {
    const city = await this.#cities.of(actor, query.unitId);
    const now = this.#offices.now();
    const [rows, dueAt] = await Promise.all([this.rows(city, query), this.#dueBy(city, query)]);
    const byUnit = new Map(rows.map((row) => [row.unitId, row]));
    return {
      cityId: city.about.id,
      report: query.report,
      ...{ from: formatDay(query.from), to: formatDay(query.to), asOf: formatInstant(now) },
      items: city.units.map((unit) => reportOf(unit, byUnit.get(unit.id), { dueAt, now })),
    };
  }

  rows({ units }: City, awaited: Awaited): Promise<readonly ReceivedRow[]> {
    const ids = units.map(({ id }) => id);
    return this.#tenancy.within({ units: ids }, (transaction) =>
      received(transaction, ids, awaited),
    );
  }

  /** By when a unit has to send whose product awaits nothing: it works without one. */
  async #dueBy({ about }: City, { report, to }: Awaited): Promise<Instant> {
    const [calendar, schedules] = await Promise.all([
      this.#offices.calendar(about.id),
      this.#schedules.of(about.id),
    ]);
    return sendBy(calendar, to, schedules[report].dueWorkingDays);
  }
}

interface Moment {
  readonly dueAt: Instant;
  readonly now: Instant;
}

const issueOf = (row: ReceivedRow | undefined): CityReport['issue'] => {
  if (row === undefined) return null;
  const { id, number, state, sentAt, reason, explanation } = row;
  if (id === null || number === null || state === null) return null;
  // Why a leader gave it back within the unit is no question of the city.
  const asked = sentAt === null ? null : reason;
  return { id, number, state, sentAt: tellInstant(sentAt), reason: asked, explanation };
};

const fileOf = (row: ReceivedRow | undefined): CityFile | null => {
  if (row === undefined) return null;
  const { fileId: id, fileName, fileTakenAt: takenAt } = row;
  if (id === null || fileName === null || takenAt === null) return null;
  const findings = row.fileFindings ?? 0;
  const namesPeriod = row.fileNamesPeriod ?? false;
  return { id, fileName, takenAt: formatInstant(takenAt), findings, namesPeriod };
};

/** By what a unit is counted: figures it has issued are its own word, before any file. */
export const countedBy = ({
  countedId,
  fileId,
}: Pick<ReceivedRow, 'countedId' | 'fileId'>): CityReport['countedBy'] => {
  if (countedId !== null) return 'issue';
  return fileId === null ? null : 'file';
};

function reportOf(unit: CityUnit, row: ReceivedRow | undefined, moment: Moment): CityReport {
  const dueAt = row?.dueAt ?? moment.dueAt;
  const sentAt = row?.firstSentAt ?? row?.fileTakenAt ?? null;
  return {
    unit,
    dueAt: formatInstant(dueAt),
    standing: reportStanding({ dueAt, sentAt }, moment.now),
    sentAt: tellInstant(sentAt),
    issue: issueOf(row),
    file: fileOf(row),
    countedBy: row === undefined ? null : countedBy(row),
  };
}
