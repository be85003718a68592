import { createHash } from 'node:crypto';
import type { Played } from './histories.ts';

/** What a report could be moved by: who did what when, when it was told, and the due moments it gave. */
export function fingerprintOf(played: readonly Played[]): string {
  const hash = createHash('sha256');
  for (const { id, story, history } of played) {
    hash.update(`${id} ${story}\n`);
    for (const { type, occurredAt, recordedAt, backdated, due } of history) {
      const dues = due === undefined ? [] : [due.dueAt, due.beforeExtensionAt];
      hash.update(`${JSON.stringify([type, occurredAt, recordedAt, backdated, ...dues])}\n`);
    }
  }
  return hash.digest('hex');
}
