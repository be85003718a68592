import { Inject, Injectable } from '@nestjs/common';
import type { IndicatorDefinitionsAnswer, NewIndicatorDefinition } from '#contract/reports';
import {
  AIMED_FEEDBACK,
  DOSSIER_INDICATORS,
  PROCEDURE_INDICATORS,
  definitionOn,
  type IndicatorDefinition,
} from '#domain/report';
import { dayOf, formatDay, instant, type Day } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import type { ActorUnit, RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { DefinitionBook } from '../definition-book.service.ts';

type Told = IndicatorDefinitionsAnswer['dated'][number];

const SETTABLE = [...DOSSIER_INDICATORS, ...PROCEDURE_INDICATORS, AIMED_FEEDBACK] as const;
type Settable = (typeof SETTABLE)[number];

const isSettable = (
  definition: IndicatorDefinition,
): definition is IndicatorDefinition & { readonly indicator: Settable } =>
  SETTABLE.some((indicator) => indicator === definition.indicator);

/** What the receiving city means by its indicators: said by the city, read by everybody who reports to it. */
@Injectable()
export class DefinitionDesk {
  readonly #book: DefinitionBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  constructor(
    @Inject(DefinitionBook) book: DefinitionBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#book = book;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async tell(actor: RequestActor, unitId: number | undefined): Promise<IndicatorDefinitionsAnswer> {
    return this.#told(actor.choose('reports.read', unitId).id);
  }

  async set(
    { actor, from }: Ask,
    asked: NewIndicatorDefinition,
  ): Promise<IndicatorDefinitionsAnswer> {
    const { id: unitId } = cityOf(actor, asked.unitId);
    const { indicator, population, targetPercent, effectiveFrom } = asked;
    const definition = { indicator, population, effectiveFrom };
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await this.#book.set(transaction, unitId, {
        ...definition,
        ...(targetPercent !== null && { targetPercent }),
      });
      await this.#audit.write(transaction, {
        ...{ unitId, actor, from, act: 'report.indicatorDefined' },
        facts: { ...definition, targetPercent, effectiveFrom: formatDay(effectiveFrom) },
      });
    });
    return this.#told(unitId);
  }

  async #told(unitId: number): Promise<IndicatorDefinitionsAnswer> {
    const [cityId, all] = await Promise.all([this.#cityOf(unitId), this.#book.of(unitId)]);
    const definitions = all.filter(isSettable);
    const today = dayOf(instant(this.#clock.officeNow()));
    return {
      cityId,
      inForce: SETTABLE.map((indicator) => inForce(indicator, definitions, today)),
      dated: definitions
        .toSorted((one, other) => other.effectiveFrom - one.effectiveFrom)
        .map(datedAs),
    };
  }

  async #cityOf(unitId: number): Promise<number> {
    const [row] = await this.#tenancy.ask<{ readonly id: number }>(
      { units: [] },
      'select coalesce(parent_id, id) as id from unit where id = $1',
      [unitId],
    );
    if (row === undefined) throw new ProblemError('not-found');
    return row.id;
  }
}

/** Only the city that receives reports says what is to be in them. */
function cityOf(actor: RequestActor, unitId: number | undefined): ActorUnit {
  const cities = actor.unitsWhere('reports.receive').filter(({ kind }) => kind === 'city');
  if (cities.length === 0) throw new ProblemError('not-permitted');
  if (unitId === undefined && cities.length > 1) {
    throw new ProblemError('unit-required', { units: cities.slice(0, 20).map(({ id }) => id) });
  }
  const city = unitId === undefined ? cities[0] : actor.require('reports.receive', unitId);
  if (city?.kind !== 'city') throw new ProblemError('not-permitted');
  return city;
}

const datedAs = ({
  indicator,
  population,
  targetPercent,
  effectiveFrom,
}: IndicatorDefinition & { readonly indicator: Settable }): Told => ({
  ...{ indicator, population, targetPercent: targetPercent ?? null },
  effectiveFrom: formatDay(effectiveFrom),
});

function inForce(
  indicator: Settable,
  definitions: readonly IndicatorDefinition[],
  today: Day,
): IndicatorDefinitionsAnswer['inForce'][number] {
  const { population, targetPercent } = definitionOn(indicator, definitions, today);
  const since = definitions
    .filter((each) => each.indicator === indicator && each.effectiveFrom <= today)
    .map(({ effectiveFrom }) => effectiveFrom)
    .toSorted((one, other) => one - other)
    .at(-1);
  return {
    ...{ indicator, population, targetPercent: targetPercent ?? null },
    effectiveFrom: since === undefined ? null : formatDay(since),
  };
}
