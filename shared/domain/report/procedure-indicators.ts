import type { OnlineLevel } from '../dossier/index.ts';
import { isIn, populationIn, type RatioPart } from './dossier-indicators.ts';
import { figureOf, type IndicatorFigure, type Ratio } from './indicator.ts';
import {
  definitionOn,
  type IndicatorDefinition,
  type Population,
  type ProcedureIndicator,
} from './indicator-definition.ts';
import type { Counted, ReportScope } from './passages.ts';
import { boundsOf } from './period.ts';
import { profileOf, type Fact, type Profile } from './profile.ts';
import type { ReportedDossier } from './reported-dossier.ts';

/** A procedure of the unit's catalogue on the last day of the period. */
export interface CatalogueEntry {
  readonly code: string;
  readonly onlineLevel: OnlineLevel;
}

/** A procedure with the profiles of the dossiers of the period that asked for it. */
export interface UsedProcedure extends CatalogueEntry {
  readonly profiles: readonly Profile[];
}

type Question = (procedure: UsedProcedure) => boolean;

const hasDossiers: Question = ({ profiles }) => profiles.length > 0;

const ofLevel =
  (level: OnlineLevel): Question =>
  ({ onlineLevel }) =>
    onlineLevel === level;

const someHad =
  (fact: Fact): Question =>
  ({ profiles }) =>
    profiles.some(({ had }) => had.has(fact));

/** *TTHC phát sinh hồ sơ / tổng TTHC cùng mức độ*; the payment ratio asks only where a fee arose. */
const RATIOS = {
  proceduresUsed: { isAsked: () => true, isMet: hasDossiers },
  fullOnlineProceduresUsed: { isAsked: ofLevel('full'), isMet: hasDossiers },
  partialOnlineProceduresUsed: { isAsked: ofLevel('partial'), isMet: hasDossiers },
  proceduresPaidOnline: {
    isAsked: someHad('feeChargedAt'),
    isMet: someHad('feePaidOnlineAt'),
  },
} as const satisfies Record<ProcedureIndicator, Ratio<UsedProcedure>>;

export const PROCEDURE_INDICATORS = Object.keys(RATIOS) as readonly ProcedureIndicator[];

/**
 * One ratio over the procedures of the catalogue: members, numerator and denominator are procedure codes.
 *
 * @example procedureIndicator('proceduresUsed', dossiers, q1of2026, catalogue).percentage // 7,65: 29 of 379
 */
export function procedureIndicator(
  indicator: ProcedureIndicator,
  dossiers: Iterable<ReportedDossier>,
  scope: ReportScope & { readonly catalogue: readonly CatalogueEntry[] },
  definitions: readonly IndicatorDefinition[] = [],
): IndicatorFigure {
  const definition = definitionOn(indicator, definitions, scope.to);
  const { end } = boundsOf(scope);
  const used = byProcedure(populationIn(dossiers, scope, definition.population));
  const procedures = scope.catalogue.map((entry): UsedProcedure => ({
    ...entry,
    profiles: (used.get(entry.code) ?? []).map((counted) => profileOf(counted, end)),
  }));
  return figureOf(definition, procedures, ({ code }) => code, RATIOS[indicator]);
}

/** The same ratio, asked of one procedure and the profiles of its dossiers, carried over or not. */
export function procedurePartIn(
  indicator: ProcedureIndicator,
  population: Population,
  { profiles, ...entry }: UsedProcedure,
): RatioPart | null {
  const counted = profiles.filter(({ passage }) => isIn(population, passage));
  const procedure = { ...entry, profiles: counted };
  const { isAsked, isMet } = RATIOS[indicator];
  if (!isAsked(procedure)) return null;
  return isMet(procedure) ? 'numerator' : 'missing';
}

function byProcedure(counted: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
  return Map.groupBy(counted, ({ dossier }) => dossier.intake.procedure.code);
}
