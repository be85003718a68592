import { describe, expect, it } from '@jest/globals';
import { at, local } from '../../../../test/support/moment.ts';
import {
  ASKED,
  CAME,
  ISSUED,
  RECEIVED,
  SOURCE,
  done,
  fact,
  heardAgain,
  known,
  lived,
  office,
  told,
  type Line,
} from '../../../../test/support/told-dossier.ts';
import { tellFirst, type Telling } from '../index.ts';

describe('a list that tells where a dossier stands', () => {
  const standing = (lines: readonly Line[], facts: readonly Telling[] = [], dueAt?: string) =>
    told(lines, { tells: 'standing', facts, ...(dueAt !== undefined && { dueAt }) });

  it('tells a later round of supplements as another round, not as another date', () => {
    const again: readonly Line[] = [
      RECEIVED,
      ['supplementRequested', '2026-03-09 09:00'],
      ['supplementReceived', '2026-03-11 09:00'],
    ];
    const { state, differences } = heardAgain(known([RECEIVED, ASKED, CAME]), standing(again));
    expect(lived(state)).toHaveLength(5);
    expect(differences).toEqual([]);
    expect(heardAgain(state, standing(again), '2026-03-19 09:00').state).toBe(state);
  });

  it('tells another date of the same round as that', () => {
    const { state } = heardAgain(
      known([RECEIVED, ASKED]),
      standing([RECEIVED, ['supplementRequested', '2026-03-03 10:00']]),
    );
    expect(lived(state)).toEqual([
      '2026-03-02 08:00 received',
      '2026-03-03 10:00 supplementRequested',
    ]);
  });

  it('pauses from the moment of the first export that told so, not of each', () => {
    const waiting = standing([RECEIVED], [fact('supplementRequested', '2026-03-10 08:00')]);
    const first = tellFirst(waiting, office, SOURCE);
    expect(first.openPauses).toEqual([{ cause: 'supplement', from: at('2026-03-10 08:00') }]);
    const later = standing([RECEIVED], [fact('supplementRequested', '2026-03-19 08:00')]);
    expect(heardAgain(first, later).state).toBe(first);
  });

  it('learns the true date of the request when the source tells it', () => {
    const waiting = standing([RECEIVED], [fact('supplementRequested', '2026-03-10 08:00')]);
    const { state } = heardAgain(tellFirst(waiting, office, SOURCE), standing([RECEIVED, ASKED]));
    expect(state.openPauses).toEqual([{ cause: 'supplement', from: at('2026-03-03 09:00') }]);
  });

  it('ends a wait it is silent about at the moment of the export', () => {
    const { state } = heardAgain(known([RECEIVED, ASKED]), standing([RECEIVED]));
    expect(lived(state).at(-1)).toBe('2026-03-19 08:00 supplementReceived');
    expect(state.openPauses).toEqual([]);
  });

  it('lists a finish it does not tell any more, and leaves it; an older one is silent by its age', () => {
    const before = known([RECEIVED, ISSUED]);
    const { state, differences } = heardAgain(before, standing([RECEIVED]));
    expect(state).toBe(before);
    expect(differences).toEqual([
      { kind: 'untold', type: 'resultIssued', ours: at('2026-03-06 10:00'), taken: false },
    ]);
    expect(heardAgain(before, standing([RECEIVED]), '2026-03-09 08:00').differences).toEqual([]);
  });

  it('does not end a wait that was begun here', () => {
    const here = done(
      known([RECEIVED]),
      { type: 'request-supplement', body: { items: 'x', reason: 'y' } },
      '2026-03-12 09:00',
    );
    expect(heardAgain(here, standing([RECEIVED])).state).toBe(here);
  });

  it('tells once that somebody has begun, and a mark once', () => {
    const facts = [
      fact('assigned', '2026-03-02 08:00'),
      fact('archivedToStore', '2026-03-02 08:00'),
    ];
    const { state } = heardAgain(known([RECEIVED]), standing([RECEIVED], facts));
    expect(state.name).toBe('processing');
    expect(lived(state).slice(1)).toEqual([
      '2026-03-19 08:00 assigned',
      '2026-03-19 08:00 archivedToStore',
    ]);
    expect(heardAgain(state, standing([RECEIVED], facts), '2026-03-19 09:00').state).toBe(state);
  });

  it('gives a new promise from the end of the wait it was given for', () => {
    const before = known([RECEIVED, ASKED], { dueAt: '2026-03-05 17:00' });
    const { state } = heardAgain(before, standing([RECEIVED, ASKED, CAME], [], '2026-03-09 17:00'));
    expect(local(state.due?.dueAt)).toBe('2026-03-09 17:00');
    expect(lived(state).slice(2)).toEqual([
      '2026-03-05 09:00 dueRevised',
      '2026-03-05 09:00 supplementReceived',
    ]);
  });
});
