import { setTimeout as pause } from 'node:timers/promises';

/** What a question brings, if it brings it in time; undefined when it fails or takes longer. */
export const within = async <Value>(
  limitMs: number,
  question: Promise<Value>,
): Promise<Value | undefined> => {
  const giveUp = new AbortController();
  try {
    return await Promise.race([
      question,
      pause(limitMs, undefined, { signal: giveUp.signal }).catch(() => undefined),
    ]);
  } catch {
    // Why it failed is in the log of whoever asks it for its own sake.
    return undefined;
  } finally {
    giveUp.abort();
  }
};
