import { Inject, Injectable } from '@nestjs/common';
import { aboutIn, feedbackDueOn, type RegisterKind, type RegisterValues } from '#domain/register';
import { formatDay, withinCalendar, type Day } from '#domain/working-time';
import { OfficeBook } from '../dossiers/index.ts';

interface Entered {
  readonly kind: RegisterKind;
  readonly day: Day;
  readonly values: RegisterValues;
}

/** *Phản ánh, kiến nghị* runs by a clock of its own: the working days an office has given itself to answer. */
@Injectable()
export class FeedbackClock {
  readonly #offices: OfficeBook;

  constructor(@Inject(OfficeBook) offices: OfficeBook) {
    this.#offices = offices;
  }

  /** What was entered, with the day to answer by where nobody has said another. */
  async withDueDay(unitId: number, { kind, day, values }: Entered): Promise<RegisterValues> {
    const about = aboutIn(values);
    if (kind !== 'feedback' || about === undefined || 'dueOn' in values) return values;
    const [calendar, { settings }] = await Promise.all([
      this.#offices.calendar(unitId),
      this.#offices.unit(unitId),
    ]);
    const office = { calendar, terms: settings.feedbackDays };
    const dueOn = withinCalendar(() => feedbackDueOn(about, day, office));
    return dueOn.ok ? { ...values, dueOn: formatDay(dueOn.value) } : values;
  }
}
