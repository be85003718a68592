import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { aProcedure, anOffice } from '../../../test/support/office.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { lifeOf, wishes } from '../../../test/support/random-life.ts';
import { stepClocks } from '../deadline/index.ts';
import {
  MOVING,
  clockHistoryOf,
  clockRulesOf,
  effectiveEvents,
  replay,
  staysAfter,
  stepsBegunAt,
  type DossierEvent,
  type DossierState,
  type Move,
  type OfficeEvent,
  type ProcedureRules,
} from '../dossier/index.ts';
import { plainStays } from './plain-stays.ts';
import { reportedStays } from './reported-stays.ts';

const runs = { numRuns: propertyRuns(0.1) };
const variants = [
  { key: 'verify', label: 'Xác minh', allowance: { kind: 'workingDays', amount: 5 } },
] as const;
const SLOW = aProcedure({ variants });
const ON_THE_SPOT = aProcedure({ variants, onTheSpot: ['received'] });

const NOT_PLAIN: ReadonlySet<DossierEvent['type']> = new Set([
  ...(['corrected', 'voided', 'supplementRequested', 'paymentRequested', 'held'] as const),
]);

const isMoving = (event: OfficeEvent): boolean => MOVING.some((type) => type === event.type);

const movesOf = (events: readonly OfficeEvent[]): readonly Move[] =>
  events.filter(isMoving).map(({ type, occurredAt, payload }) => {
    const told = payload as Readonly<Record<string, string | undefined>>;
    return {
      ...{ type: type as Move['type'], at: occurredAt },
      stepKey: told['stepKey'] ?? told['firstStepKey'] ?? told['toStepKey'],
      nextStepKey: told['nextStepKey'],
    };
  });

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

const fromMoves = (state: DossierState, procedure: ProcedureRules) => {
  const events = effectiveEvents(state.history);
  const received = events.find(({ type }) => type === 'received');
  return plainStays(
    {
      moves: movesOf(events),
      isFromSource: received?.source !== undefined,
      firstHereAt: events.find(({ source }) => source === undefined)?.occurredAt ?? null,
      dueAt: state.due?.dueAt ?? null,
    },
    { procedure, calendar: anOffice().calendar },
  );
};

describe('the stays of a dossier, read off its moves', () => {
  it('are at the steps where its whole history has it', () => {
    fc.assert(
      fc.property(wishes(20), (list) => {
        const state = lifeOf(list, { procedure: SLOW });
        expect(staysAfter(movesOf(effectiveEvents(state.history)))).toEqual(state.steps);
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
        if (state.history.some(({ type }) => NOT_PLAIN.has(type))) return;
        plain += 1;
        expect(fromMoves(state, procedure)).toEqual(fromWhole(state, procedure));
      }),
      runs,
    );
    expect(plain).toBeGreaterThan(runs.numRuns / 20);
  });
});
