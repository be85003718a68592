import { OutsideCalendarError } from './calendar-range.ts';

/** A number that has to be there: to ask beyond the last one is to leave the years of the calendar. */
export function known(list: Int32Array, index: number): number {
  const value = list[index];
  if (value === undefined) throw new OutsideCalendarError();
  return value;
}

/** The same for any list; apart from `known`, which only ever sees one kind of array and is fast for it. */
export function member<Value>(list: readonly Value[], index: number): Value {
  const value = list[index];
  if (value === undefined) throw new OutsideCalendarError();
  return value;
}
