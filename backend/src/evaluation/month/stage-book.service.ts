import { Inject, Injectable } from '@nestjs/common';
import { unitRulesOf } from '#contract/units';
import type { UnitRules } from '#domain/dossier';
import { instant, type WorkingCalendar } from '#domain/working-time';
import { CalendarService } from '../../calendars/index.ts';
import { ProcedureService } from '../../procedures/index.ts';
import { Units } from '../../units/index.ts';
import type { Plan } from './plan.ts';
import type { Stage } from './player.ts';

/** The commune's office as it is at this start: what its people may have changed is played by as well. */
export interface StageSet {
  /** The stage on which a plan is played. */
  readonly for: (plan: Plan) => Stage;
}

@Injectable()
export class StageBook {
  readonly #procedures: ProcedureService;
  readonly #calendars: CalendarService;
  readonly #units: Units;

  constructor(
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(CalendarService) calendars: CalendarService,
    @Inject(Units) units: Units,
  ) {
    this.#procedures = procedures;
    this.#calendars = calendars;
    this.#units = units;
  }

  /** Everything the plans of a few days need, before any transaction is open. */
  async setFor(unitId: number, plans: readonly Plan[]): Promise<StageSet> {
    const calendar = await this.#calendars.inForce(unitId);
    const { settings } = await this.#units.get(unitId);
    const rules = await this.#rulesOf(unitId, plans);
    const office = { calendar, unit: unitRulesOf(settings) };
    return { for: (plan) => stageOf(plan, rules, office) };
  }

  async #rulesOf(unitId: number, plans: readonly Plan[]): Promise<Rules> {
    const rules: Rules = new Map();
    for (const { procedureCode: code, acts } of plans) {
      const [first] = acts;
      if (rules.has(code) || first === undefined) continue;
      const found = await this.#procedures.inForce(unitId, { code }, instant(first.at));
      rules.set(code, { procedure: found.rules, snapshot: found.snapshot });
    }
    return rules;
  }
}

type Rules = Map<string, Pick<Stage, 'procedure' | 'snapshot'>>;

const stageOf = (
  { procedureCode }: Plan,
  rules: Rules,
  office: { readonly calendar: WorkingCalendar; readonly unit: UnitRules },
): Stage => {
  const found = rules.get(procedureCode);
  if (found === undefined) throw new Error(`No rules for ${procedureCode}`);
  return { ...office, ...found };
};
