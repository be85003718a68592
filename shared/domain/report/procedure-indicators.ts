import type { OnlineLevel } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import { populationIn } from './dossier-indicators.ts';
import { hadBy } from './had-by.ts';
import { figureOf, type IndicatorFigure } from './indicator.ts';
import {
  definitionOn,
  type IndicatorDefinition,
  type ProcedureIndicator,
} from './indicator-definition.ts';
import type { Counted, ReportScope } from './passages.ts';
import { boundsOf } from './period.ts';
import type { ReportedDossier } from './reported-dossier.ts';

/** A procedure of the unit's catalogue on the last day of the period. */
export interface CatalogueEntry {
  readonly code: string;
  readonly onlineLevel: OnlineLevel;
}

/** A procedure with the dossiers of the period that asked for it. */
interface UsedProcedure {
  readonly entry: CatalogueEntry;
  readonly dossiers: readonly ReportedDossier[];
}

interface ProcedureRatio {
  readonly isAsked: (procedure: UsedProcedure, end: Instant) => boolean;
  readonly isMet: (procedure: UsedProcedure, end: Instant) => boolean;
}

const hasDossiers: ProcedureRatio['isMet'] = ({ dossiers }) => dossiers.length > 0;

const ofLevel =
  (level: OnlineLevel): ProcedureRatio['isAsked'] =>
  ({ entry }) =>
    entry.onlineLevel === level;

/** *TTHC phát sinh hồ sơ / tổng TTHC cùng mức độ*; the payment ratio asks only where a fee arose. */
const RATIOS = {
  proceduresUsed: { isAsked: () => true, isMet: hasDossiers },
  fullOnlineProceduresUsed: { isAsked: ofLevel('full'), isMet: hasDossiers },
  partialOnlineProceduresUsed: { isAsked: ofLevel('partial'), isMet: hasDossiers },
  proceduresPaidOnline: {
    isAsked: ({ dossiers }, end) => dossiers.some(({ facts }) => hadBy(facts.feeChargedAt, end)),
    isMet: ({ dossiers }, end) => dossiers.some(({ facts }) => hadBy(facts.feePaidOnlineAt, end)),
  },
} as const satisfies Record<ProcedureIndicator, ProcedureRatio>;

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
    entry,
    dossiers: used.get(entry.code) ?? [],
  }));
  const ratio = RATIOS[indicator];
  return figureOf(definition, procedures, ({ entry }) => entry.code, {
    isAsked: (procedure) => ratio.isAsked(procedure, end),
    isMet: (procedure) => ratio.isMet(procedure, end),
  });
}

function byProcedure(counted: readonly Counted[]): ReadonlyMap<string, readonly ReportedDossier[]> {
  const used = new Map<string, ReportedDossier[]>();
  for (const { dossier } of counted) {
    const { code } = dossier.intake.procedure;
    const known = used.get(code);
    if (known === undefined) used.set(code, [dossier]);
    else known.push(dossier);
  }
  return used;
}
