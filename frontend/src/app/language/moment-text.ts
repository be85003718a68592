import { type Instant, parseInstant } from '#domain/working-time';
import { momentText } from '#wording/moment';

/** A moment as the wire writes it, as people read it; nothing where there is none. */
export const readMoment = (
  told: string | null | undefined,
  write: (at: Instant) => string = momentText,
): string => {
  const at = parseInstant(told ?? '');
  return at === undefined ? '' : write(at);
};
