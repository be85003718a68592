import type { WorkingCalendar } from '../working-time/index.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import type { DueRule } from './due.ts';
import type { ClockHistory, ClockRules, FixedDue } from './history.ts';
import { reckonFixed } from './promise.ts';
import { reckon, type Counting, type Reckoning } from './reckoning.ts';
import { policyWithoutTerm, stopsOf } from './stops.ts';
import { termOf, type Term } from './term.ts';

/** The three due moments of a dossier, each counted through the whole history on its own. */
export interface Moments {
  readonly current: Reckoning | null;
  readonly beforeExtension: Reckoning | null;
  readonly ours: Reckoning | null;
  readonly rule: DueRule;
}

interface Bound {
  readonly rule: Candidate;
  readonly counting: Counting;
  readonly reckoning: Reckoning;
}

/** Without any limit there is no term of ours, but a promise still moves: by whole working days. */
const NO_TERM: Term = { unit: 'workingDays', amount: 0 };

const NO_RULE: DueRule = { by: 'none' };

/** What every due moment of one dossier is counted from. */
interface Subject {
  readonly history: ClockHistory;
  readonly counting: Counting;
  readonly limit: DueRule;
  readonly ours: Reckoning | null;
}

export function momentsOf(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
): Moments {
  const subject = subjectOf(history, rules, calendar);
  const promised = promisedMoments(subject);
  const last = history.fixed.at(-1);
  const moments = last?.kind === 'extended' ? extend(last, subject, promised) : promised;
  if (history.beforeExtension === undefined) return moments;
  const then = momentsOf(asExtended(history, history.beforeExtension), rules, calendar);
  return { ...moments, beforeExtension: then.beforeExtension };
}

/** The history without the term agreed after the extension. */
function asExtended(
  { startedAt, pauses, fixed }: ClockHistory,
  { variantKey }: Pick<ClockHistory, 'variantKey'>,
): ClockHistory {
  return { startedAt, pauses, fixed, ...(variantKey !== undefined && { variantKey }) };
}

function subjectOf(history: ClockHistory, rules: ClockRules, calendar: WorkingCalendar): Subject {
  const bound = bindingLimit(history, rules, calendar);
  if (bound !== null) {
    return { history, counting: bound.counting, limit: bound.rule, ours: bound.reckoning };
  }
  const policy = policyWithoutTerm(rules.onSupplement);
  const counting = { term: NO_TERM, policy, calendar };
  return { history, counting, limit: NO_RULE, ours: null };
}

/** Extensions left out: the last declared due moment binds and ours stays beside it. */
function promisedMoments(subject: Subject): Moments {
  const { history, limit, ours } = subject;
  const declared = history.fixed.findLast(({ kind }) => kind === 'declared');
  if (declared === undefined) {
    return { current: ours, beforeExtension: ours, ours, rule: limit };
  }
  const promised = reckonFixed(declared, history, subject.counting);
  const rule = ruleOf(promised, declared, limit);
  return { current: promised, beforeExtension: promised, ours, rule };
}

/** An extension sets the current due moment and leaves the one before it where it was. */
function extend(extension: FixedDue, subject: Subject, before: Moments): Moments {
  const extended = reckonFixed(extension, subject.history, subject.counting);
  if (overtakes(before, extended, extension, subject.history)) return before;
  return { ...before, current: extended, rule: ruleOf(extended, extension, subject.limit) };
}

/** The limit that gives the earliest due moment over the whole history. */
function bindingLimit(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
): Bound | null {
  const stops = stopsOf(history.pauses, rules.onSupplement);
  let earliest: Bound | null = null;
  for (const rule of candidatesOf(history, rules)) {
    const term = termOf(rule.allowance, rules.mode);
    const counting = { term, policy: rules.onSupplement, calendar };
    const begin = { startedAt: history.startedAt, fixedAt: null };
    const reckoning = reckon(counting, begin, stops);
    if (earliest === null || reckoning.dueAt < earliest.reckoning.dueAt) {
      earliest = { rule, counting, reckoning };
    }
  }
  return earliest;
}

/** A term of ours agreed after the extension puts the due moment off again where it leads further. */
function overtakes(
  { current, ours }: Moments,
  extended: Reckoning,
  { at }: FixedDue,
  { termAgreedAt }: ClockHistory,
): boolean {
  if (termAgreedAt === undefined || termAgreedAt < at) return false;
  return current !== null && current === ours && current.dueAt > extended.dueAt;
}

/** Once a new receipt has replaced what was fixed, the limit is the rule again. */
const ruleOf = ({ fixedAt }: Reckoning, { kind }: FixedDue, otherwise: DueRule): DueRule =>
  fixedAt === null ? otherwise : { by: kind };
