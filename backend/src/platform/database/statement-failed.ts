import { QueryFailedError } from 'typeorm';
import { Failure } from '../config/failure.ts';

interface Told {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly table?: unknown;
  readonly detail?: unknown;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** What PostgreSQL calls an error; every class has a digit, `EPIPE` of the network has none. */
const STATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** Our own functions speak in this class, and say nothing of persons. */
const OURS = /^MC/;
// Data exceptions quote the value they cannot read.
const QUOTES_VALUES = /^22/;

/**
 * What is left of a database error once everything that may hold a citizen's name is gone: the error itself
 * carries the parameters, and its detail the whole row.
 */
export class StatementFailed extends Error {
  /** What PostgreSQL calls it: `23505` for a key that is taken. Absent when the connection broke. */
  readonly state: string | undefined;
  /** What the network calls it: `EPIPE`. Absent when PostgreSQL answered. */
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly detail: string | undefined;

  constructor(error: QueryFailedError) {
    const { message, code, ...told }: Error & Told = error.driverError;
    const given = textOf(code);
    const state = STATE.test(given ?? '') ? given : undefined;
    super(QUOTES_VALUES.test(state ?? '') ? 'a value does not fit' : message);
    this.name = 'StatementFailed';
    this.state = state;
    this.code = state === undefined ? given : undefined;
    this.constraint = textOf(told.constraint);
    this.table = textOf(told.table);
    this.detail = OURS.test(state ?? '') ? textOf(told.detail) : undefined;
  }
}

export const DUPLICATE_KEY = '23505';
export const LOCK_NOT_AVAILABLE = '55P03';

export const withoutParameters = (error: unknown): unknown =>
  error instanceof QueryFailedError ? new StatementFailed(error as QueryFailedError) : error;

const CANCELED = '57014';
/** What the driver says whose own patience ended before the server's. */
const UNANSWERED = /^Query read timeout/;

/** Whether a statement was given up because it took longer than statements may. */
export const isOutOfTime = (error: unknown): boolean =>
  error instanceof StatementFailed &&
  (error.state === CANCELED || (error.state === undefined && UNANSWERED.test(error.message)));

/** Somebody answered, and the answer was no; a server that is away, starting or stopping answers nothing. */
export const isRefusal = (error: unknown): boolean => {
  if (error instanceof Failure) return true;
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && STATE.test(code) && !/^(08|53|57)/.test(code);
};
