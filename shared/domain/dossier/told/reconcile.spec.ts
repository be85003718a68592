import { describe, expect, it } from '@jest/globals';
import { at, local } from '../../../../test/support/moment.ts';
import {
  ASKED,
  CAME,
  ISSUED,
  RECEIVED,
  SOURCE,
  done,
  heardAgain,
  known,
  lived,
  told,
  type Line,
} from '../../../../test/support/told-dossier.ts';
import { replay } from '../index.ts';

describe('a dossier told by its source for the first time', () => {
  it('lives what the source tells, by the source’s word and with our due moments', () => {
    const state = known([RECEIVED, ASKED, CAME, ISSUED]);
    expect(lived(state)).toEqual([
      '2026-03-02 08:00 received',
      '2026-03-03 09:00 supplementRequested',
      '2026-03-05 09:00 supplementReceived',
      '2026-03-06 10:00 resultIssued',
    ]);
    expect(local(state.due?.dueAt)).toBe('2026-03-09 17:00');
    expect(state.history.every((event) => event.source === SOURCE && !event.backdated)).toBe(true);
  });

  it('is bound by the promise of the source, which its pauses do not move', () => {
    const state = known([RECEIVED, ASKED, CAME], { dueAt: '2026-03-06 10:00' });
    expect(local(state.due?.dueAt)).toBe('2026-03-06 10:00');
    expect(local(state.due?.oursAt)).toBe('2026-03-09 17:00');
  });

  it('has no step clock: nobody has handled it here', () => {
    expect(known([RECEIVED]).steps).toEqual([]);
  });
});

describe('the same told again', () => {
  it('changes nothing', () => {
    const state = known([RECEIVED, ASKED, CAME, ISSUED], { dueAt: '2026-03-06 10:00' });
    const again = told([RECEIVED, ASKED, CAME, ISSUED], { dueAt: '2026-03-06 10:00' });
    expect(heardAgain(state, again)).toEqual({ state, differences: [] });
    expect(heardAgain(state, again).state).toBe(state);
  });

  it('changes nothing where two things of a kind happened', () => {
    const lines: readonly Line[] = [
      ...[RECEIVED, ASKED, CAME],
      ['supplementRequested', '2026-03-06 09:00'],
      ['supplementReceived', '2026-03-09 09:00'],
    ];
    const state = known(lines);
    expect(heardAgain(state, told(lines)).state).toBe(state);
  });
});

describe('a newer export', () => {
  it('appends what is new, and that only', () => {
    const { state, differences } = heardAgain(known([RECEIVED]), told([RECEIVED, ISSUED]));
    expect(state.history.map(({ version, type }) => [version, type])).toEqual([
      [1, 'received'],
      [2, 'resultIssued'],
    ]);
    expect(differences).toEqual([]);
  });

  it('tells a later promise as a due moment revised by the source', () => {
    const before = known([RECEIVED], { dueAt: '2026-03-06 10:00' });
    const { state, differences } = heardAgain(
      before,
      told([RECEIVED], { dueAt: '2026-03-24 17:00' }),
    );
    expect(state.history.at(-1)).toMatchObject({
      type: 'dueRevised',
      occurredAt: at('2026-03-19 08:00'),
      payload: { cause: 'source', declaredDueAt: at('2026-03-24 17:00') },
    });
    expect(local(state.due?.dueAt)).toBe('2026-03-24 17:00');
    expect(differences).toEqual([
      expect.objectContaining({ kind: 'promise', theirs: at('2026-03-24 17:00'), taken: true }),
    ]);
  });

  it('holds a finish told with a new promise against that promise', () => {
    const before = known([RECEIVED], { dueAt: '2026-03-05 10:00' });
    const { state } = heardAgain(before, told([RECEIVED, ISSUED], { dueAt: '2026-03-12 17:00' }));
    expect(state.history.map(({ type }) => type)).toEqual([
      'received',
      'dueRevised',
      'resultIssued',
    ]);
    expect(local(state.history.at(-1)?.due?.dueAt)).toBe('2026-03-12 17:00');
  });

  it('corrects a date it tells otherwise now, and the due moments after it', () => {
    const before = known([RECEIVED, ASKED, CAME]);
    const { state, differences } = heardAgain(
      before,
      told([RECEIVED, ASKED, ['supplementReceived', '2026-03-06 09:00']]),
    );
    expect(state.history.at(-1)?.type).toBe('corrected');
    expect(lived(state).at(-1)).toBe('2026-03-06 09:00 supplementReceived');
    expect(local(state.due?.dueAt)).toBe('2026-03-10 17:00');
    expect(differences).toEqual([
      {
        kind: 'moved',
        type: 'supplementReceived',
        ours: at('2026-03-05 09:00'),
        theirs: at('2026-03-06 09:00'),
        taken: true,
      },
    ]);
    expect(replay(state.history)).toEqual(state);
  });

  it('moves the receipt and everything after it without losing the beginning', () => {
    const later: readonly Line[] = [
      ['received', '2026-03-04 08:00'],
      ['supplementRequested', '2026-03-05 08:00'],
      ['supplementReceived', '2026-03-06 08:00'],
    ];
    const { state } = heardAgain(known([RECEIVED, ASKED, CAME]), told(later));
    expect(lived(state)).toEqual([
      '2026-03-04 08:00 received',
      '2026-03-05 08:00 supplementRequested',
      '2026-03-06 08:00 supplementReceived',
    ]);
    expect(state.receivedAt).toBe(at('2026-03-04 08:00'));
    expect(replay(state.history)).toEqual(state);
  });

  it('inserts what it tells late of the past, and what was counted after it is counted anew', () => {
    const { state } = heardAgain(known([RECEIVED, ISSUED]), told([RECEIVED, ASKED, CAME, ISSUED]));
    expect(lived(state)).toEqual([
      '2026-03-02 08:00 received',
      '2026-03-03 09:00 supplementRequested',
      '2026-03-05 09:00 supplementReceived',
      '2026-03-06 10:00 resultIssued',
    ]);
    expect(local(state.due?.dueAt)).toBe('2026-03-09 17:00');
    expect(replay(state.history)).toEqual(state);
  });

  it('that no longer tells of something has it listed, not undone', () => {
    const before = known([RECEIVED, ASKED, CAME]);
    const { state, differences } = heardAgain(before, told([RECEIVED]));
    expect(state).toBe(before);
    expect(differences.map(({ kind, type }) => [kind, type])).toEqual([
      ['untold', 'supplementRequested'],
      ['untold', 'supplementReceived'],
    ]);
  });

  it('that moves a promise after the finish has it listed only', () => {
    const before = known([RECEIVED, ISSUED], { dueAt: '2026-03-05 10:00' });
    const { state, differences } = heardAgain(
      before,
      told([RECEIVED, ISSUED], { dueAt: '2026-03-12 17:00' }),
    );
    expect(state).toBe(before);
    expect(differences).toMatchObject([{ kind: 'promise', taken: false }]);
  });

  it('cannot finish a dossier in another way than it finished', () => {
    const before = known([RECEIVED, ISSUED]);
    const { state, differences } = heardAgain(
      before,
      told([RECEIVED, ['withdrawn', '2026-03-09 10:00']]),
    );
    expect(state).toBe(before);
    expect(differences.map(({ kind, type, taken }) => [kind, type, taken])).toEqual([
      ['added', 'withdrawn', false],
      ['untold', 'resultIssued', false],
    ]);
  });
});

