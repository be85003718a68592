import { Inject, Injectable } from '@nestjs/common';
import { judging, learning, type Allowances, type Road } from '#domain/risk';
import { DAY_MS, instant, type Instant } from '#domain/working-time';
import { CalendarService } from '../calendars/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { ProcedureService } from '../procedures/index.ts';
import { ExperienceBook, type StepNames } from './experience-book.service.ts';
import { RoadReader } from './road-reader.service.ts';
import { unhurried } from './unhurried.ts';

/** A year, and no more than can be gone through in a few seconds beside everything else. */
export const HISTORY_MS = 365 * DAY_MS;
const MOST_LEARNED = 12_000;

interface Steps {
  readonly allowances: Allowances;
  readonly stepNames: StepNames;
}

/** Goes through what a unit has finished, and keeps what it teaches and how far that proved. */
@Injectable()
export class Learner {
  readonly #roads: RoadReader;
  readonly #book: ExperienceBook;
  readonly #calendars: CalendarService;
  readonly #procedures: ProcedureService;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- what was, read in four places, and a watch
  constructor(
    @Inject(RoadReader) roads: RoadReader,
    @Inject(ExperienceBook) book: ExperienceBook,
    @Inject(CalendarService) calendars: CalendarService,
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#roads = roads;
    this.#book = book;
    this.#calendars = calendars;
    this.#procedures = procedures;
    this.#clock = clock;
  }

  async learn(unitId: number, now: Instant): Promise<void> {
    const since = instant(now - HISTORY_MS);
    const roads = await this.#roads.history(unitId, { since, most: MOST_LEARNED });
    const calendar = await this.#calendars.inForce(unitId);
    const { allowances, stepNames } = await this.#steps(unitId, roads, now);
    const lesson = { roads, calendar, allowances };
    const dossiers = roads.filter(({ finishedAt }) => finishedAt !== null).length;
    const experience = await unhurried(learning(lesson), this.#clock);
    const figures = await unhurried(judging(lesson, now), this.#clock);
    await this.#book.keep(unitId, { learnedAt: now, dossiers, experience, stepNames }, figures);
  }

  async #steps(unitId: number, roads: readonly Road[], now: Instant): Promise<Steps> {
    const allowances: Record<string, Readonly<Record<string, number>>> = {};
    const stepNames: Record<string, Readonly<Record<string, string>>> = {};
    for (const code of new Set(roads.map(({ procedureCode }) => procedureCode))) {
      const found = await this.#procedures.findInForce(unitId, code, now);
      const steps = found?.rules.steps ?? [];
      allowances[code] = Object.fromEntries(
        steps.map(({ key, allowanceHours }) => [key, allowanceHours]),
      );
      stepNames[code] = Object.fromEntries(steps.map(({ key, name }) => [key, name]));
    }
    return { allowances, stepNames };
  }
}
