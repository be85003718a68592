import type {
  Allowance,
  ClockHistory,
  ClockRules,
  CountingMode,
  FixedDue,
  Limits,
  Pause,
  PauseCause,
  SupplementPolicy,
  Variant,
} from '#domain/deadline';
import {
  DEFAULT_WEEKLY_HOURS,
  NATIONAL_DAYS,
  compileCalendar,
  mergeLayers,
  type CalendarLayer,
  type WorkingCalendar,
} from '#domain/working-time';
import { at } from './moment.ts';

export const workingDays = (amount: number): Allowance => ({ kind: 'workingDays', amount });
export const workingHours = (amount: number): Allowance => ({ kind: 'workingHours', amount });
export const calendarDays = (amount: number): Allowance => ({ kind: 'calendarDays', amount });
export const sameDay = (cutoff = '15:00'): Allowance => ({ kind: 'sameDay', cutoff });

/** From when until when, in local time; without an end the wait is still open. */
type Wait = readonly [from: string, to?: string];

/** What an officer would write on one line about a dossier's clock. */
export interface ClockCase {
  readonly received: string;
  readonly allowance?: Allowance;
  readonly limits?: Limits;
  readonly variants?: readonly Variant[];
  readonly variantKey?: string;
  readonly termAgreed?: string;
  readonly mode?: CountingMode;
  readonly onSupplement?: SupplementPolicy;
  readonly supplements?: readonly Wait[];
  readonly payments?: readonly Wait[];
  readonly holds?: readonly Wait[];
  /** Waits whose end came from the source. */
  readonly imported?: readonly Wait[];
  readonly declared?: readonly FixedText[];
  readonly extended?: readonly FixedText[];
  readonly layers?: readonly CalendarLayer[];
}

/** On which moment, and until when. */
type FixedText = readonly [at: string, dueAt: string];

export interface Clock {
  readonly history: ClockHistory;
  readonly rules: ClockRules;
  readonly calendar: WorkingCalendar;
}

export const clockOf = (c: ClockCase): Clock => ({
  history: historyOf(c),
  rules: rulesOf(c),
  calendar: calendarWith(c.layers ?? []),
});

const historyOf = (c: ClockCase): ClockHistory => ({
  startedAt: at(c.received),
  ...(c.variantKey !== undefined && { variantKey: c.variantKey }),
  ...(c.termAgreed !== undefined && { termAgreedAt: at(c.termAgreed) }),
  pauses: pausesOf(c),
  fixed: fixedOf(c),
});

function rulesOf(c: ClockCase): ClockRules {
  const limits = c.limits ?? (c.allowance === undefined ? undefined : { commune: c.allowance });
  return {
    ...(limits !== undefined && { limits }),
    ...(c.variants !== undefined && { variants: c.variants }),
    mode: c.mode ?? 'wholeDays',
    onSupplement: c.onSupplement ?? 'pause',
  };
}

const compiled = new Map<string, WorkingCalendar>();

/** The national calendar with these layers on top; equal layers share one compiled calendar. */
export function calendarWith(layers: readonly CalendarLayer[]): WorkingCalendar {
  const key = JSON.stringify(layers);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const national = { weeklyHours: DEFAULT_WEEKLY_HOURS, days: NATIONAL_DAYS };
  const merged = mergeLayers([national, ...layers]);
  if (!merged.ok) throw new Error(`Not a calendar: ${merged.refusal.code}`);
  const calendar = compileCalendar(merged.value, `v${compiled.size + 1}`);
  compiled.set(key, calendar);
  return calendar;
}

function pausesOf({ supplements, payments, holds, imported }: ClockCase): readonly Pause[] {
  const waits = (cause: PauseCause, list: readonly Wait[] = []): readonly Pause[] =>
    list.map(([from, to]) => ({
      cause,
      from: at(from),
      ...(to !== undefined && { to: at(to) }),
    }));
  return [
    ...waits('supplement', supplements),
    ...waits('payment', payments),
    ...waits('hold', holds),
    ...waits('supplement', imported).map((pause) => ({ ...pause, endedBySource: true })),
  ].sort((a, b) => a.from - b.from);
}

function fixedOf({ declared = [], extended = [] }: ClockCase): readonly FixedDue[] {
  const fixed = (kind: FixedDue['kind'], [from, dueAt]: FixedText): FixedDue => ({
    kind,
    at: at(from),
    dueAt: at(dueAt),
  });
  return [
    ...declared.map((text) => fixed('declared', text)),
    ...extended.map((text) => fixed('extended', text)),
  ].sort((a, b) => a.at - b.at);
}
