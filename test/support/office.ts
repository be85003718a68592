import {
  DEFAULT_UNIT_RULES,
  type Actor,
  type Intake,
  type Office,
  type ProcedureRules,
  type Role,
  type UnitRules,
  type UserId,
} from '#domain/dossier';
import {
  DEFAULT_WEEKLY_HOURS,
  NATIONAL_DAYS,
  compileCalendar,
  mergeLayers,
  type CalendarLayer,
  type WorkingCalendar,
} from '#domain/working-time';
import { at } from './moment.ts';

/** The national calendar with the layers of a city or a unit on top. */
function aCalendar(...layers: readonly CalendarLayer[]): WorkingCalendar {
  const merged = mergeLayers([
    { weeklyHours: DEFAULT_WEEKLY_HOURS, days: NATIONAL_DAYS },
    ...layers,
  ]);
  if (!merged.ok) throw new Error(`Not a calendar: ${merged.refusal.code}`);
  return compileCalendar(merged.value, 'test-calendar');
}

export const NATIONAL_CALENDAR = aCalendar();

export function anOfficer(
  roles: Role | readonly Role[],
  departments: readonly string[] = [],
): Actor {
  const list = typeof roles === 'string' ? [roles] : roles;
  return { kind: 'officer', id: `user-${list.join('-')}` as UserId, roles: list, departments };
}

export const reception = anOfficer('reception');
export const processing = anOfficer('processing', ['tu-phap']);
export const clerk = anOfficer('clerk');
export const cashier = anOfficer('cashier');
export const head = anOfficer('head', ['tu-phap']);
export const director = anOfficer('director');
export const dataOfficer = anOfficer('dataOfficer');
export const theProduct: Actor = { kind: 'system', id: 'product' };
export const theImport: Actor = { kind: 'import', id: 'mot-cua-hai-phong' };

/** Three working days, three steps, pauses stop the clock. */
export function aProcedure(changes: Partial<ProcedureRules> = {}): ProcedureRules {
  return {
    limits: { commune: { kind: 'workingDays', amount: 3 } },
    variants: [],
    steps: [
      { key: 'receive', name: 'Tiếp nhận', role: 'reception', allowanceHours: 2 },
      {
        key: 'appraise',
        name: 'Thẩm định',
        role: 'processing',
        departmentCode: 'tu-phap',
        allowanceHours: 16,
      },
      {
        key: 'issue',
        name: 'Phát hành',
        role: 'clerk',
        departmentCode: 'van-thu',
        allowanceHours: 4,
      },
    ],
    onSupplement: 'pause',
    clockStart: 'acceptance',
    ...changes,
  };
}

/** A code that is not in the catalogue yet: no steps, no limits, nothing but what the source declares. */
export const UNKNOWN_PROCEDURE: ProcedureRules = {
  variants: [],
  steps: [],
  onSupplement: 'pause',
  clockStart: 'acceptance',
};

export function aUnit(changes: Partial<UnitRules> = {}): UnitRules {
  return { ...DEFAULT_UNIT_RULES, ...changes };
}

export function anOffice(changes: Partial<Office> = {}): Office {
  return {
    now: at('2026-03-02 08:00'),
    actor: reception,
    calendar: NATIONAL_CALENDAR,
    procedure: aProcedure(),
    unit: aUnit(),
    ...changes,
  };
}

export function anIntake(changes: Partial<Intake> = {}): Intake {
  return {
    code: 'MC.H24.99-260302-0001',
    procedure: {
      code: '1.004873',
      version: 1,
      field: 'Hộ tịch',
      authority: 'commune',
      onlineLevel: 'full',
      paperResult: true,
      paymentIntegrated: true,
    },
    channel: 'online',
    sources: [],
    ...changes,
  };
}
