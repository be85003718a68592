import { Inject, Injectable } from '@nestjs/common';
import { unitRulesOf } from '#contract/units';
import type { Actor, Intake, ProcedureRules } from '#domain/dossier';
import {
  dayOf,
  formatDay,
  instant,
  type Instant,
  type WorkingCalendar,
} from '#domain/working-time';
import {
  ProcedureService,
  type ProcedureHead,
  type ProcedureInForce,
  type ToldProcedure,
} from '../../procedures/index.ts';
import { CalendarService } from '../../calendars/index.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { WatchedOffice } from '../answer/signals.ts';
import type { Asked, Loaded } from '../store/event-store.service.ts';
import type { OfficeHead } from '../store/loaded.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { UnitBook, type UnitFacts } from './unit-book.service.ts';

/** Versions never change, so a process may remember them; more than this is not worth the room. */
const REMEMBERED = 2_000;

/** By which version of a procedure a dossier lives. */
interface LivesBy {
  readonly procedure: Pick<Intake['procedure'], 'code' | 'version'>;
}

const nameOf = (unitId: number, { code, version }: LivesBy['procedure']): string =>
  `${unitId}/${code}/${version}`;

export interface Standing {
  readonly unitId: number;
  readonly intake: Intake;
  readonly actor: Actor;
  readonly head?: OfficeHead | undefined;
}

export interface Birth {
  readonly unitId: number;
  readonly told: ToldProcedure;
  readonly at: Instant;
  /** Under which key the receipt was asked for. */
  readonly asked: Asked | undefined;
}

interface BirthRow {
  readonly replay: Loaded['replay'];
  readonly office: OfficeHead;
  readonly versions: readonly ProcedureHead[] | null;
}

/** The receipt was asked for before, under the same key. */
export interface AnsweredBefore {
  readonly replay: NonNullable<Loaded['replay']>;
}

export interface BornOffice {
  readonly unit: UnitFacts;
  readonly calendar: WorkingCalendar;
  readonly procedure: ProcedureInForce;
}

const BIRTH = 'select birth_of($1, $2, $3, $4::text::jsonb) as answer';

export interface StandingOffice {
  readonly office: WatchedOffice;
  readonly unit: UnitFacts;
}

/** Everything a decision may depend on besides the dossier. */
@Injectable()
export class OfficeBook {
  readonly #procedures: ProcedureService;
  readonly #calendars: CalendarService;
  readonly #units: UnitBook;
  readonly #clock: Clock;
  readonly #tenancy: Tenancy;
  readonly #procedureOf = new Map<string, ProcedureInForce>();

  // eslint-disable-next-line max-params -- an office is what its catalogues say
  constructor(
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(CalendarService) calendars: CalendarService,
    @Inject(UnitBook) units: UnitBook,
    @Inject(CLOCK) clock: Clock,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#procedures = procedures;
    this.#calendars = calendars;
    this.#units = units;
    this.#clock = clock;
    this.#tenancy = tenancy;
  }

  now(): Instant {
    return instant(this.#clock.officeNow());
  }

  /**
   * The office as it is now for a dossier that lives by its own procedure version; with what was told along
   * with the dossier, nothing has to be asked.
   */
  async standing({ unitId, intake, actor, head }: Standing): Promise<StandingOffice> {
    const [rules, unit, calendar] = await Promise.all([
      this.rulesOf(unitId, intake),
      head === undefined ? this.#units.get(unitId) : this.#units.of(unitId, head),
      this.calendar(unitId, head),
    ]);
    return {
      unit,
      office: {
        now: this.now(),
        actor,
        calendar,
        procedure: rules,
        unit: unitRulesOf(unit.settings),
        alertRules: unit.alertRules,
        tells: unit.settings.citizenMessages.kinds,
      },
    };
  }

  unit(unitId: number): Promise<UnitFacts> {
    return this.#units.get(unitId);
  }

  calendar(unitId: number, head?: OfficeHead): Promise<WorkingCalendar> {
    const calendar = head?.calendar ?? null;
    return calendar === null
      ? this.#calendars.inForce(unitId)
      : this.#calendars.ofHead(unitId, calendar);
  }

  /** The office at a dossier's birth, with the procedure version in force then: one question. */
  async birth({ unitId, told, at, asked }: Birth): Promise<BornOffice | AnsweredBefore> {
    const values = [unitId, told.code, formatDay(dayOf(at)), asked && JSON.stringify(asked)];
    const [row] = await this.#tenancy.call<{ readonly answer: BirthRow }>(BIRTH, values);
    if (row === undefined) throw new Error('The store gave no answer');
    const { replay, office: head, versions } = row.answer;
    if (replay !== null) return { replay };
    const [procedure, calendar] = await Promise.all([
      this.#procedures.born(unitId, { told, at, heads: versions ?? [] }),
      this.calendar(unitId, head),
    ]);
    return { unit: this.#units.of(unitId, head), calendar, procedure };
  }

  /** The version a dossier received then would be born with; nothing is catalogued by asking. */
  findProcedure(unitId: number, code: string, at: Instant): Promise<ProcedureInForce | undefined> {
    return this.#procedures.findInForce(unitId, code, at);
  }

  async rulesOf(unitId: number, intake: LivesBy): Promise<ProcedureRules> {
    return (await this.procedureOf(unitId, intake)).rules;
  }

  /** The same where nobody has to be asked for it: in the middle of a transaction nobody should be. */
  knownRules(unitId: number, { procedure }: LivesBy): ProcedureRules | undefined {
    return this.#procedureOf.get(nameOf(unitId, procedure))?.rules;
  }

  /** The version a dossier lives by, as it was when the dossier was born. */
  async procedureOf(unitId: number, { procedure }: LivesBy): Promise<ProcedureInForce> {
    const name = nameOf(unitId, procedure);
    const known = this.#procedureOf.get(name);
    if (known !== undefined) return known;
    const found = await this.#procedures.version(unitId, procedure.code, procedure.version);
    const [oldest] = this.#procedureOf.keys();
    if (this.#procedureOf.size >= REMEMBERED && oldest !== undefined) {
      this.#procedureOf.delete(oldest);
    }
    this.#procedureOf.set(name, found);
    return found;
  }
}
