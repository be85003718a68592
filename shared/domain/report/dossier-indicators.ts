import type { OnlineLevel } from '../dossier/index.ts';
import { isPending, type Exit } from './ii06b-columns.ts';
import type { Passage } from './ii06b-place.ts';
import { figureOf, type IndicatorFigure, type Ratio } from './indicator.ts';
import {
  definitionOn,
  type DossierIndicator,
  type IndicatorDefinition,
  type Population,
} from './indicator-definition.ts';
import { passagesIn, type Counted, type ReportScope } from './passages.ts';
import { boundsOf } from './period.ts';
import { profileOf, type Fact, type Profile } from './profile.ts';
import type { ReportedDossier } from './reported-dossier.ts';

type Question = (profile: Profile) => boolean;

const always: Question = () => true;
const isOnline: Question = ({ channel }) => channel === 'online';
const isOffline: Question = (profile) => !isOnline(profile);
const isResolved: Question = ({ passage }) => !isPending(passage.exit);
const isStillPending: Question = ({ passage }) => isPending(passage.exit);

const exits =
  (...expected: readonly Exit[]): Question =>
  ({ passage }) =>
    expected.includes(passage.exit);

const ofLevel =
  (level: OnlineLevel): Question =>
  ({ onlineLevel }) =>
    onlineLevel === level;

const hadAll =
  (...facts: readonly Fact[]): Question =>
  ({ had }) =>
    facts.every((fact) => had.has(fact));

const isResult = exits('resolvedEarly', 'resolvedOnTime', 'resolvedLate');

const owesElectronicResult: Question = (profile) => isResult(profile) && profile.paperResult;

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
  onlinePayment: { isAsked: hadAll('feeChargedAt'), isMet: hadAll('feePaidOnlineAt') },
  componentsDigitised: { isAsked: isResolved, isMet: hadAll('componentsDigitisedAt') },
  resultDigitised: { isAsked: isResolved, isMet: hadAll('resultDigitisedAt') },
  bothDigitised: {
    isAsked: isResolved,
    isMet: hadAll('componentsDigitisedAt', 'resultDigitisedAt'),
  },
  electronicResult: { isAsked: owesElectronicResult, isMet: hadAll('electronicResultAt') },
  archived: { isAsked: isResolved, isMet: hadAll('archivedAt') },
  reused: { isAsked: always, isMet: hadAll('dataReusedAt') },
} as const satisfies Record<DossierIndicator, Ratio<Profile>>;

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
  const asked = population.map((counted) => ({
    id: counted.dossier.id,
    profile: profileOf(counted, end),
  }));
  const { isAsked, isMet } = RATIOS[indicator];
  return figureOf(definition, asked, ({ id }) => id, {
    isAsked: ({ profile }) => isAsked(profile),
    isMet: ({ profile }) => isMet(profile),
  });
}

/** Where a counted dossier stands in a ratio; null for whom its population does not hold or its question pass by. */
export type RatioPart = 'numerator' | 'missing';

/**
 * The same ratio, asked of one profile: what a database has counted in heaps is judged here.
 *
 * @example partIn('archived', 'total', profile) // 'missing' for a result that no store has taken in
 */
export function partIn(
  indicator: DossierIndicator,
  population: Population,
  profile: Profile,
): RatioPart | null {
  const { isAsked, isMet } = RATIOS[indicator];
  if (!isIn(population, profile.passage) || !isAsked(profile)) return null;
  return isMet(profile) ? 'numerator' : 'missing';
}

/** New ones only, or with those carried over. */
export const isIn = (population: Population, { entry }: Passage): boolean =>
  population === 'total' || entry !== 'carriedOver';

/** The counted dossiers of the period, with or without those carried over into it. */
export const populationIn = (
  dossiers: Iterable<ReportedDossier>,
  scope: ReportScope,
  population: Population,
): readonly Counted[] =>
  [...passagesIn(dossiers, scope)].filter(({ passage }) => isIn(population, passage));
