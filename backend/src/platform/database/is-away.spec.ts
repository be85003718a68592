import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { isDatabaseAway } from './is-away.ts';
import { StatementFailed, isOutOfTime, isRefusal } from './statement-failed.ts';

const broke = (message: string, code?: string): StatementFailed =>
  new StatementFailed(
    new QueryFailedError('select 1', [], Object.assign(new Error(message), code && { code })),
  );

describe('a statement that failed', () => {
  it.each([
    ['a connection cut while it was written to', broke('write EPIPE', 'EPIPE')],
    ['a connection cut while it was read from', broke('read ECONNRESET', 'ECONNRESET')],
    ['a server that goes down', broke('terminating connection', '57P01')],
    ['a server that comes up', broke('the database system is starting up', '57P03')],
    ['a connection that ended', broke('Connection terminated unexpectedly')],
    [
      'a connection lost inside a transaction',
      new Error('Query runner already released. Cannot …'),
    ],
  ])('is worth trying again after %s', (_what, error) => {
    expect(isDatabaseAway(error)).toBe(true);
    expect(isRefusal(error)).toBe(false);
  });

  it.each([
    ['a key that is taken', broke('duplicate key', '23505')],
    ['a right that was not given', broke('permission denied', '42501')],
  ])('is our own fault with %s', (_what, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });

  it.each([
    ['the server', broke('canceling statement due to statement timeout', '57014')],
    ['the driver', broke('Query read timeout')],
  ])('took too long when %s gave it up, and nobody is away', (_who, error) => {
    expect(isOutOfTime(error)).toBe(true);
    expect(isDatabaseAway(error)).toBe(false);
    expect(isOutOfTime(broke('Connection terminated unexpectedly'))).toBe(false);
  });

  it('knows a refusal from a broken pipe, though both have five letters', () => {
    expect(isRefusal(Object.assign(new Error('x'), { code: 'EPIPE' }))).toBe(false);
    expect(isRefusal(Object.assign(new Error('x'), { code: '28P01' }))).toBe(true);
  });
});
