import type { Instant } from '../working-time/index.ts';
import type { Members } from './cells.ts';
import type { Exit } from './ii06b-columns.ts';
import type { Counted } from './passages.ts';

/** No due moment decides these: a refusal before acceptance never had one, and nobody misses it. */
const UNTIMED: readonly Exit[] = ['rejected', 'withdrawn'];

/**
 * *Chưa có hạn*: the counted dossiers to which no rule and no promise had given a due moment by the end of
 * the period. A due moment suspended by a pause is known.
 *
 * @example listWithoutDueMoment(counted, 15/01/2026 00:00) // ids to be given a rule or a promise
 */
export const listWithoutDueMoment = (counted: readonly Counted[], end: Instant): Members =>
  counted
    .filter(({ passage }) => !UNTIMED.includes(passage.exit))
    .filter(({ dossier: { dueKnownFrom } }) => dueKnownFrom === null || dueKnownFrom >= end)
    .map(({ dossier }) => dossier.id);
