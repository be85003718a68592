import { StatementFailed } from './statement-failed.ts';

const NETWORK: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

// Connections refused, broken or too many; the server going down or coming up.
const SERVER = /^(08|53300|57P0)/;

// What the driver and the pool say when there is nobody to talk to: they give no code. A runner whose
// connection broke in the middle of a transaction is released under our hands.
const SENTENCES =
  /^(Driver not Connected|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query runner already released)/;

/** Whether the database is not there just now: no fault of ours, and worth trying again. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof StatementFailed && error.state !== undefined) {
    return SERVER.test(error.state);
  }
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return NETWORK.has(code) || SERVER.test(code);
  return SENTENCES.test(error.message);
};
