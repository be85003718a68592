import { Inject, Injectable } from '@nestjs/common';
import { predict, type Prediction, type Road } from '#domain/risk';
import type { Instant, WorkingCalendar } from '#domain/working-time';
import { CalendarService } from '../calendars/index.ts';
import { DeskReader, type OpenDossier } from './desk-reader.service.ts';
import { ExperienceBook, type Proven } from './experience-book.service.ts';
import { RoadReader } from './road-reader.service.ts';

/** What an expectation is made of besides the dossier. */
export interface Knowledge {
  readonly proven: Proven;
  readonly calendar: WorkingCalendar;
  readonly queues: ReadonlyMap<string, number>;
}

/** An open dossier with what is expected of it; nothing where that has not proved. */
export interface Forecast {
  readonly dossier: OpenDossier;
  readonly prediction: Prediction | undefined;
}

/** Whether what is expected of a procedure came nearer than guessing where it was tried. */
export const isShown = ({ figures }: Proven, procedureCode: string): boolean =>
  figures.get(procedureCode)?.verdict === 'shown';

/** Expects finishes of open dossiers, as they lie now. */
@Injectable()
export class Forecaster {
  readonly #book: ExperienceBook;
  readonly #roads: RoadReader;
  readonly #desks: DeskReader;
  readonly #calendars: CalendarService;

  constructor(
    @Inject(ExperienceBook) book: ExperienceBook,
    @Inject(RoadReader) roads: RoadReader,
    @Inject(DeskReader) desks: DeskReader,
    @Inject(CalendarService) calendars: CalendarService,
  ) {
    this.#book = book;
    this.#roads = roads;
    this.#desks = desks;
    this.#calendars = calendars;
  }

  async knowledge(unitId: number): Promise<Knowledge | undefined> {
    const proven = await this.#book.findProven(unitId);
    if (proven === undefined) return undefined;
    const calendar = await this.#calendars.inForce(unitId);
    return { proven, calendar, queues: await this.#desks.queues(unitId) };
  }

  async of(
    unitId: number,
    dossiers: readonly OpenDossier[],
    { proven, calendar, queues }: Knowledge,
    at: Instant,
  ): Promise<readonly Forecast[]> {
    const shown = dossiers.filter(({ procedureCode }) => isShown(proven, procedureCode));
    const roads = await this.#roads.of(
      unitId,
      shown.map(({ id }) => id),
    );
    const known = new Map(roads.map((road) => [road.dossierId, road]));
    const expected = (road: Road, queue: number) =>
      predict({ road, at, queue }, proven.experience, calendar);
    return dossiers.map((dossier) => {
      const road = known.get(dossier.id);
      const queue = queues.get(dossier.holder ?? '') ?? 0;
      return { dossier, prediction: road && expected(road, queue) };
    });
  }
}
