import type { CalendarChange } from '#contract/calendars';
import type { CalendarLayer, SpecialDay } from '#domain/working-time';

/** What somebody wants to be said of weekdays and days. */
export type LayerChange = Pick<CalendarChange, 'weeklyHours' | 'days' | 'officialYears'>;

/**
 * A layer after a change: what is given replaces what the layer said of that weekday or day, the rest stays.
 *
 * @example layerAfter({ days: [24/11 off] }, { days: [23/11 off] }) → both days off
 */
export function layerAfter(layer: CalendarLayer, change: LayerChange): CalendarLayer {
  const week = Object.entries(change.weeklyHours ?? {}).filter(([, hours]) => hours !== undefined);
  return {
    ...layer,
    weeklyHours: { ...layer.weeklyHours, ...Object.fromEntries(week) },
    days: daysAfter(layer.days ?? [], change.days ?? []),
    ...yearsAfter(layer.officialYears, change.officialYears),
  };
}

/** A date given twice in the change stays given twice: the rule that merges layers refuses it. */
function daysAfter(
  before: readonly SpecialDay[],
  given: readonly SpecialDay[],
): readonly SpecialDay[] {
  const named = new Set(given.map(({ date }) => date));
  const kept = before.filter(({ date }) => !named.has(date));
  return [...kept, ...given].sort((a, b) => (a.date < b.date ? -1 : 1));
}

const yearsAfter = (
  before: readonly number[] = [],
  given: readonly number[] = [],
): Pick<CalendarLayer, 'officialYears'> =>
  before.length + given.length === 0
    ? {}
    : { officialYears: [...new Set([...before, ...given])].sort((a, b) => a - b) };
