import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { at, local } from '../../../../test/support/moment.ts';
import { propertyRuns } from '../../../../test/support/property-runs.ts';
import {
  ASKED,
  CAME,
  ISSUED,
  RECEIVED,
  done,
  heardAgain,
  known,
  lived,
  office,
  told,
  type Line,
} from '../../../../test/support/told-dossier.ts';
import { effectiveEvents, firstUnlawful, replay, spansOf, takeBack } from '../index.ts';
import type { DossierState } from '../index.ts';

const undone = (state: DossierState, before: number, after = state.version): DossierState =>
  takeBack(state, { before, after }, office);

/** All that people and reports see; what was told and taken back stays readable beside it. */
const seen = ({ history, ...state }: DossierState) => ({
  state: { ...state, version: 0 },
  events: effectiveEvents(history),
  spans: spansOf(effectiveEvents(history)),
});

describe('an import that is undone', () => {
  it('leaves a dossier nobody knew before annulled, its story readable', () => {
    const state = undone(known([RECEIVED, ASKED, CAME]), 0);
    expect(state).toMatchObject({ name: 'annulled', annulled: true });
    expect(lived(state)).toHaveLength(4);
    expect(state.history.at(-1)?.payload).toEqual({ reasonCode: 'import-undone' });
    expect(replay(state.history)).toEqual(state);
  });

  it('gives back the due moment that stood before a pause it told of', () => {
    const before = known([RECEIVED]);
    const { state } = heardAgain(before, told([RECEIVED, ASKED, CAME]));
    expect(local(state.due?.dueAt)).toBe('2026-03-09 17:00');
    const back = undone(state, before.version);
    expect(local(back.due?.dueAt)).toBe('2026-03-05 17:00');
    expect(back.history.slice(3).map(({ payload }) => payload)).toEqual([
      { version: 3, dues: [], reasonCode: 'import-undone' },
      { version: 2, dues: [], reasonCode: 'import-undone' },
    ]);
    expect(seen(back)).toEqual(seen(before));
  });

  it('opens again what it had finished, and moves back the dates it had corrected', () => {
    const before = known([RECEIVED, ASKED, CAME]);
    const moved: readonly Line[] = [
      ['received', '2026-03-03 08:00'],
      ['supplementRequested', '2026-03-04 08:00'],
      ['supplementReceived', '2026-03-05 08:00'],
      ISSUED,
    ];
    const { state } = heardAgain(before, told(moved, { dueAt: '2026-03-20 17:00' }));
    expect(state.name).toBe('resultReady');
    expect(seen(undone(state, before.version))).toEqual(seen(before));
  });

  it('leaves alone what another import told, and took back, after it', () => {
    const first = known([RECEIVED]);
    const second = heardAgain(first, told([RECEIVED, ASKED])).state;
    const third = heardAgain(second, told([RECEIVED, ASKED, CAME]), '2026-03-19 09:00').state;
    const back = undone(undone(third, second.version), first.version, second.version);
    expect(seen(back)).toEqual(seen(first));
  });

  it('is heard again as if for the first time', () => {
    const before = known([RECEIVED]);
    const list = told([RECEIVED, ASKED, CAME]);
    const { state } = heardAgain(before, list);
    const again = heardAgain(undone(state, before.version), list);
    expect(seen(again.state)).toMatchObject({ state: { due: state.due, name: state.name } });
    expect(lived(again.state)).toEqual(lived(state));
  });

  it('happens no earlier than what was recorded before it, wherever the clock stands', () => {
    const before = known([RECEIVED]);
    const back = takeBack(
      before,
      { before: 0, after: 1 },
      { ...office, now: at('2026-03-01 08:00') },
    );
    expect(back.history.at(-1)?.recordedAt).toBe(office.now);
  });

  it('is void where somebody here had corrected the dossier before, as it was then', () => {
    const mended = done(
      known([RECEIVED]),
      {
        type: 'correct',
        body: { version: 1, changes: { occurredAt: at('2026-03-03 08:00') }, reason: 'x' },
      },
      '2026-03-18 09:00',
    );
    const { state } = heardAgain(mended, told([RECEIVED, ISSUED]));
    expect(state.version).toBeGreaterThan(mended.version);
    expect(seen(undone(state, mended.version))).toEqual(seen(mended));
  });
});

/** Rounds of supplements and perhaps an end, each at a moment of its own. */
const histories = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
    fc.uniqueArray(fc.integer({ min: 1, max: 15 * 24 * 60 - 1 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([rounds, ends, minutes]): readonly Line[] => {
    const moments = minutes.toSorted((a, b) => a - b).map(momentOf);
    const kinds = [
      'received' as const,
      ...Array.from(
        { length: rounds },
        () => ['supplementRequested', 'supplementReceived'] as const,
      ).flat(),
      ...(ends ? (['resultIssued'] as const) : []),
    ];
    return kinds.map((kind, index): Line => [kind, moments[index] ?? '']);
  });

const two = (n: number): string => String(n).padStart(2, '0');
const momentOf = (minute: number): string => {
  const [day, rest] = [Math.floor(minute / 1440), minute % 1440];
  return `2026-03-${two(day + 2)} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
};

describe('whatever two lists tell one after another', () => {
  it('undoing the second leaves what the first told: state, events, due moments and spans', () => {
    fc.assert(
      fc.property(histories, histories, (first, second) => {
        const before = known(first);
        const { state } = heardAgain(before, told(second));
        if (state === before) return;
        const back = undone(state, before.version);
        expect(seen(back)).toEqual(seen(before));
        expect(replay(back.history)).toEqual(back);
        expect(firstUnlawful(effectiveEvents(back.history))).toBeUndefined();
      }),
      { numRuns: propertyRuns(0.003) },
    );
  });
});
