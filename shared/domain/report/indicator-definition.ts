import type { Day } from '../working-time/index.ts';

/** Ratios over dossiers (domain of the seed reports and of Bộ chỉ số 766). */
export type DossierIndicator =
  | 'onlineReceipts'
  | 'directOrPostReceipts'
  | 'fullOnlineReceipts'
  | 'partialOnlineReceipts'
  | 'resolution'
  | 'resolvedEarly'
  | 'resolvedOnTime'
  | 'resolvedLate'
  | 'rejected'
  | 'withdrawn'
  | 'resultsInTime'
  | 'handledInTime766'
  | 'pendingLate'
  | 'onlinePayment'
  | 'componentsDigitised'
  | 'resultDigitised'
  | 'bothDigitised'
  | 'electronicResult'
  | 'archived'
  | 'reused';

/** Ratios over procedures: *TTHC có phát sinh hồ sơ*. */
export type ProcedureIndicator =
  | 'proceduresUsed'
  | 'fullOnlineProceduresUsed'
  | 'partialOnlineProceduresUsed'
  | 'proceduresPaidOnline';

/** Ratios over the register of *phản ánh, kiến nghị*. */
export type FeedbackIndicator = 'feedbackInTime' | 'feedbackInTime766';

/** Of those the one a report tells, so that the city may give a target for it. */
export type AimedFeedback = Extract<FeedbackIndicator, 'feedbackInTime'>;

export type Indicator = DossierIndicator | ProcedureIndicator | FeedbackIndicator;

/** `new`: received in the period, (4)+(5); `total`: with what was carried over, (3). */
export type Population = 'new' | 'total';

/**
 * What the receiving city means by an indicator from a day on. Printed with the figure: the seed reports
 * divided the same number by four different totals.
 */
export interface IndicatorDefinition {
  readonly indicator: Indicator;
  readonly effectiveFrom: Day;
  readonly population: Population;
  /** *Chỉ tiêu thành phố giao*, in whole percent. */
  readonly targetPercent?: number;
}

/** Where the city has set nothing: new receipts for how citizens come, the total for what the office does. */
const DEFAULT_POPULATION = {
  onlineReceipts: 'new',
  directOrPostReceipts: 'new',
  fullOnlineReceipts: 'new',
  partialOnlineReceipts: 'new',
  resolution: 'total',
  resolvedEarly: 'total',
  resolvedOnTime: 'total',
  resolvedLate: 'total',
  rejected: 'total',
  withdrawn: 'total',
  resultsInTime: 'total',
  handledInTime766: 'total',
  pendingLate: 'total',
  onlinePayment: 'total',
  componentsDigitised: 'total',
  resultDigitised: 'total',
  bothDigitised: 'total',
  electronicResult: 'total',
  archived: 'total',
  reused: 'total',
  proceduresUsed: 'new',
  fullOnlineProceduresUsed: 'new',
  partialOnlineProceduresUsed: 'new',
  proceduresPaidOnline: 'new',
  feedbackInTime: 'total',
  feedbackInTime766: 'total',
} as const satisfies Record<Indicator, Population>;

export const AIMED_FEEDBACK = 'feedbackInTime' as const satisfies AimedFeedback;

export const INDICATORS = Object.keys(DEFAULT_POPULATION) as readonly Indicator[];

/**
 * The definition in force on the last day of a period: the latest that the city has set by then.
 *
 * @example definitionOn('reused', definitions, 14/01/2026) // set on 01/01/2026: population 'new', target 50
 */
export function definitionOn(
  indicator: Indicator,
  definitions: readonly IndicatorDefinition[],
  day: Day,
): Omit<IndicatorDefinition, 'effectiveFrom'> {
  const inForce = definitions
    .filter((each) => each.indicator === indicator && each.effectiveFrom <= day)
    .reduce<IndicatorDefinition | null>(
      (latest, each) =>
        latest === null || each.effectiveFrom >= latest.effectiveFrom ? each : latest,
      null,
    );
  return inForce ?? { indicator, population: DEFAULT_POPULATION[indicator] };
}

/** Where less is better, or nothing at all: nobody is missing who should have been late or refused. */
const NO_AIMS: ReadonlySet<Indicator> = new Set<Indicator>([
  'directOrPostReceipts',
  'resolvedOnTime',
  'resolvedLate',
  'rejected',
  'withdrawn',
  'pendingLate',
]);

/** Whether a ratio is one to be raised, so that a target and what is missing to it make sense. */
export const isAim = (indicator: Indicator): boolean => !NO_AIMS.has(indicator);
