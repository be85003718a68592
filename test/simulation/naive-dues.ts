import type { NaiveOffice } from '../support/naive-clock.ts';
import {
  dueFrom,
  isNewReceipt,
  lengthOf,
  movedBy,
  type NaiveCase,
  type Wait,
} from '../support/naive-due.ts';
import type { SimulatedProcedure } from './catalogue.ts';
import type { NaiveFixed, NaiveLife, NaivePause } from './naive-life.ts';

export interface NaiveRules {
  readonly procedure: SimulatedProcedure;
  readonly runningHours: boolean;
  readonly office: NaiveOffice;
  /** What stayed promised when the calendar changed, by the event that promised it. */
  readonly kept: ReadonlyMap<number, { readonly at: number; readonly dueAt: number }>;
}

interface Counted {
  readonly dueAt: number;
  readonly stopped: boolean;
  /** The event by which somebody fixed it; none once a new receipt took its place. */
  readonly by: number | null;
}

export interface NaiveDues {
  readonly current: number | null;
  readonly before: number | null;
  readonly ours: number | null;
  /** The event that promised it, as long as no new receipt took the promise's place. */
  readonly currentBy: number | null;
  readonly beforeBy: number | null;
}

interface OpenWait extends Wait {
  open: boolean;
}

/** Waits that share or touch a moment become one; an open one could have ended where it began. */
function waitsOf(pauses: readonly NaivePause[], policy: string): OpenWait[] {
  const waits: OpenWait[] = [];
  const sorted = [...pauses].sort((a, b) => a.from - b.from);
  for (const { cause, from, to } of sorted) {
    const supplement = cause === 'supplement';
    if (supplement && policy === 'continue') continue;
    const open = to === undefined;
    const last = waits.at(-1);
    if (last !== undefined && (last.open || from <= last.to)) {
      last.to = Math.max(last.to, to ?? from);
      last.open ||= open;
      last.supplement ||= supplement;
    } else waits.push({ from, to: to ?? from, open, supplement });
  }
  return waits;
}

function count(
  office: NaiveOffice,
  c: NaiveCase,
  promised: Pick<NaiveFixed, 'dueAt' | 'version'> | null,
  waits: readonly OpenWait[],
): Counted {
  let receipt = c.receivedAt;
  let fixed = promised;
  let moves: OpenWait[] = [];
  let stopped = false;
  const due = (): number =>
    fixed === null
      ? dueFrom(
          office,
          c,
          receipt,
          moves.reduce((sum, wait) => sum + lengthOf(office, c, wait), 0),
        )
      : movedBy(office, c, fixed.dueAt, moves);
  for (const wait of waits) {
    if (wait.from > due()) break;
    stopped = wait.open;
    if (isNewReceipt(c, wait)) {
      receipt = wait.to;
      fixed = null;
      moves = [];
    } else moves.push(wait);
  }
  return { dueAt: due(), stopped, by: fixed?.version ?? null };
}

const told = (counted: Counted | null): number | null =>
  counted === null || counted.stopped ? null : counted.dueAt;

/** The due moments of a life with these pauses, all counted from the receipt. */
export function duesOf(life: NaiveLife, rules: NaiveRules, pauses = life.pauses): NaiveDues {
  const { procedure, office, runningHours, kept } = rules;
  const nothing = { current: null, before: null, ours: null } as const;
  if (life.startedAt === null) return { ...nothing, currentBy: null, beforeBy: null };
  const receivedAt = life.startedAt;
  const policy = procedure.onSupplement ?? 'pause';
  const caseOf = (allowance: NaiveCase['allowance'], onSupplement: string): NaiveCase => ({
    ...{ receivedAt, allowance, onSupplement, pauses: [] },
    runningHours: runningHours && allowance.amount !== 0,
  });
  const boundBy = (variantKey: string | undefined): { c: NaiveCase; ours: Counted | null } => {
    const variant = procedure.variants?.find(({ key }) => key === variantKey);
    const { commune, city, statutory } = procedure.limits;
    const candidates = variant === undefined ? [commune, city, statutory] : [variant.allowance];
    let best: { c: NaiveCase; ours: Counted } | undefined;
    for (const allowance of candidates) {
      if (allowance === undefined) continue;
      const c = caseOf(allowance, policy);
      const ours = count(office, c, null, waitsOf(pauses, policy));
      if (best === undefined || ours.dueAt < best.ours.dueAt) best = { c, ours };
    }
    if (best !== undefined) return best;
    const unknown = policy === 'continue' ? 'continue' : 'pause';
    return { c: caseOf({ kind: 'workingDays', amount: 0 }, unknown), ours: null };
  };
  const promise = (fixed: NaiveFixed, c: NaiveCase): Counted => {
    const { at, dueAt } = kept.get(fixed.version) ?? fixed;
    const later = pauses.filter(({ to }) => to === undefined || to > at);
    return count(office, c, { dueAt, version: fixed.version }, waitsOf(later, c.onSupplement));
  };
  const withoutExtensions = ({ c, ours }: { c: NaiveCase; ours: Counted | null }) => {
    const declared = life.fixed.findLast(({ kind }) => kind === 'declared');
    return declared === undefined ? ours : promise(declared, c);
  };
  const bound = boundBy(life.variantKey);
  const promised = withoutExtensions(bound);
  const before =
    life.variantBeforeExtension === undefined
      ? promised
      : withoutExtensions(boundBy(life.variantBeforeExtension.key));
  const last = life.fixed.at(-1);
  let current = promised;
  if (last?.kind === 'extended') {
    const extended = promise(last, bound.c);
    // ADR 0033: a term agreed after it leads on where it leads further, unless somebody declared the day.
    const agreedLater = life.termAgreedAt !== undefined && life.termAgreedAt >= last.at;
    const declared = life.fixed.some(({ kind }) => kind === 'declared');
    const overtaken =
      agreedLater && !declared && promised !== null && promised.dueAt > extended.dueAt;
    if (!overtaken) current = extended;
  }
  return {
    current: told(current),
    before: told(before),
    ours: told(bound.ours),
    currentBy: current?.by ?? null,
    beforeBy: before?.by ?? null,
  };
}

/** When it would be due if every open wait ended now. */
export function provisionalOf(life: NaiveLife, rules: NaiveRules, now: number): number | null {
  const ended = life.pauses.map((pause) => ({
    ...pause,
    to: pause.to ?? Math.max(now, pause.from),
  }));
  return duesOf(life, rules, ended).current;
}
