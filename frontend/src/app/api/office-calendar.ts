import { Injectable, inject, signal } from '@angular/core';
import { type CalendarYear, calendarYearPath, calendarYearSchema } from '#contract/calendars';
import {
  type Instant,
  type SpecialDay,
  type WorkingCalendar,
  compileCalendar,
  formatInstant,
} from '#domain/working-time';
import { ApiClient } from './api-client.ts';

/** As the office has the days of a year, with the names they are explained by; weekends are of the week. */
const specialDaysOf = ({ days }: CalendarYear): readonly SpecialDay[] =>
  days
    .filter(({ kind }) => kind !== 'weekend')
    .map(({ date, hours, name, provisional }) => ({
      date,
      ...(hours.length === 0 ? { kind: 'off' as const } : { kind: 'worked' as const, hours }),
      ...(name !== undefined && { name }),
      provisional,
    }));

/** The unit's working calendar around today: what "time left" is counted with. */
@Injectable({ providedIn: 'root' })
export class OfficeCalendar {
  readonly #api = inject(ApiClient);
  readonly #calendar = signal<WorkingCalendar | undefined>(undefined);
  #asked = '';

  readonly current = this.#calendar.asReadonly();

  /** Fetches the years around a moment, once for each unit and year; without them no time is shown. */
  async load(unitId: number, now: Instant): Promise<void> {
    const year = Number(formatInstant(now).slice(0, 4));
    const asked = `${unitId}/${year}`;
    if (this.#asked === asked) return;
    this.#asked = asked;
    try {
      const years = await Promise.all(
        [year - 1, year, year + 1].map((each) => this.#year(unitId, each)),
      );
      this.#calendar.set(this.#compile(years));
    } catch {
      this.#asked = '';
    }
  }

  /** Another calendar has come into force: what was fetched counts no longer. */
  async renew(unitId: number, now: Instant): Promise<void> {
    this.#asked = '';
    await this.load(unitId, now);
  }

  #year(unitId: number, year: number): Promise<CalendarYear> {
    const path = calendarYearPath.replace(':year', String(year));
    return this.#api.read(path, calendarYearSchema, { query: { unitId } });
  }

  #compile(years: readonly CalendarYear[]): WorkingCalendar | undefined {
    const [, current] = years;
    if (current === undefined) return undefined;
    const { weeklyHours, version } = current;
    const days = years.flatMap(specialDaysOf);
    const officialYears = years.filter((each) => !each.provisional).map(({ year }) => year);
    return compileCalendar({ weeklyHours, days, officialYears }, version);
  }
}
