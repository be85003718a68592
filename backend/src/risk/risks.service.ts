import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import {
  OFTEN_LATE_PERCENT,
  type RiskAnswer,
  type RiskDossier,
  type RiskFigures,
  type RiskQuery,
} from '#contract/risk';
import { tellInstant } from '#contract/time';
import { instant } from '#domain/working-time';
import { DossierItems, DossierPlaces } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { FIRST_ID, pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { DeskReader, type OpenDossier } from './desk-reader.service.ts';
import { ExperienceBook } from './experience-book.service.ts';
import { Forecaster, isShown } from './forecast.service.ts';
import { itemsOf, withItem } from './named-items.ts';
import { riskOf } from './risk-answer.ts';
import { sightOf } from './sight.ts';

interface Found {
  readonly dossier: OpenDossier;
  readonly risk: RiskDossier['risk'];
}

const percentOf = ({ risk }: Found): number => risk.latePercent ?? 0;

/** The likeliest to be late first; of the equally likely by id, so that pages fit together. */
const byLikelihood = (one: Found, other: Found): number =>
  percentOf(other) - percentOf(one) || (one.dossier.id < other.dossier.id ? -1 : 1);

/** What may become late before anybody is warned of it. */
@Injectable()
export class Risks {
  readonly #forecaster: Forecaster;
  readonly #desks: DeskReader;
  readonly #book: ExperienceBook;
  readonly #items: DossierItems;
  readonly #places: DossierPlaces;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- what is expected, of which dossiers, as lists show them
  constructor(
    @Inject(Forecaster) forecaster: Forecaster,
    @Inject(DeskReader) desks: DeskReader,
    @Inject(ExperienceBook) book: ExperienceBook,
    @Inject(DossierItems) items: DossierItems,
    @Inject(DossierPlaces) places: DossierPlaces,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#forecaster = forecaster;
    this.#desks = desks;
    this.#book = book;
    this.#items = items;
    this.#places = places;
    this.#clock = clock;
  }

  /** Computed anew for every page: of some thousand open dossiers that takes less than reading them. */
  async list(actor: RequestActor, query: RiskQuery): Promise<Page<RiskDossier>> {
    const unit = actor.choose('risk.read', query.unitId);
    const [percent, id] = readCursor(query.cursor, part.int, part.uuid) ?? [101, FIRST_ID];
    const found = (await this.#found(actor, unit.id)).filter(
      (each) => percentOf(each) < percent || (percentOf(each) === percent && each.dossier.id > id),
    );
    const rows = found.slice(0, query.limit + 1);
    const items = await itemsOf(this.#items, { actor, unitId: unit.id }, rows);
    const page = pageOfRows(rows, query.limit, {
      item: ({ dossier, risk }) => withItem(items, dossier, { risk }),
      key: (row) => [percentOf(row), row.dossier.id],
    });
    return { ...page, items: page.items.flat() };
  }

  async one(actor: RequestActor, id: string): Promise<RiskAnswer> {
    const [unitId] = (await this.#places.locate(id, actor.unitIds)) ?? [];
    if (unitId === undefined) throw new ProblemError('not-found');
    const unit = actor.require('risk.read', unitId);
    const now = instant(this.#clock.officeNow());
    const dossier = await this.#desks.find(unitId, sightOf(actor, unit), id);
    if (dossier === undefined) return none('notRunning');
    const knowledge = await this.#forecaster.knowledge(unitId);
    if (knowledge === undefined) return none('unlearned');
    if (!isShown(knowledge.proven, dossier.procedureCode)) return none('unproven');
    const [forecast] = await this.#forecaster.of(unitId, [dossier], knowledge, now);
    if (forecast?.prediction === undefined) return none('paused');
    return { risk: riskOf(forecast.prediction, dossier, knowledge.proven), why: null };
  }

  async figures(actor: RequestActor, unitId: number | undefined): Promise<RiskFigures> {
    const { id } = actor.choose('risk.read', unitId);
    const learned = await this.#book.find(id);
    const items = await this.#book.figures(id);
    return {
      learnedAt: tellInstant(learned?.learnedAt ?? null),
      dossiers: learned?.dossiers ?? 0,
      items,
    };
  }

  async #found(actor: RequestActor, unitId: number): Promise<readonly Found[]> {
    const knowledge = await this.#forecaster.knowledge(unitId);
    if (knowledge === undefined) return [];
    const now = instant(this.#clock.officeNow());
    const sight = sightOf(actor, actor.require('risk.read', unitId));
    const dossiers = await this.#desks.ahead(unitId, sight, now);
    const forecasts = await this.#forecaster.of(unitId, dossiers, knowledge, now);
    return forecasts
      .flatMap(({ dossier, prediction }) =>
        prediction === undefined
          ? []
          : { dossier, risk: riskOf(prediction, dossier, knowledge.proven) },
      )
      .filter((each) => percentOf(each) >= OFTEN_LATE_PERCENT)
      .toSorted(byLikelihood);
  }
}

const none = (why: NonNullable<RiskAnswer['why']>): RiskAnswer => ({ risk: null, why });
