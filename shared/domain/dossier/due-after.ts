import { computeDue, type ClockRules, type DueOutcome } from '../deadline/index.ts';
import { clockHistoryOf } from './clock-history.ts';
import type { OfficeEvent } from './event.ts';
import type { Office } from './office.ts';

/** The due moment that holds after these effective events; none before acceptance. */
export function dueAfter(
  events: readonly OfficeEvent[],
  office: Pick<Office, 'procedure' | 'unit' | 'calendar'>,
): DueOutcome | undefined {
  const clock = clockHistoryOf(events, office.procedure.clockStart);
  return clock === null ? undefined : computeDue(clock, clockRulesOf(office), office.calendar);
}

export function clockRulesOf({ procedure, unit }: Pick<Office, 'procedure' | 'unit'>): ClockRules {
  return {
    ...(procedure.limits !== undefined && { limits: procedure.limits }),
    variants: procedure.variants,
    mode: unit.mode,
    onSupplement: procedure.onSupplement,
  };
}

const TOLD = ['dueAt', 'beforeExtensionAt', 'oursAt', 'calendarVersion', 'provisional'] as const;

export const sameDue = (a: DueOutcome, b: DueOutcome | undefined): boolean =>
  a.rule.by === b?.rule.by && TOLD.every((member) => a[member] === b[member]);
