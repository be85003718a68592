import type { Instant } from '../working-time/index.ts';
import type { Allowance } from './allowance.ts';

export type LimitName = 'commune' | 'city' | 'statutory' | 'variant';

/** Which rule gave the due moment in force. */
export type DueRule =
  | { readonly by: LimitName; readonly allowance: Allowance }
  | { readonly by: 'declared' | 'extended' }
  | { readonly by: 'none' };

/**
 * What an event that changes the due moment carries. Null while a pause that counts is open, or where there is
 * neither rule nor declaration (`rule.by === 'none'`).
 */
export interface DueOutcome {
  /** The current due moment: extended, else declared, else ours. Lists and alerts use it. */
  readonly dueAt: Instant | null;
  /** The due moment leaving every extension out: what reports hold the office to by default. */
  readonly beforeExtensionAt: Instant | null;
  /** Our own counting, whatever was declared or extended: the difference is *lệch hạn*. */
  readonly oursAt: Instant | null;
  readonly rule: DueRule;
  readonly calendarVersion: string;
  /** A day not yet confirmed by an official notice lies between start and due moment. */
  readonly provisional: boolean;
}
