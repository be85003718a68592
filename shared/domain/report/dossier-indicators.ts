import type { OnlineLevel } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import { hadBy } from './had-by.ts';
import { isPending, type Exit } from './ii06b-columns.ts';
import { figureOf, type IndicatorFigure, type Ratio } from './indicator.ts';
import {
  definitionOn,
  type DossierIndicator,
  type IndicatorDefinition,
  type Population,
} from './indicator-definition.ts';
import { passagesIn, type Counted, type ReportScope } from './passages.ts';
import { boundsOf } from './period.ts';
import type { ReportedDossier, ReportedFacts } from './reported-dossier.ts';

/** A counted dossier and the end of the period: facts count as they were then. */
interface Asked extends Counted {
  readonly end: Instant;
}

type Question = (asked: Asked) => boolean;

const always: Question = () => true;
const isOnline: Question = ({ dossier }) => dossier.intake.channel === 'online';
const isOffline: Question = (asked) => !isOnline(asked);
const isResolved: Question = ({ passage }) => !isPending(passage.exit);
const isStillPending: Question = ({ passage }) => isPending(passage.exit);

const exits =
  (...expected: readonly Exit[]): Question =>
  ({ passage }) =>
    expected.includes(passage.exit);

const ofLevel =
  (level: OnlineLevel): Question =>
  ({ dossier }) =>
    dossier.intake.procedure.onlineLevel === level;

const had =
  (...facts: readonly (keyof ReportedFacts)[]): Question =>
  ({ dossier, end }) =>
    facts.every((fact) => hadBy(dossier.facts[fact], end));

const isResult = exits('resolvedEarly', 'resolvedOnTime', 'resolvedLate');

const owesElectronicResult: Question = (asked) =>
  isResult(asked) && asked.dossier.intake.procedure.paperResult;

/** Numerator and denominator of each ratio: one definition each, whatever a period's report would like. */
const RATIOS = {
  onlineReceipts: { isAsked: always, isMet: isOnline },
  directOrPostReceipts: { isAsked: always, isMet: isOffline },
  fullOnlineReceipts: { isAsked: ofLevel('full'), isMet: isOnline },
  partialOnlineReceipts: { isAsked: ofLevel('partial'), isMet: isOnline },
  resolution: { isAsked: always, isMet: isResolved },
  resolvedEarly: { isAsked: isResolved, isMet: exits('resolvedEarly') },
  resolvedOnTime: { isAsked: isResolved, isMet: exits('resolvedOnTime') },
  resolvedLate: { isAsked: isResolved, isMet: exits('resolvedLate') },
  rejected: { isAsked: isResolved, isMet: exits('rejected') },
  withdrawn: { isAsked: isResolved, isMet: exits('withdrawn') },
  resultsInTime: { isAsked: isResult, isMet: exits('resolvedEarly', 'resolvedOnTime') },
  handledInTime766: {
    isAsked: always,
    isMet: exits('resolvedEarly', 'resolvedOnTime', 'pendingInTime'),
  },
  pendingLate: { isAsked: isStillPending, isMet: exits('pendingLate') },
  onlinePayment: { isAsked: had('feeChargedAt'), isMet: had('feePaidOnlineAt') },
  componentsDigitised: { isAsked: isResolved, isMet: had('componentsDigitisedAt') },
  resultDigitised: { isAsked: isResolved, isMet: had('resultDigitisedAt') },
  bothDigitised: {
    isAsked: isResolved,
    isMet: had('componentsDigitisedAt', 'resultDigitisedAt'),
  },
  electronicResult: { isAsked: owesElectronicResult, isMet: had('electronicResultAt') },
  archived: { isAsked: isResolved, isMet: had('archivedAt') },
  reused: { isAsked: always, isMet: had('dataReusedAt') },
} as const satisfies Record<DossierIndicator, Ratio<Asked>>;

export const DOSSIER_INDICATORS = Object.keys(RATIOS) as readonly DossierIndicator[];

/**
 * One ratio over the dossiers of a period, as the receiving city defines it on the period's last day.
 *
 * @example dossierIndicator('onlineReceipts', dossiers, { from: 15/12/2025, to: 14/01/2026 }).percentage
 * // 99,76: 3726 of 3735 new ones, not of the 3749 with those carried over
 */
export function dossierIndicator(
  indicator: DossierIndicator,
  dossiers: Iterable<ReportedDossier>,
  scope: ReportScope,
  definitions: readonly IndicatorDefinition[] = [],
): IndicatorFigure {
  const definition = definitionOn(indicator, definitions, scope.to);
  const { end } = boundsOf(scope);
  const population = populationIn(dossiers, scope, definition.population);
  const asked = population.map((counted): Asked => ({ ...counted, end }));
  return figureOf(definition, asked, ({ dossier }) => dossier.id, RATIOS[indicator]);
}

/** The counted dossiers of the period, with or without those carried over into it. */
export const populationIn = (
  dossiers: Iterable<ReportedDossier>,
  scope: ReportScope,
  population: Population,
): readonly Counted[] =>
  [...passagesIn(dossiers, scope)].filter(
    ({ passage }) => population === 'total' || passage.entry !== 'carriedOver',
  );
