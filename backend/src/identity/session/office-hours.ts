import { Inject, Injectable } from '@nestjs/common';
import { instant, withinCalendar, workingBetween } from '#domain/working-time';
import { CalendarService } from '../../calendars/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';

/** Whether the office is at work just now, by its own calendar and clock. */
@Injectable()
export class OfficeHours {
  readonly #calendars: CalendarService;
  readonly #clock: Clock;

  constructor(@Inject(CalendarService) calendars: CalendarService, @Inject(CLOCK) clock: Clock) {
    this.#calendars = calendars;
    this.#clock = clock;
  }

  async areNow(unitId: number): Promise<boolean> {
    const now = instant(this.#clock.officeNow());
    const calendar = await this.#calendars.inForce(unitId);
    const moment = withinCalendar(() => workingBetween(calendar, now, instant(now + 1)));
    return moment.ok && moment.value > 0;
  }
}
