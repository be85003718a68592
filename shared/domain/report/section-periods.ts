import {
  FEEDBACK_MONTH_STARTS_ON,
  cumulativeTo,
  periodOf,
  weekOf,
  type NamedPeriod,
} from './named-period.ts';
import type { Period } from './period.ts';

/** Each section of a report may keep a period of its own. */
export interface SectionPeriods {
  readonly main: Period;
  /** *Lũy kế từ đầu năm*. */
  readonly cumulative: Period;
  /** The week in which the report is made up. */
  readonly week: Period;
  /** *Phản ánh, kiến nghị*: 21 → 20 where the report is over whole months. */
  readonly pakn: Period;
}

/**
 * The periods of a report's sections as the seed reports have them; whoever issues it may set others.
 *
 * @example sectionPeriods({ kind: 'month', year: 2026, month: 1 })
 * // main 15/12–14/01, cumulative 15/12–14/01, week 12/01–18/01, pakn 21/12–20/01
 */
export function sectionPeriods(named: NamedPeriod): SectionPeriods {
  const main = periodOf(named);
  return {
    main,
    cumulative: cumulativeTo(main.to),
    week: weekOf(main.to),
    pakn: periodOf(named, FEEDBACK_MONTH_STARTS_ON),
  };
}
