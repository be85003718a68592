import { computeDue, type ClockRules, type DueOutcome } from '../deadline/index.ts';
import { clockHistoryOf } from './clock-history.ts';
import type { OfficeEvent } from './event.ts';
import type { Office } from './office.ts';

/** The due moment that holds after these effective events; none before acceptance. */
export function dueAfter(events: readonly OfficeEvent[], office: Office): DueOutcome | undefined {
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

export function sameDue(a: DueOutcome | undefined, b: DueOutcome | undefined): boolean {
  return (
    a?.dueAt === b?.dueAt &&
    a?.beforeExtensionAt === b?.beforeExtensionAt &&
    a?.oursAt === b?.oursAt &&
    a?.calendarVersion === b?.calendarVersion &&
    a?.provisional === b?.provisional &&
    a?.rule.by === b?.rule.by
  );
}
