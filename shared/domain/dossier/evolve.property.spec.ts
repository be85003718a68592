import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { aProcedure, anOffice } from '../../../test/support/office.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { lifeOf, wishes } from '../../../test/support/random-life.ts';
import { clockHistoryOf } from './clock-history.ts';
import { dueAfter } from './due-after.ts';
import { effectiveEvents } from './effective.ts';
import { changesClock } from './event-kinds.ts';
import { foldEffective, replay } from './evolve.ts';
import { firstUnlawful } from './lawful.ts';
import { spansOf } from './spans.ts';

const runs = { numRuns: propertyRuns(0.06) };
const variants = [
  { key: 'verify', label: 'Xác minh', allowance: { kind: 'workingDays', amount: 5 } },
] as const;
const procedure = aProcedure({ variants });

describe('whatever is done to a dossier', () => {
  it('rebuilding it from its events gives what the commands gave', () => {
    fc.assert(
      fc.property(wishes(), (list) => {
        const state = lifeOf(list, { procedure });
        expect(replay(state.history)).toEqual(state);
        const { history, version } = state;
        expect({ ...foldEffective(effectiveEvents(history)), history, version }).toEqual(state);
      }),
      runs,
    );
  });

  it('versions are gapless and the effective history is always a lawful one', () => {
    fc.assert(
      fc.property(wishes(20), (list) => {
        const { history } = lifeOf(list, { procedure });
        expect(history.map((event) => event.version)).toEqual(history.map((_, index) => index + 1));
        expect(firstUnlawful(effectiveEvents(history))).toBeUndefined();
      }),
      runs,
    );
  });

  it('every due moment told is the one the whole history gives, never a chained one', () => {
    fc.assert(
      fc.property(wishes(), (list) => {
        const events = effectiveEvents(lifeOf(list, { procedure }).history);
        for (const [index, event] of events.entries()) {
          if (!changesClock(event.type)) continue;
          expect(event.due).toEqual(dueAfter(events.slice(0, index + 1), anOffice({ procedure })));
        }
      }),
      runs,
    );
  });

  it('its spans join end to start, none empty, and the last one says what the dossier is now', () => {
    fc.assert(
      fc.property(wishes(), (list) => {
        const state = lifeOf(list, { procedure });
        const spans = spansOf(effectiveEvents(state.history));
        for (const [index, span] of spans.entries()) {
          expect(span.to).toBe(spans[index + 1]?.from ?? null);
          if (span.to !== null) expect(span.to).toBeGreaterThan(span.from);
        }
        expect(spans.at(-1)).toMatchObject({
          state: state.name,
          holder: state.holder,
          dueAt: state.due?.dueAt ?? null,
        });
      }),
      runs,
    );
  });

  it('its pauses begin after the receipt and end after they begin', () => {
    fc.assert(
      fc.property(wishes(20), (list) => {
        const { history } = lifeOf(list, { procedure });
        const clock = clockHistoryOf(effectiveEvents(history), 'acceptance');
        for (const pause of clock?.pauses ?? []) {
          expect(pause.from).toBeGreaterThanOrEqual(clock?.startedAt ?? Number.NaN);
          if (pause.to !== undefined) expect(pause.to).toBeGreaterThanOrEqual(pause.from);
        }
      }),
      runs,
    );
  });
});
