// While a child does the work, being asked to stop means asking the child, and waiting for it.
import { constants } from 'node:os';
import { onParentGone } from './parent-watch.mjs';

/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP'} StopSignal */

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Somebody asked us to stop: not a failure, and nothing to explain. */
export class AskedToStop extends Error {
  /** @param {StopSignal} signal */
  constructor(signal) {
    super(`asked to stop by ${signal}`);
    this.name = 'AskedToStop';
    // What a shell expects of a command that a signal ended.
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Passes every request to stop on to the child until `end` is called.
 * @param {import('node:child_process').ChildProcess} child
 */
export const passStopTo = (child) => {
  /** @type {StopSignal | undefined} */
  let asked;
  /** @param {StopSignal} signal */
  const pass = (signal) => {
    asked ??= signal;
    child.kill(signal);
  };
  const listeners = signals.map((signal) => {
    const listener = () => pass(signal);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  onParentGone(() => pass('SIGTERM'));
  return {
    asked: () => asked,
    end: () => {
      for (const stop of listeners) stop();
    },
  };
};
