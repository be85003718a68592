import type { Intake, Office, ProcedureSnapshot } from '#domain/dossier';
import { unitRulesOf } from '#contract/units';
import type { ToldDossier } from '#domain/import';
import { dayOf, type Instant, type WorkingCalendar } from '#domain/working-time';
import type { OfficeBook, UnitFacts, WatchedOffice } from '../dossiers/index.ts';
import type { ProcedureInForce } from '../procedures/index.ts';

/** With what a dossier told by a source is born. */
export interface Birth {
  readonly snapshot: ProcedureSnapshot;
  readonly office: WatchedOffice;
}

interface Surroundings {
  readonly offices: OfficeBook;
  readonly unit: UnitFacts;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** The office in which a chunk is planned: asked for once, not once for each row. */
export class PlanningOffice {
  readonly unit: UnitFacts;
  readonly now: Instant;
  readonly #offices: OfficeBook;
  readonly #calendar: WorkingCalendar;
  readonly #births = new Map<string, Promise<ProcedureInForce>>();
  readonly #found = new Map<string, Promise<ProcedureInForce | undefined>>();

  private constructor({ offices, unit, calendar, now }: Surroundings) {
    this.unit = unit;
    this.now = now;
    this.#offices = offices;
    this.#calendar = calendar;
  }

  static async open(offices: OfficeBook, unitId: number): Promise<PlanningOffice> {
    const [unit, calendar] = await Promise.all([offices.unit(unitId), offices.calendar(unitId)]);
    return new PlanningOffice({ offices, unit, calendar, now: offices.now() });
  }

  get calendar(): WorkingCalendar {
    return this.#calendar;
  }

  /** An unknown procedure is catalogued as *chưa đối chiếu*, never refused. */
  async birth(told: ToldDossier, at: Instant): Promise<Birth> {
    const { procedure } = told;
    const name = `${procedure.code}/${dayOf(at)}`;
    const asked = this.#births.get(name) ?? this.#procedureOf(procedure, at);
    this.#births.set(name, asked);
    const { snapshot, rules, unreconciled } = await asked;
    // What nobody has compared with the decisions of the city yet, the source knows better.
    const believed = unreconciled ? { ...snapshot, ...saidOf(told) } : snapshot;
    return { snapshot: believed, office: this.#office(told.source, rules) };
  }

  /** Whether there is such a case of the procedure; one that nobody catalogued has none. */
  async hasVariant({ procedure: { code }, facts: { variantKey } }: ToldDossier, at: Instant) {
    if (variantKey === undefined) return true;
    const name = `${code}/${dayOf(at)}`;
    const asked = this.#found.get(name) ?? this.#offices.findProcedure(this.unit.id, code, at);
    this.#found.set(name, asked);
    return (await asked)?.rules.variants.some(({ key }) => key === variantKey) ?? false;
  }

  async #procedureOf(told: ToldDossier['procedure'], at: Instant): Promise<ProcedureInForce> {
    const born = await this.#offices.birth({ unitId: this.unit.id, told, at, asked: undefined });
    if ('replay' in born) throw new Error('Nobody asked for this birth before');
    return born.procedure;
  }

  async standing(intake: Intake, source: string): Promise<WatchedOffice> {
    return this.#office(source, await this.#offices.rulesOf(this.unit.id, intake));
  }

  #office(source: string, procedure: Office['procedure']): WatchedOffice {
    const { importedToo, kinds } = this.unit.settings.citizenMessages;
    return {
      now: this.now,
      actor: { kind: 'import', id: source },
      calendar: this.#calendar,
      procedure,
      unit: unitRulesOf(this.unit.settings),
      alertRules: this.unit.alertRules,
      tells: importedToo ? kinds : [],
    };
  }
}

const saidOf = ({ procedure }: ToldDossier): Partial<ProcedureSnapshot> => ({
  ...(procedure.field !== undefined && { field: procedure.field }),
  ...(procedure.authority !== undefined && { authority: procedure.authority }),
  ...(procedure.onlineLevel !== undefined && { onlineLevel: procedure.onlineLevel }),
});
