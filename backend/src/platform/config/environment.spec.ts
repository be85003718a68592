import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.ts';

const read = (variables: Record<string, string>) => {
  const reading = readEnvironment(variables);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.environment;
};

const faultsOf = (variables: Record<string, string>) => {
  const reading = readEnvironment(variables);
  return 'faults' in reading ? reading.faults.map(({ name }) => name) : [];
};

describe('the configuration', () => {
  it('needs nothing at all', () => {
    expect(read({})).toEqual({
      MOTCUA_HOST: '127.0.0.1',
      QUEUE: 'on',
      NODE_ENV: 'development',
      LOG_LEVEL: 'info',
    });
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(read({ PORT: '8080' }))).toBe(true);
  });

  it('takes an empty variable for an absent one', () => {
    expect(read({ PORT: '', DATABASE_URL: '  ' }).PORT).toBeUndefined();
  });

  it('names everything that is wrong, not the first thing only', () => {
    const wrong = { PORT: '70000', DATABASE_URL: 'mysql://x', QUEUE: 'maybe', REDIS_URL: 'no' };
    expect(faultsOf(wrong)).toEqual(['PORT', 'DATABASE_URL', 'REDIS_URL', 'QUEUE']);
  });

  it.each(['0', '-1', '3000x', '65536'])('refuses port %s', (PORT) => {
    expect(faultsOf({ PORT })).toEqual(['PORT']);
  });

  it('never repeats a value, which may be a password', () => {
    const reading = readEnvironment({ DATABASE_URL: 'mysql://lan:bi-mat@host/db' });
    expect(JSON.stringify(reading)).not.toContain('bi-mat');
  });

  it('refuses the test clock in production', () => {
    const MOTCUA_CLOCK = '2026-01-15T07:30:00+07:00@600';
    expect(read({ MOTCUA_CLOCK }).MOTCUA_CLOCK).toBe(MOTCUA_CLOCK);
    expect(faultsOf({ MOTCUA_CLOCK, NODE_ENV: 'production' })).toEqual(['MOTCUA_CLOCK']);
    expect(faultsOf({ MOTCUA_CLOCK: 'real', NODE_ENV: 'production' })).toEqual([]);
  });

  it.each([
    '2026-02-30T07:30:00+07:00@600',
    '2026-01-15',
    'tomorrow@2',
    '2026-01-15T07:30:00+07:00@-1',
  ])('refuses the test clock set to %s', (MOTCUA_CLOCK) => {
    expect(faultsOf({ MOTCUA_CLOCK })).toEqual(['MOTCUA_CLOCK']);
  });

  it('refuses an owner of a database that it is not told of', () => {
    expect(faultsOf({ DATABASE_OWNER_URL: 'postgres://o@h/d' })).toEqual(['DATABASE_URL']);
  });
});
