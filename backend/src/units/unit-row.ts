import {
  DEFAULT_UNIT_SETTINGS,
  type Unit,
  type UnitSettingsChanges,
  unitSettingsChangesSchema,
  withSettings,
} from '#contract/units';

export interface UnitRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: Unit['kind'];
  readonly level: Unit['level'];
  readonly parentCode: string | null;
  readonly settings: unknown;
  readonly citySettings: unknown;
}

export const UNIT = `unit.id, unit.code, unit.name, unit.kind, unit.level, unit.settings,
  city.code as "parentCode", city.settings as "citySettings"
  from unit left join unit as city on city.id = unit.parent_id`;

/** What is set in a row itself. */
export const ownSettings = (stored: unknown): UnitSettingsChanges =>
  unitSettingsChangesSchema.parse(stored ?? {});

/** A unit with all its settings: its own, the city's where it is one for all, and else what the contract says. */
export const unitOf = ({ settings, citySettings, ...unit }: UnitRow): Unit => {
  const { citySource, sourcePages: cityPages, sourceNames: cityNames } = ownSettings(citySettings);
  const base = withSettings(DEFAULT_UNIT_SETTINGS, citySource === undefined ? {} : { citySource });
  const own = ownSettings(settings);
  const sourcePages = { ...cityPages, ...own.sourcePages };
  const sourceNames = { ...base.sourceNames, ...cityNames, ...own.sourceNames };
  return { ...unit, settings: withSettings(base, { ...own, sourcePages, sourceNames }) };
};

/** Alerts wait for the age at which a source's word is too old; nothing else of the settings moves one. */
export const tellsLaterOrSooner = (
  before: UnitRow,
  after: UnitSettingsChanges | undefined,
): boolean =>
  after !== undefined &&
  unitOf(before).settings.staleAfter !== unitOf({ ...before, settings: after }).settings.staleAfter;

/** What a unit sets itself, with changes laid over it. */
export const changedSettings = (
  stored: unknown,
  { approvals, ...changes }: UnitSettingsChanges,
): UnitSettingsChanges => {
  const own = ownSettings(stored);
  const forms = { ...own.approvals, ...approvals };
  return {
    ...own,
    ...changes,
    ...(Object.keys(forms).length > 0 && { approvals: forms }),
  };
};
