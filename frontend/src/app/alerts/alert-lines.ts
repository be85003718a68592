import type { AlertItem } from '#contract/alerts';
import { SEVERITY_RANK } from '#domain/alert';

/** A line of the list: an alert, or all that a desk has to finish by one moment. */
export interface AlertLine {
  readonly key: string;
  /** What an act upon the line is done to. */
  readonly alerts: readonly AlertItem[];
  /** The gravest of them, which the line speaks of. */
  readonly head: AlertItem;
  readonly isBundle: boolean;
  /** Lines that stand behind this one; they are drawn while it is open. */
  readonly hidden: number;
  readonly level: 1 | 2;
}

interface Group {
  readonly key: string;
  readonly isBundle: boolean;
  readonly alerts: readonly AlertItem[];
}

/** The gravest first; of equals the one that has waited longest. */
const byGravity = (one: AlertItem, other: AlertItem): number =>
  SEVERITY_RANK[other.severity] - SEVERITY_RANK[one.severity] ||
  Date.parse(one.dueAt) - Date.parse(other.dueAt) ||
  Date.parse(one.raisedAt) - Date.parse(other.raisedAt) ||
  (one.id < other.id ? -1 : 1);

const newestFirst = (one: AlertItem, other: AlertItem): number =>
  Date.parse(other.raisedAt) - Date.parse(one.raisedAt) || (one.id < other.id ? -1 : 1);

const groupKey = ({ id, dossierId, bundle }: AlertItem): string => {
  if (bundle === null) return dossierId ?? id;
  return `${bundle.at}/${bundle.deskRole}/${bundle.departmentCode ?? ''}`;
};

const groupsOf = (alerts: readonly AlertItem[]): readonly Group[] =>
  [...Map.groupBy(alerts, groupKey)].map(([key, own]) => ({
    key,
    isBundle: own.length > 1 && own[0]?.bundle !== null,
    alerts: own.toSorted(byGravity),
  }));

/** One line, as far as there is anything in the group. */
const linesOfGroup = (
  { key, isBundle, alerts }: Group,
  expanded: ReadonlySet<string>,
): readonly AlertLine[] => {
  const [head, ...others] = alerts;
  if (head === undefined) return [];
  const behind = isBundle ? alerts : others;
  const first = { key, head, isBundle, hidden: behind.length, level: 1 } as const;
  const lines = behind.map((alert): AlertLine => ({
    ...{ key: alert.id, alerts: [alert], head: alert },
    ...{ isBundle: false, hidden: 0, level: 2 },
  }));
  return [{ ...first, alerts: isBundle ? alerts : [head] }, ...(expanded.has(key) ? lines : [])];
};

/**
 * Alerts as they are read: one line a dossier and one a desk's same-day work, the gravest and oldest first.
 *
 * @example linesOf([near, overdue], new Set()) // one line of their dossier: overdue, with one behind it
 */
export const linesOf = (
  alerts: readonly AlertItem[],
  expanded: ReadonlySet<string>,
): readonly AlertLine[] =>
  groupsOf(alerts)
    .toSorted((one, other) => {
      const [a, b] = [one.alerts[0], other.alerts[0]];
      return a === undefined || b === undefined ? 0 : byGravity(a, b);
    })
    .flatMap((group) => linesOfGroup(group, expanded));

/** What came last, one line a dossier: for a glance. */
export const newestLines = (alerts: readonly AlertItem[], most: number): readonly AlertLine[] =>
  groupsOf(alerts.toSorted(newestFirst))
    .slice(0, most)
    .flatMap((group) => linesOfGroup(group, new Set()));
