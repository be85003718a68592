import type { HoursText } from './hours.ts';
import type { Weekday } from './weekday.ts';

/**
 * `off`: nobody works. `worked`: *làm bù*, a full day unless hours are given. `plain`: as the week has it,
 * which cancels what an upper layer said of the day; given hours replace those of the week.
 */
export type SpecialDayKind = 'off' | 'worked' | 'plain';

export interface SpecialDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly kind: SpecialDayKind;
  readonly name?: string;
  readonly hours?: readonly HoursText[];
  /** *Căn cứ văn bản*: the notice that says so. */
  readonly source?: string;
  /** *Dự kiến*: no official notice yet. */
  readonly provisional?: boolean;
}

/** What the nation, a city or a unit says about its working time; lower layers have the last word. */
export interface CalendarLayer {
  readonly weeklyHours?: Readonly<Partial<Record<Weekday, readonly HoursText[]>>>;
  readonly days?: readonly SpecialDay[];
  /** Years whose official days this layer brings, besides those that ship with the product. */
  readonly officialYears?: readonly number[];
}
