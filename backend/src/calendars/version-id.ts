import { createHash } from 'node:crypto';
import { canonicalText, type CalendarDefinition } from '#domain/working-time';

/** Enough of the hash to see that a version was not exchanged for another. */
const SHOWN = 8;

/** SHA-256 of the calendar itself: the same for two units that keep the same time. */
export const hashOf = (definition: CalendarDefinition): string =>
  createHash('sha256').update(canonicalText(definition)).digest('hex');

/** The name of a unit's calendar version, as events carry it: its number and the head of its hash. */
export const versionId = (number: number, hash: string): string =>
  `${number}-${hash.slice(0, SHOWN)}`;

/** The number in a version's name, or undefined where it is none of ours. */
export function numberOf(id: string): number | undefined {
  const [, number] = /^([1-9]\d{0,8})-[\da-f]{8}$/.exec(id) ?? [];
  return number === undefined ? undefined : Number(number);
}
