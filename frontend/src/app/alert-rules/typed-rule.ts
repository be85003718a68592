import type { AlertKind, KindRule, RungTarget, Threshold } from '#domain/alert';

type Way = Threshold['at'];

/** A threshold as it is typed: a way, and how much of it. */
export interface TypedThreshold {
  readonly at: Way;
  readonly amount: string;
}

export interface TypedRung {
  /** `holder`, a role, or `user:` and the id of one person. */
  readonly whom: string;
  readonly after: string;
}

const PERSON = 'user:';
const BEFORE: readonly Way[] = ['share', 'daysBefore', 'minutesBefore', 'dayStart', 'moment'];
const AFTER: readonly Way[] = ['moment', 'minutesAfter', 'daysAfter'];

/** What lies before a moment that is known beforehand. */
const AHEAD: ReadonlySet<AlertKind> = new Set<AlertKind>([
  ...(['dossier.near', 'dossier.dueToday', 'step.near', 'supplement.ending'] as const),
  ...(['extension.ending', 'report.due', 'feedback.near'] as const),
]);

/** The ways in which a threshold of this kind may be set. */
export const waysOf = (kind: AlertKind): readonly Way[] => (AHEAD.has(kind) ? BEFORE : AFTER);

/** Whether a way asks how much. */
export const asksAmount = (at: Way): boolean => at !== 'moment' && at !== 'dayStart';

const typedThreshold = (threshold: Threshold): TypedThreshold => {
  const { at } = threshold;
  if ('percent' in threshold) return { at, amount: String(threshold.percent) };
  if ('days' in threshold) return { at, amount: String(threshold.days) };
  return { at, amount: 'minutes' in threshold ? String(threshold.minutes) : '' };
};

/** What is no number becomes none that the rules let pass. */
const numberOf = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : -1);

const readThreshold = ({ at, amount }: TypedThreshold): Threshold => {
  const value = numberOf(amount);
  switch (at) {
    case 'moment':
    case 'dayStart':
      return { at };
    case 'share':
      return { at, percent: value };
    case 'daysBefore':
    case 'daysAfter':
      return { at, days: value };
    case 'minutesBefore':
    case 'minutesAfter':
      return { at, minutes: value };
  }
};

const whomText = (target: RungTarget): string => {
  if (target.kind === 'holder') return 'holder';
  return target.kind === 'role' ? target.role : `${PERSON}${target.userId}`;
};

const readWhom = (whom: string): RungTarget => {
  if (whom === 'holder') return { kind: 'holder' };
  if (!whom.startsWith(PERSON)) return { kind: 'role', role: whom } as RungTarget;
  return { kind: 'user', userId: whom.slice(PERSON.length) } as RungTarget;
};

/** What is being typed of a rule. */
export interface TypedRule {
  readonly enabled: boolean;
  readonly thresholds: readonly TypedThreshold[];
  readonly ladder: readonly TypedRung[];
}

export const typedRule = ({ enabled, thresholds, ladder }: KindRule): TypedRule => ({
  enabled,
  thresholds: thresholds.map(typedThreshold),
  ladder: ladder.map(({ target, afterMinutes }) => ({
    whom: whomText(target),
    after: String(afterMinutes),
  })),
});

export const readRule = ({ enabled, thresholds, ladder }: TypedRule): KindRule => ({
  enabled,
  thresholds: thresholds.map(readThreshold),
  ladder: ladder.map(({ whom, after }) => ({
    target: readWhom(whom),
    afterMinutes: numberOf(after),
  })),
});
