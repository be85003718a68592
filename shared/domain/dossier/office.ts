import type { CountingMode, Limits, SupplementPolicy, Variant } from '../deadline/index.ts';
import type { Instant, WorkingCalendar } from '../working-time/index.ts';
import type { Actor, Role } from './actor.ts';

/** Forms of TT 03/2025/TT-VPCP that may wait for a leader, and the hold, which has no form. */
export type ApprovedForm = 'mau02' | 'mau03' | 'mau04' | 'mau05' | 'hold';
export type ApprovalLevel = 'none' | 'head' | 'director';

export interface Step {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentCode?: string;
  readonly allowanceHours: number;
}

/** What *5 tại chỗ* may append by itself. */
export type OnTheSpotEvent =
  | 'received'
  | 'stepCompleted'
  | 'componentsDigitised'
  | 'resultIssued'
  | 'resultDigitised'
  | 'electronicResultIssued'
  | 'archivedToStore'
  | 'returned';

/** The procedure version the dossier keeps from its birth, as far as rules depend on it. */
export interface ProcedureRules {
  /** Absent: a code not yet in the catalogue. */
  readonly limits?: Limits;
  readonly variants: readonly Variant[];
  readonly steps: readonly Step[];
  readonly onSupplement: SupplementPolicy;
  readonly clockStart: 'acceptance' | 'submission';
  /** The events of *5 tại chỗ* in order; absent where the procedure is not done on the spot. */
  readonly onTheSpot?: readonly OnTheSpotEvent[];
}

/** Settings of the unit that decide what may happen to a dossier. */
export interface UnitRules {
  readonly mode: CountingMode;
  readonly restartAt: 'received' | 'submitted';
  readonly maxExtensions: number;
  /** A hold that a handling officer asks for always waits for a leader; which one, the unit says. */
  readonly approvals: Readonly<
    Record<Exclude<ApprovedForm, 'hold'>, ApprovalLevel> &
      Record<'hold', Exclude<ApprovalLevel, 'none'>>
  >;
  /** Codes of the legal bases on which a dossier may be put on hold. */
  readonly holdBases: readonly string[];
  /** What was entered by then is on time; later entries are back-dated and need a reason. */
  readonly backdatedAfter: 'endOfWorkingDay' | 'never';
}

export const DEFAULT_UNIT_RULES = {
  mode: 'wholeDays',
  restartAt: 'received',
  maxExtensions: 1,
  approvals: {
    mau02: 'none',
    mau03: 'director',
    mau04: 'director',
    mau05: 'director',
    hold: 'head',
  },
  holdBases: ['court-decision', 'inspection', 'dispute', 'competent-authority-request'],
  backdatedAfter: 'endOfWorkingDay',
} as const satisfies UnitRules;

/** Everything a decision may depend on besides the dossier itself. Nothing else is ever asked. */
export interface Office {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendar: WorkingCalendar;
  readonly procedure: ProcedureRules;
  readonly unit: UnitRules;
  /** End of the latest issued report's period: what happened before it may only be told late with a reason. */
  readonly issuedUntil?: Instant;
}
