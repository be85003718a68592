import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { aProcedure, anOffice } from '../../../test/support/office.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { lifeOf, wishes } from '../../../test/support/random-life.ts';
import { stepClocks } from '../deadline/index.ts';
import {
  clockHistoryOf,
  clockRulesOf,
  effectiveEvents,
  replay,
  staysAfter,
  stepsBegunAt,
  type DossierState,
  type Move,
  type ProcedureRules,
} from '../dossier/index.ts';
import { instant } from '../working-time/index.ts';
import { courseOf, staysOnCourse } from './course.ts';
import { reportedStays } from './reported-stays.ts';

const runs = { numRuns: propertyRuns(0.1) };
const variants = [
  { key: 'verify', label: 'Xác minh', allowance: { kind: 'workingDays', amount: 5 } },
] as const;
const SLOW = aProcedure({ variants });
const ON_THE_SPOT = aProcedure({ variants, onTheSpot: ['received'] });

/** The same life as a source told its first events. */
const toldBySource = ({ history }: DossierState, first: number): DossierState => {
  const state = replay(
    history.map((event, index) => (index < first ? { ...event, source: 'mot-cua' } : event)),
  );
  if (state === null) throw new Error('A life without events');
  return state;
};

const fromWhole = (state: DossierState, procedure: ProcedureRules) => {
  const office = anOffice({ procedure });
  const events = effectiveEvents(state.history);
  const [history, since] = [clockHistoryOf(events, 'acceptance'), stepsBegunAt(state, events)];
  if (history === null || since === null) return [];
  const dueAt = state.due?.dueAt ?? null;
  const plan = { steps: procedure.steps, onTheSpot: procedure.onTheSpot !== undefined };
  const dossier = { history, rules: clockRulesOf(office), calendar: office.calendar, dueAt };
  return reportedStays(stepClocks(state.steps, since, plan, dossier), procedure.steps);
};

const fromCourse = (state: DossierState, procedure: ProcedureRules) => {
  const course = courseOf(state.history);
  if (course === null) return undefined;
  const taken = { ...course, dueAt: state.due?.dueAt ?? null };
  return staysOnCourse(course, { procedure, calendar: anOffice().calendar })(taken);
};

describe('the stays of a dossier, read off its course', () => {
  it('are at the steps where its whole history has it', () => {
    fc.assert(
      fc.property(wishes(20), (list) => {
        const state = lifeOf(list, { procedure: SLOW });
        const course = courseOf(state.history);
        if (course === null) return;
        const moves = course.turns.map((turn, number): Move => ({
          ...{ ...turn, at: course.at[number] ?? instant(0) },
        }));
        expect(staysAfter(moves)).toEqual(state.steps);
      }),
      runs,
    );
  });

  it.each([
    ['that takes days', SLOW],
    ['that is waited for', ON_THE_SPOT],
  ])('have the clocks its whole history gives, of a procedure %s', (_, procedure) => {
    let plain = 0;
    fc.assert(
      fc.property(wishes(8), fc.nat(4), (list, first) => {
        const state = toldBySource(lifeOf(list, { procedure }), first);
        const stays = fromCourse(state, procedure);
        if (stays === undefined) return;
        plain += 1;
        expect(stays).toEqual(fromWhole(state, procedure));
      }),
      runs,
    );
    expect(plain).toBeGreaterThan(runs.numRuns / 20);
  });

  it('are nowhere for one that was never accepted', () => {
    const course = { turns: [{ type: 'withdrawn' as const }], isFromSource: false };
    const staysOf = staysOnCourse(course, { procedure: SLOW, calendar: anOffice().calendar });
    expect(staysOf({ at: [instant(0)], firstHereAt: null, dueAt: null })).toEqual([]);
  });
});
