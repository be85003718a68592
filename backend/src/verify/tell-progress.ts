import type { Progress } from './verify.ts';

const EVERY_MS = 5_000;

/** A line now and then for whoever waits; beside the findings, not among them. */
export const tellProgress = (): ((progress: Progress) => void) => {
  let toldMs = performance.now();
  return ({ unit, dossiers }) => {
    if (performance.now() - toldMs < EVERY_MS) return;
    toldMs = performance.now();
    process.stderr.write(`${unit}: ${dossiers}…\n`);
  };
};
