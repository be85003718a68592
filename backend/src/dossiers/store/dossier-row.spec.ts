import { describe, expect, it } from '@jest/globals';
import { lifeOf } from '../../../../test/support/random-life.ts';
import { changedSpans, dossierRow, spanRows } from './dossier-row.ts';

const life = lifeOf([
  { pick: 0, minutesLater: 60, amount: 1 },
  { pick: 5, minutesLater: 600, amount: 1 },
]);

describe('the row of a dossier', () => {
  it('says when it was received and that it is not finished', () => {
    expect(dossierRow(lifeOf([]))).toMatchObject({
      version: 1,
      state: 'received',
      received_at: '2026-02-12T09:30:00+07:00',
      finished_at: 'infinity',
      pause_causes: [],
      paused_since: null,
    });
  });
});

describe('the stretches of a dossier', () => {
  it('are written anew from the first that changed', () => {
    const after = spanRows(life.history);
    const before = spanRows(life.history.slice(0, 1));
    const { spansFrom, spans } = changedSpans(before, after);
    expect([...before.slice(0, spansFrom), ...spans]).toEqual(after);
  });

  it('are left alone when nothing about them changed', () => {
    const spans = spanRows(life.history);
    expect(changedSpans(spans, spans)).toEqual({ spansFrom: spans.length, spans: [] });
  });

  it('lose what a correction took away', () => {
    const spans = spanRows(life.history);
    expect(changedSpans(spans, spans.slice(0, 1))).toMatchObject({ spansFrom: 1, spans: [] });
  });
});
