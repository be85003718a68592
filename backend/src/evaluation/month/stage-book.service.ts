import { Inject, Injectable } from '@nestjs/common';
import { unitRulesOf } from '#contract/units';
import { instant } from '#domain/working-time';
import { CalendarService } from '../../calendars/index.ts';
import { OfficeBook } from '../../dossiers/index.ts';
import { ProcedureService } from '../../procedures/index.ts';
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
  readonly #offices: Pick<OfficeBook, 'unit'>;

  constructor(
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(CalendarService) calendars: CalendarService,
    @Inject(OfficeBook) offices: Pick<OfficeBook, 'unit'>,
  ) {
    this.#procedures = procedures;
    this.#calendars = calendars;
    this.#offices = offices;
  }

  /** Everything the plans of a few days need, before any transaction is open. */
  async setFor(unitId: number, plans: readonly Plan[]): Promise<StageSet> {
    const calendar = await this.#calendars.inForce(unitId);
    const { settings, alertRules } = await this.#offices.unit(unitId);
    const rules = await this.#rulesOf(unitId, plans);
    const office = { calendar, unit: unitRulesOf(settings), alertRules };
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
  office: Pick<Stage, 'calendar' | 'unit' | 'alertRules'>,
): Stage => {
  const found = rules.get(procedureCode);
  if (found === undefined) throw new Error(`No rules for ${procedureCode}`);
  return { ...office, ...found };
};
