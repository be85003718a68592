import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reported } from '../../../test/support/reported-history.ts';
import { findSpanAt, findSpanBefore, getSpanBefore } from './span-at.ts';

const { spans } = reported(
  {},
  ['received', '2026-01-12 08:00'],
  ['supplementRequested', '2026-01-15 00:00'],
);

describe('the span that tells how a moment finds a dossier', () => {
  it('is the one before the end of a period, without what happens at the very end', () => {
    expect(findSpanBefore(spans, at('2026-01-15 00:00'))?.state).toBe('received');
    expect(getSpanBefore(spans, at('2026-01-15 00:00:01')).state).toBe('awaitingSupplement');
  });

  it('is the one in force where the moment itself counts', () => {
    expect(findSpanAt(spans, at('2026-01-15 00:00'))?.state).toBe('awaitingSupplement');
    expect(findSpanAt(spans, at('2026-01-14 23:59'))?.state).toBe('received');
  });

  it('is none before the dossier was born, and asking for one all the same is a bug', () => {
    expect(findSpanBefore(spans, at('2026-01-12 08:00'))).toBeUndefined();
    expect(() => getSpanBefore(spans, at('2026-01-12 08:00'))).toThrow('no span');
  });
});
