import type { DossierEvent } from '#domain/dossier';
import { instant, type Instant } from '#domain/working-time';

/** How far a dossier's alerts were compared before. */
export interface Seen {
  /** Of the last event that was looked at; 0: none yet. */
  readonly version: number;
  readonly at: Instant | null;
}

/** One look to be made: at the dossier as its first events tell it, at a moment. */
export interface PlannedLook {
  readonly events: number;
  readonly at: Instant;
}

/** What one command left behind, or one import, was recorded at one moment. */
const beginsTurn = (history: readonly DossierEvent[], index: number): boolean =>
  history[index]?.recordedAt !== history[index - 1]?.recordedAt;

/**
 * The looks that a sweep which comes late makes up for: at the dossier as it was just before everything that
 * was recorded since, and at last as it is. So it leaves the rows of one that had come every second (ADR 0040).
 * @example looksOf([received 08:00, assigned 09:00], { version: 0, at: null }, 09:30) // 1 event 08:59:59.999, 2 events 09:30
 */
export function looksOf(
  history: readonly DossierEvent[],
  seen: Seen,
  now: Instant,
): readonly PlannedLook[] {
  const since = seen.at ?? instant(-Infinity);
  const turns = history.flatMap((event, index) => {
    const at = instant(event.recordedAt - 1);
    const isNews = index > 0 && event.version > seen.version && beginsTurn(history, index);
    return isNews && at > since ? [{ events: index, at }] : [];
  });
  // Where the clock was set back nothing is looked at as of before it was last looked at.
  return [...turns, { events: history.length, at: instant(Math.max(now, since)) }];
}