describe('an older export', () => {
  it('moves nothing back: what it tells otherwise is listed', () => {
    const before = known([RECEIVED, ASKED, CAME, ISSUED], { dueAt: '2026-03-12 17:00' });
    const { state, differences } = heardAgain(
      before,
      told([RECEIVED, ['supplementRequested', '2026-03-04 09:00']], { dueAt: '2026-03-05 17:00' }),
      '2026-03-09 08:00',
    );
    expect(state).toBe(before);
    expect(differences.map(({ kind, taken }) => [kind, taken])).toEqual([
      ['moved', false],
      ['untold', false],
      ['untold', false],
      ['promise', false],
    ]);
  });

  it('adds nothing the newer one did not tell', () => {
    const before = known([RECEIVED]);
    const { state, differences } = heardAgain(before, told([RECEIVED, ASKED]), '2026-03-09 08:00');
    expect(state).toBe(before);
    expect(differences).toMatchObject([
      { kind: 'added', type: 'supplementRequested', taken: false },
    ]);
  });
});

describe('what was entered or corrected here', () => {
  const corrected = done(
    known([RECEIVED, ASKED], {}, '2026-03-04 12:00'),
    {
      type: 'correct',
      body: { version: 2, changes: { occurredAt: at('2026-03-04 09:00') }, reason: 'x' },
    },
    '2026-03-12 09:00',
  );

  it('is kept and listed against an export made before', () => {
    const { state, differences } = heardAgain(
      corrected,
      told([RECEIVED, ASKED]),
      '2026-03-12 08:00',
    );
    expect(state).toBe(corrected);
    expect(differences).toMatchObject([
      { kind: 'moved', ours: at('2026-03-04 09:00'), theirs: at('2026-03-03 09:00'), taken: false },
    ]);
  });

  it('gives way to an export made after it that repeats its own', () => {
    const { state, differences } = heardAgain(
      corrected,
      told([RECEIVED, ASKED]),
      '2026-03-13 08:00',
    );
    expect(lived(state)).toEqual([
      '2026-03-02 08:00 received',
      '2026-03-03 09:00 supplementRequested',
    ]);
    expect(differences).toMatchObject([{ kind: 'moved', taken: true }]);
  });

  it('stays where the source does not tell of it at all', () => {
    const here = done(
      known([RECEIVED], {}, '2026-03-02 12:00'),
      { type: 'request-supplement', body: { items: 'x', reason: 'y' } },
      '2026-03-12 09:00',
    );
    expect(heardAgain(here, told([RECEIVED]))).toEqual({ state: here, differences: [] });
  });

  it('is not made impossible by a date of the source: that is listed as against us', () => {
    const here = done(
      known([RECEIVED], {}, '2026-03-02 12:00'),
      { type: 'assign', body: { departmentCode: 'tu-phap' } },
      '2026-03-03 09:00',
    );
    const { state, differences } = heardAgain(here, told([['received', '2026-03-04 08:00']]));
    expect(state).toBe(here);
    expect(differences).toMatchObject([{ kind: 'against', type: 'received', taken: false }]);
  });

  it('has the promise of the source moved by a pause ended here, and the next export leaves it there', () => {
    const here = done(
      known([RECEIVED, ASKED], { dueAt: '2026-03-06 10:00' }, '2026-03-04 12:00'),
      { type: 'receive-supplement', body: {} },
      '2026-03-05 09:00',
    );
    expect(local(here.due?.dueAt)).toBe('2026-03-10 10:00');
    const { state } = heardAgain(here, told([RECEIVED, ASKED], { dueAt: '2026-03-06 10:00' }));
    expect(state).toBe(here);
  });
});
