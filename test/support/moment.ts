import { instant, type Instant } from '#domain/working-time';

/** `at('2026-03-02 08:00')` or with seconds: a local moment of Việt Nam, read without the code under test. */
export function at(text: string): Instant {
  const [day, time = '00:00'] = text.split(' ');
  const withSeconds = time.length === 5 ? `${time}:00` : time;
  return instant(Date.parse(`${day ?? ''}T${withSeconds}+07:00`));
}

/** The inverse, for readable failures: `2026-03-02 08:00`. */
export function local(moment: Instant | null | undefined): string | null {
  if (moment === null || moment === undefined) return null;
  const text = new Date(moment + 7 * 3_600_000).toISOString();
  const seconds = text.slice(17, 19) === '00' ? '' : text.slice(16, 19);
  return `${text.slice(0, 10)} ${text.slice(11, 16)}${seconds}`;
}
