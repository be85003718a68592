import type { Period } from '../report/index.ts';
import { parseDay, type Day } from '../working-time/index.ts';
import type { RegisterEntry } from './entry.ts';
import { FEEDBACK_ABOUT, type RegisterKind } from './kind.ts';

/** A figure of a register that a report can tell; of some there is one for each group. */
export interface RegisterFigure {
  readonly kind: RegisterKind;
  readonly key: string;
  /** An agency, a label, a part; null where the figure is of the whole register. */
  readonly group: string | null;
  readonly value: number;
}

type Bare = Omit<RegisterFigure, 'kind'>;
type Count = (entries: readonly RegisterEntry[], period: Period) => readonly Bare[];

const dayIn = ({ values }: RegisterEntry, key: string): Day | null => {
  const told = values[key];
  return typeof told === 'string' ? (parseDay(told) ?? null) : null;
};

const numberIn = ({ values }: RegisterEntry, key: string): number => Number(values[key] ?? 0);

const sum = (entries: readonly RegisterEntry[], key: string): number =>
  entries.reduce((total, entry) => total + numberIn(entry, key), 0);

const whole = (key: string, value: number): Bare => ({ key, group: null, value });

/** Of how many the answer, or the showing, was there by its day; what is still open counts by the end. */
function standings(entries: readonly RegisterEntry[], { to }: Period, doneKey: string) {
  const by = { inTime: 0, late: 0, openInTime: 0, openLate: 0 };
  const weigh = (entry: RegisterEntry): number =>
    'procedures' in entry.values ? numberIn(entry, 'procedures') : 1;
  for (const entry of entries) {
    const [due, done] = [dayIn(entry, 'dueOn') ?? to, dayIn(entry, doneKey)];
    const isDone = done !== null && done <= to;
    const isLate = isDone ? done > due : to > due;
    by[isDone ? (isLate ? 'late' : 'inTime') : isLate ? 'openLate' : 'openInTime'] += weigh(entry);
  }
  return Object.entries(by).map(([key, value]) => whole(key, value));
}

export const within = (
  entries: readonly RegisterEntry[],
  { from, to }: Period,
): readonly RegisterEntry[] => entries.filter(({ day }) => day >= from && day <= to);

const summed =
  (...keys: readonly string[]): Count =>
  (entries, period) => {
    const ours = within(entries, period);
    return [whole('entries', ours.length), ...keys.map((key) => whole(key, sum(ours, key)))];
  };

/** How many of each form: a report names plans and letters apart. */
const countDirectives: Count = (entries, period) => {
  const ours = within(entries, period);
  const forms = [...Map.groupBy(ours, ({ values }) => String(values['form']))];
  return [
    whole('entries', ours.length),
    ...forms.map(([group, some]) => ({ key: 'entries', group, value: some.length })),
  ];
};

/** Feedback is carried over until it is answered, as dossiers are. */
const countFeedback: Count = (entries, period) => {
  const [fresh, carried] = [
    within(entries, period),
    entries.filter((each) => isOpenBefore(each, period)),
  ];
  const all = [...carried, ...fresh];
  const about = FEEDBACK_ABOUT.map((group) => ({
    ...{ key: 'received', group },
    value: fresh.filter(({ values }) => values['about'] === group).length,
  }));
  return [
    whole('received', fresh.length),
    whole('carriedOver', carried.length),
    ...standings(all, period, 'answeredOn'),
    whole('dissatisfied', all.filter(({ values }) => values['satisfied'] === 'no').length),
    ...about,
  ];
};

function isOpenBefore(entry: RegisterEntry, { from }: Period): boolean {
  const answered = dayIn(entry, 'answeredOn');
  return entry.day < from && (answered === null || answered >= from);
}

const countPublications: Count = (entries, period) => {
  const ours = within(entries, period);
  return [
    whole('entries', ours.length),
    whole('procedures', sum(ours, 'procedures')),
    ...standings(ours, period, 'publishedOn'),
  ];
};

const countVertical: Count = (entries, period) =>
  [...Map.groupBy(within(entries, period), ({ values }) => String(values['agency']))].flatMap(
    ([group, ours]) =>
      ['received', 'resolved', 'pending'].map((key) => ({
        ...{ key, group },
        // What is pending is so at the end: the last that was told, not what was pending day by day.
        value: key === 'pending' ? numberIn(lastOf(ours), key) : sum(ours, key),
      })),
  );

function lastOf(entries: readonly RegisterEntry[]): RegisterEntry {
  const [first, ...others] = entries;
  if (first === undefined) throw new Error('A group without entries');
  return others.reduce((last, each) => (each.day >= last.day ? each : last), first);
}

/** The rank is of the office as a whole: the last that anybody looked up. */
const countIndex: Count = (entries, period) => {
  const ours = within(entries, period);
  const ranked = ours.filter(({ values }) => 'rank' in values);
  return [
    ...[...Map.groupBy(ours, ({ values }) => String(values['group']))].map(([group, some]) => ({
      ...{ key: 'score', group },
      value: numberIn(lastOf(some), 'score'),
    })),
    ...(ranked.length === 0 ? [] : [whole('rank', numberIn(lastOf(ranked), 'rank'))]),
  ];
};

const countOther: Count = (entries, period) =>
  within(entries, period).map((entry) => ({
    ...{ key: 'value', group: String(entry.values['label']) },
    value: numberIn(entry, 'value'),
  }));

/**
 * The lines those figures are counted from: of feedback also what was carried over.
 *
 * @example linesOf('feedback', entries, january) // what came, and what was open before
 */
export const linesOf = (
  kind: RegisterKind,
  entries: readonly RegisterEntry[],
  period: Period,
): readonly RegisterEntry[] => [
  ...(kind === 'feedback' ? entries.filter((each) => isOpenBefore(each, period)) : []),
  ...within(entries, period),
];

const COUNTS = {
  feedback: countFeedback,
  directive: countDirectives,
  publication: countPublications,
  survey: summed('asked', 'satisfied'),
  outreach: summed('times', 'people'),
  vertical: countVertical,
  index766: countIndex,
  other: countOther,
} as const satisfies Record<RegisterKind, Count>;

/**
 * What a register says of a period; its entries are those told by its last day.
 *
 * @example figuresOf('survey', entries, january) // entries 2, asked 150, satisfied 147
 */
export const figuresOf = (
  kind: RegisterKind,
  entries: readonly RegisterEntry[],
  period: Period,
): readonly RegisterFigure[] =>
  COUNTS[kind](
    entries.filter(({ day }) => day <= period.to),
    period,
  ).map((figure) => ({ kind, ...figure }));
