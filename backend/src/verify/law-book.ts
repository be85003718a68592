import {
  DEFAULT_UNIT_SETTINGS,
  latenessOf,
  unitRulesOf,
  unitSettingsChangesSchema,
  withSettings,
  type UnitSettings,
} from '#contract/units';
import type { ProcedureRules, ProcedureSnapshot, UnitRules } from '#domain/dossier';
import type { LatenessRules } from '#domain/report';
import type { WorkingCalendar } from '#domain/working-time';
import { CalendarService } from '../calendars/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Tenancy } from '../platform/database/tenancy.ts';
import { findRulesOfVersion } from '../procedures/index.ts';
import type { CheckedUnit } from './unit.ts';

/** What a unit's dossiers were counted by, each version read once. */
export class LawBook {
  readonly #tenancy: Tenancy;
  readonly #calendars: CalendarService;
  readonly #unit: CheckedUnit;
  readonly #settings: UnitSettings;
  readonly #rules = new Map<string, Promise<ProcedureRules | undefined>>();
  readonly #versions = new Map<string, Promise<WorkingCalendar | undefined>>();

  constructor(tenancy: Tenancy, clock: Clock, unit: CheckedUnit) {
    this.#tenancy = tenancy;
    this.#calendars = new CalendarService(tenancy, clock);
    this.#unit = unit;
    const changes = unitSettingsChangesSchema.parse(unit.settings);
    this.#settings = withSettings(DEFAULT_UNIT_SETTINGS, changes);
  }

  get unitRules(): UnitRules {
    return unitRulesOf(this.#settings);
  }

  get lateness(): LatenessRules {
    return latenessOf(this.#settings);
  }

  /** Undefined for a version the catalogue does not have: a finding, not a failure. */
  rules({ code, version }: ProcedureSnapshot): Promise<ProcedureRules | undefined> {
    const { id: unitId } = this.#unit;
    const asking = {
      query: <Row extends object>(sql: string, parameters?: readonly unknown[]) =>
        this.#tenancy.ask<Row>({ units: [unitId] }, sql, parameters),
    };
    return remembered(this.#rules, `${code}/${version}`, () =>
      findRulesOfVersion(asking, { unitId, code, version }),
    );
  }

  calendar(version: string): Promise<WorkingCalendar | undefined> {
    return remembered(this.#versions, version, () =>
      this.#calendars.findVersion(this.#unit.id, version),
    );
  }
}

const remembered = <Value>(
  book: Map<string, Promise<Value>>,
  name: string,
  read: () => Promise<Value>,
): Promise<Value> => {
  const known = book.get(name);
  if (known !== undefined) return known;
  const value = read();
  book.set(name, value);
  return value;
};
