import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLife } from './life.ts';
import type { UnitSettings } from './naive-dossier.ts';
import { SimulatedUnit } from './simulated-unit.ts';
import { Stage, iso } from './stage.ts';
import type { Real } from './step.ts';

const asked = Number(process.env['MOTCUA_SIMULATION_RUNS']);
const RUNS = Number.isInteger(asked) && asked > 0 ? asked : 200;
/** The same lives every time, so that a red run can be told from a change; `any` lives others. */
const seed = Number(process.env['MOTCUA_SIMULATION_SEED'] ?? 42);
/** Of a life that went wrong, as it was told; then that one is lived first. */
const path = process.env['MOTCUA_SIMULATION_PATH'] ?? '';
const LONGEST_LIFE = 80;
const MINUTE = 60_000;
const FIRST_MOMENT = Date.parse('2026-01-12T00:00:00+07:00');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const settings: fc.Arbitrary<UnitSettings> = fc.record({
  runningHours: fc.boolean(),
  restartAt: fc.constantFrom('received', 'submitted'),
  maxExtensions: fc.nat(2),
  needsApproval: fc.boolean(),
  backdating: fc.oneof(fc.constant(true), fc.boolean()),
  sources: fc.constantFrom([], ['dvcqg'], ['ho-tich', 'mot-cua-hai-phong']),
});

/** What lists and counts say of the unit in the end is what the model says, and so do the events. */
async function compareUnit(model: SimulatedUnit, { unit }: Real): Promise<void> {
  const now = stage.now;
  const page = await stage.list(unit, 'limit=500');
  const seen = page.items.map(({ id, state, version, dueAt, provisionalDueAt, finishedAt }) => [
    ...[id, state, version, dueAt, provisionalDueAt, finishedAt],
  ]);
  const expected = model.dossiers.map(({ id, model: each }) => [
    ...[id, each.state, each.version, iso(each.dues.current), iso(each.provisionalAt(now))],
    iso(each.life.finishedAt),
  ]);
  expect(seen.sort()).toEqual(expected.sort());
  const open = model.dossiers.filter(({ model: each }) => each.isOpen);
  const overdue = open.filter(
    ({ model: { dues } }) =>
      dues.current !== null && Math.floor(now / MINUTE) > Math.floor(dues.current / MINUTE),
  );
  const none = open.filter(({ model: { dues } }) => dues.current === null);
  const counts = await stage.counts(unit);
  expect([counts.overdue, counts.none]).toEqual([overdue.length, none.length]);
  expect(counts.overdue + counts.near + counts.today + counts.later + counts.none).toBe(
    open.length,
  );
  const late = await stage.list(unit, 'due=overdue');
  expect(late.items.map(({ id }) => id).sort()).toEqual(overdue.map(({ id }) => id).sort());
  for (const { id, model: each } of model.dossiers) {
    const events = await stage.events(unit, id);
    expect(events.map(({ type }) => type)).toEqual(each.events.map(({ type }) => type));
  }
  const ids = model.dossiers.map(({ id }) => id);
  expect(await stage.examine(unit, ids)).toEqual({ differences: [], unlawful: [] });
}

describe('a commune in which anybody does anything', () => {
  it(
    `is as the contract says, whatever happens (${RUNS} lives)`,
    async () => {
      const lives = fc.asyncProperty(
        settings,
        fc.nat(240 * 1_440),
        aLife(LONGEST_LIFE),
        async (chosen, minute, life) => {
          stage.advance(FIRST_MOMENT + minute * MINUTE - stage.now);
          const real = { stage, unit: await stage.newUnit(chosen) };
          const model = new SimulatedUnit(chosen);
          await fc.asyncModelRun(() => ({ model, real }), life);
          await compareUnit(model, real);
        },
      );
      await fc.assert(lives, {
        numRuns: RUNS,
        endOnFailure: path === '',
        path,
        ...(Number.isInteger(seed) && { seed }),
      });
    },
    // A property that takes ten thousand lives is asked for by somebody who will wait.
    24 * 60 * MINUTE,
  );
});
