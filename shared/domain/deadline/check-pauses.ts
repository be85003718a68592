import { accepted, refused, type Result } from '../kernel/index.ts';
import type { ClockHistory } from './history.ts';

export type PauseRefusal = 'pause-before-receipt' | 'pause-ends-before-it-begins';

/**
 * Whether the pauses can have happened: none before the clock started, none ended before it began.
 *
 * @example received 2026-03-02, stopped 2026-03-01 → pause-before-receipt
 */
export function checkPauses(
  history: Pick<ClockHistory, 'startedAt' | 'pauses'>,
): Result<null, PauseRefusal> {
  for (const [index, { from, to }] of history.pauses.entries()) {
    const path = `pauses.${index}`;
    if (from < history.startedAt) {
      return refused('pause-before-receipt', { path: `${path}.from`, from });
    }
    if (to !== undefined && to < from) {
      return refused('pause-ends-before-it-begins', { path: `${path}.to`, from, to });
    }
  }
  return accepted(null);
}
