import { isDatabaseAway } from '../platform/database/is-away.ts';
import {
  DUPLICATE_KEY,
  LOCK_NOT_AVAILABLE,
  StatementFailed,
} from '../platform/database/statement-failed.ts';

/** A dossier moved while it was looked at: it is looked at anew. */
export class Overtaken extends Error {}

export const TRIES = 8;

const DEADLOCK = '40P01';
const KNOWN = 'MC001';

/** Somebody else was quicker: the next try sees what they did. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Overtaken ||
  (error instanceof StatementFailed &&
    [LOCK_NOT_AVAILABLE, DEADLOCK, DUPLICATE_KEY, KNOWN].includes(error.state ?? ''));

/** A database that goes down or is away says nothing about the row. */
export const isAboutRow = (error: unknown): boolean =>
  !isDatabaseAway(error) && (!(error instanceof StatementFailed) || error.state !== undefined);
