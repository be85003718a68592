import { Inject, Injectable } from '@nestjs/common';
import { unitRulesOf } from '#contract/units';
import type { Actor, Intake, Office, ProcedureRules } from '#domain/dossier';
import { instant, type Instant, type WorkingCalendar } from '#domain/working-time';
import {
  ProcedureService,
  type ProcedureInForce,
  type ToldProcedure,
} from '../../procedures/index.ts';
import { CalendarService } from '../../calendars/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { UnitBook, type UnitFacts } from './unit-book.service.ts';

/** Versions never change, so a process may remember them; more than this is not worth the room. */
const REMEMBERED = 2_000;

export interface StandingOffice {
  readonly office: Office;
  readonly unit: UnitFacts;
}

/** Everything a decision may depend on besides the dossier. */
@Injectable()
export class OfficeBook {
  readonly #procedures: ProcedureService;
  readonly #calendars: CalendarService;
  readonly #units: UnitBook;
  readonly #clock: Clock;
  readonly #rules = new Map<string, ProcedureRules>();

  constructor(
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(CalendarService) calendars: CalendarService,
    @Inject(UnitBook) units: UnitBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#procedures = procedures;
    this.#calendars = calendars;
    this.#units = units;
    this.#clock = clock;
  }

  now(): Instant {
    return instant(this.#clock.officeNow());
  }

  /** The office as it is now for a dossier that lives by its own procedure version. */
  async standing(unitId: number, intake: Intake, actor: Actor): Promise<StandingOffice> {
    const [rules, unit, calendar] = await Promise.all([
      this.rulesOf(unitId, intake),
      this.#units.get(unitId),
      this.#calendars.inForce(unitId),
    ]);
    return {
      unit,
      office: {
        now: this.now(),
        actor,
        calendar,
        procedure: rules,
        unit: unitRulesOf(unit.settings),
      },
    };
  }

  unit(unitId: number): Promise<UnitFacts> {
    return this.#units.get(unitId);
  }

  calendar(unitId: number): Promise<WorkingCalendar> {
    return this.#calendars.inForce(unitId);
  }

  /** The version a dossier received at that moment is born with. */
  birth(unitId: number, told: ToldProcedure, at: Instant): Promise<ProcedureInForce> {
    return this.#procedures.inForce(unitId, told, at);
  }

  async rulesOf(unitId: number, { procedure }: Intake): Promise<ProcedureRules> {
    const name = `${unitId}/${procedure.code}/${procedure.version}`;
    const known = this.#rules.get(name);
    if (known !== undefined) return known;
    const { rules } = await this.#procedures.version(unitId, procedure.code, procedure.version);
    const [oldest] = this.#rules.keys();
    if (this.#rules.size >= REMEMBERED && oldest !== undefined) this.#rules.delete(oldest);
    this.#rules.set(name, rules);
    return rules;
  }
}
