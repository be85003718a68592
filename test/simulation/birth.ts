import { CATALOGUE } from './catalogue.ts';
import { isLate, type Body, type NaiveDossier } from './naive-dossier.ts';
import type { SimulatedUnit } from './simulated-unit.ts';
import {
  DAY,
  MINUTE,
  SOURCES,
  at,
  compare,
  expectStatus,
  only,
  type Dice,
  type Real,
  type Step,
} from './step.ts';

/** A dossier is born: at the counter, sent in, or told by a system. */
export class Birth implements Step {
  readonly #dice: Dice;
  #shown = 'birth';

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  check(unit: Readonly<SimulatedUnit>): boolean {
    return unit.dossiers.length < 3;
  }

  async run(unit: SimulatedUnit, real: Real): Promise<void> {
    const { stage } = real;
    const now = stage.now;
    const procedure = CATALOGUE[this.#dice[0] % CATALOGUE.length];
    if (procedure === undefined) throw new Error('No procedure');
    const officialCode = `${real.unit}-${unit.dossiers.length}-${String(now)}`;
    const { source, when, body } = this.#born(now, officialCode);
    const told = { procedureCode: procedure.code, officialCode, ...body };
    this.#shown = `birth ${JSON.stringify(told)} ${at(now)}`;
    const model = unit.newDossier(procedure);
    const answer = await stage.birth(real.unit, told);
    const lawful = mayBeBorn(body, when, now, model);
    expectStatus(answer, lawful ? 201 : 422);
    if (!lawful) return;
    if (source !== undefined) model.sources.push(source);
    const { variantKey, declaredDueAt: declared, submitOnly } = body;
    const says = { first: true, variantKey, declared, sourced: source !== undefined };
    model.happen([{ type: submitOnly === true ? 'submitted' : 'received', at: when, says }]);
    const followed = { id: String(answer.body.id), officialCode, model, approvals: new Map() };
    unit.dossiers.push(followed);
    await compare(answer.body, followed, real);
  }

  /** What chance makes of it. */
  #born(now: number, officialCode: string) {
    const [, b, c, d] = this.#dice;
    const back = b % 4 === 0 ? ((b % 3_000) - 100) * MINUTE : 0;
    const source = d % 2 === 0 ? SOURCES[d % SOURCES.length] : undefined;
    const body: Body = {
      ...only(c % 3 === 0, { submitOnly: true }),
      ...only(c % 4 === 1, { declaredDueAt: now + ((d % 12) - 1) * DAY }),
      ...only(b % 5 === 1, { variantKey: ['xac-minh', 'it-trang', 'nowhere'][d % 3] }),
      ...only(back !== 0, { receivedAt: now - back }),
      ...only(d % 3 !== 0, { backdateReason: 'Mất điện' }),
      ...only(source !== undefined, { source, externalCode: `${String(source)}/${officialCode}` }),
    };
    return { source, body, when: now - back };
  }

  toString(): string {
    return this.#shown;
  }
}

/** Not to come, not late without a reason, no variant that is not there, no promise before the receipt. */
function mayBeBorn(
  { variantKey, declaredDueAt, submitOnly, backdateReason }: Body,
  when: number,
  now: number,
  { settings, rules }: NaiveDossier,
): boolean {
  const known = [undefined, ...(rules.procedure.variants ?? []).map(({ key }) => key)];
  const unknown = !known.includes(variantKey as string | undefined);
  const late = settings.backdating && isLate(when, now, rules) && backdateReason === undefined;
  const promised = submitOnly === true ? when : Number(declaredDueAt ?? when);
  return ![unknown, late, promised < when, when > now].includes(true);
}
