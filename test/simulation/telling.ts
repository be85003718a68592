import { expect } from '@jest/globals';
import type { Body, NaiveDossier } from './naive-dossier.ts';
import type { SimulatedUnit } from './simulated-unit.ts';
import { iso } from './stage.ts';
import { DAY, SOURCES, at, expectStatus, only, type Dice, type Real, type Step } from './step.ts';

/** Another system tells of a dossier that is known. */
export class Telling implements Step {
  readonly #dice: Dice;
  #shown = 'telling';

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  check(unit: Readonly<SimulatedUnit>): boolean {
    return unit.dossiers.length > 0;
  }

  async run(unit: SimulatedUnit, real: Real): Promise<void> {
    const [a, b, c] = this.#dice;
    const followed = unit.dossiers[a % unit.dossiers.length];
    // The code of an annulled dossier is free again: that would be a birth.
    if (followed === undefined || followed.model.state === 'annulled') return;
    const { model, officialCode } = followed;
    const source = sourceOf(b);
    const now = real.stage.now;
    const declaredDueAt = now + (1 + (c % 10)) * DAY;
    const body: Body = {
      ...{ procedureCode: model.rules.procedure.code, officialCode, source },
      externalCode: `${source}/${officialCode}`,
      ...only(c % 2 === 0, { declaredDueAt }),
    };
    this.#shown = `${source} tells ${JSON.stringify(body)} ${at(now)}`;
    const answer = await real.stage.birth(real.unit, body);
    expectStatus(answer, model.sources.includes(source) ? 409 : 200);
    if (answer.status === 409) return;
    if (isAskedFirst(source, model.sources, unit.settings.sources)) follow(model, now, body);
    model.sources.push(source);
    const { version, dueAt } = answer.body;
    expect([version, dueAt]).toEqual([model.version, iso(model.dues.current)]);
  }

  toString(): string {
    return this.#shown;
  }
}

const sourceOf = (pick: number): string => SOURCES[pick % SOURCES.length] ?? 'dvcqg';

/** A dossier that is not finished follows the source from now on, and no other. */
function follow(model: NaiveDossier, now: number, { declaredDueAt: declared }: Body): void {
  if (model.life.finishedAt !== null) return;
  model.happen([{ type: 'dueRevised', at: now, says: { primary: true, sourced: true, declared } }]);
}

/** The first in the unit's list, else the first known. */
function isAskedFirst(source: string, known: readonly string[], order: readonly string[]): boolean {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : Infinity);
  return known.every((other) => rank(source) < rank(other));
}
