import { Inject, Injectable } from '@nestjs/common';
import type { DeadlineAnswer, DeadlineQuestion } from '#contract/deadlines';
import { previewDue, type DueQuestion } from '#domain/deadline';
import { instant } from '#domain/working-time';
import { CalendarService } from '../calendars/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { refusalProblem } from '../platform/problem/refusal-problem.ts';
import { Units } from '../units/index.ts';
import { deadlineAnswer } from './deadline-answer.ts';

/** What a due moment would be, and why: nothing is kept of the question. */
@Injectable()
export class DeadlineService {
  readonly #calendars: CalendarService;
  readonly #units: Units;
  readonly #clock: Clock;

  constructor(
    @Inject(CalendarService) calendars: CalendarService,
    @Inject(Units) units: Units,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#calendars = calendars;
    this.#units = units;
    this.#clock = clock;
  }

  async preview(unitId: number, question: DeadlineQuestion): Promise<DeadlineAnswer> {
    const calendar = await this.#calendars.inForce(unitId);
    const mode = question.mode ?? (await this.#units.get(unitId)).settings.mode;
    const asked = { ...questionOf(question), mode };
    const preview = previewDue(asked, calendar, instant(this.#clock.officeNow()));
    if (!preview.ok) throw refusalProblem(preview.refusal);
    return deadlineAnswer(preview.value, calendar.version);
  }
}

const questionOf = ({
  receivedAt,
  allowance,
  onSupplement = 'pause',
  pauses = [],
}: DeadlineQuestion): Omit<DueQuestion, 'mode'> => ({
  receivedAt,
  allowance,
  onSupplement,
  pauses: pauses.map(({ from, to }) => (to === undefined ? { from } : { from, to })),
});
