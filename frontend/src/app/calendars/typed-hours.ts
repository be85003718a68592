import type { HoursText } from '#domain/working-time';

const STRETCH = /^(\d{1,2})[:h](\d{2})?(?:-|–|đến)(\d{1,2})[:h](\d{2})?$/;

const time = (hour = '', minute = '00'): string => `${hour.padStart(2, '0')}:${minute}`;

/**
 * Hours as people type them; undefined where they cannot be read. Whether they make sense is for the rules.
 *
 * @example typedHours('7h30-11h30, 13:00 – 17:00') → [['07:30', '11:30'], ['13:00', '17:00']]
 */
export const typedHours = (text: string): readonly HoursText[] | undefined => {
  const parts = text
    .replaceAll(/\s+/g, '')
    .split(/[,;]/)
    .filter((part) => part !== '');
  const read = parts.map((part): HoursText | undefined => {
    const [, fromHour, fromMinute, toHour, toMinute] = STRETCH.exec(part) ?? [];
    if (fromHour === undefined) return undefined;
    return [time(fromHour, fromMinute), time(toHour, toMinute)];
  });
  return read.some((each) => each === undefined)
    ? undefined
    : read.filter((each) => each !== undefined);
};

export const hoursWords = (hours: readonly HoursText[]): string =>
  hours.map(([from, to]) => `${from}-${to}`).join(', ');
