import { expect } from '@jest/globals';
import type fc from 'fast-check';
import type { ClockAnswer } from '#contract/dossiers';
import type { Body, Expected } from './naive-dossier.ts';
import type { Followed, SimulatedUnit } from './simulated-unit.ts';
import { iso, type Stage } from './stage.ts';

/** The product and the unit in which this simulation happens. */
export interface Real {
  readonly stage: Stage;
  readonly unit: number;
}

/** Something that happens to a unit, in the model and in the product alike. */
export type Step = fc.AsyncCommand<SimulatedUnit, Real>;

/** What chance brings to a step that is no act. */
export type Dice = readonly [number, number, number, number];

export const MINUTE = 60_000;
export const DAY = 1_440 * MINUTE;
export const SOURCES = ['mot-cua-hai-phong', 'dvcqg', 'ho-tich'] as const;

/** Members that are said only sometimes. */
export const only = (said: boolean, members: Body): Body => (said ? members : {});

/** The moment, for whoever reads a life that went wrong. */
export const at = (now: number): string => `at ${String(iso(now))}`;

/** The status, with the code of the problem for whoever reads on. */
export function expectStatus(
  { status, body: { code = '' } }: { status: number; body: { readonly code?: string } },
  expected: Expected['status'],
): void {
  expect([status, code]).toEqual([expected, expect.any(String)]);
}

/** State, version and every due moment, as they were answered and as the clock tells them. */
export async function compare(told: Body, { model, id }: Followed, real: Real): Promise<void> {
  const { dues, version, state } = model;
  const provisional = model.provisionalAt(real.stage.now);
  expect({
    ...{ version: told['version'], state: told['state'], dueAt: told['dueAt'] },
    provisionalDueAt: told['provisionalDueAt'],
  }).toEqual({ version, state, dueAt: iso(dues.current), provisionalDueAt: iso(provisional) });
  const clock = await real.stage.look<ClockAnswer>(real.unit, `/${id}/clock`);
  expect([clock.dueAt, clock.provisionalDueAt, clock.beforeExtensionAt, clock.oursAt]).toEqual(
    [dues.current, provisional, dues.before, dues.ours].map(iso),
  );
}
