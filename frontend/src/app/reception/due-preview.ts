import type { Procedure } from '#contract/procedures';
import {
  type Allowance,
  type CountingMode,
  type ExplainedDay,
  type LimitName,
  computeDue,
  explainDue,
} from '#domain/deadline';
import { type Instant, type WorkingCalendar, withinCalendar } from '#domain/working-time';

export interface DueToCome {
  readonly dueAt: Instant | null;
  /** Our own counting, whatever a slip declares. */
  readonly oursAt: Instant | null;
  readonly isDeclared: boolean;
  /** Which limit gave our own moment; undefined where there is none. */
  readonly rule: { readonly by: LimitName; readonly allowance: Allowance } | undefined;
  readonly provisional: boolean;
  readonly days: readonly ExplainedDay[];
}

export interface Receiving {
  readonly procedure: Procedure;
  readonly variantKey: string;
  readonly startedAt: Instant;
  readonly declaredDueAt: Instant | undefined;
  readonly mode: CountingMode;
}

/** What the due moment will be if it is received like this: the very rules the server decides by. */
export const dueToCome = (
  { procedure, variantKey, startedAt, declaredDueAt, mode }: Receiving,
  calendar: WorkingCalendar,
  now: Instant,
): DueToCome | undefined => {
  const { limits, variants, onSupplement } = procedure;
  const history = {
    startedAt,
    ...(variantKey !== '' && { variantKey }),
    ...{ pauses: [], fixed: [] },
  };
  const rules = { limits, variants, mode, onSupplement };
  const counted = withinCalendar(() => {
    const { oursAt, rule, provisional } = computeDue(history, rules, calendar);
    return {
      dueAt: declaredDueAt ?? oursAt,
      oursAt,
      isDeclared: declaredDueAt !== undefined,
      rule: 'allowance' in rule ? rule : undefined,
      provisional,
      days: explainDue(history, rules, calendar, now),
    };
  });
  return counted.ok ? counted.value : undefined;
};
