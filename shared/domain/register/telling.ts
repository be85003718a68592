import type { Period } from '../report/index.ts';
import type { RegisterEntry } from './entry.ts';
import { figuresOf, linesOf, within, type RegisterFigure } from './figures.ts';
import { REGISTER_KINDS, type RegisterKind } from './kind.ts';

/** *Số liệu khác*, with its unit and where it comes from. */
export interface OtherFigure {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

/** The lines of a register behind its figures, over the days they are counted over. */
export interface RegisterList {
  readonly kind: RegisterKind;
  readonly days: Period;
  readonly entries: readonly RegisterEntry[];
}

/** What the registers say to a report: over its own days, feedback over days that may be others (21 → 20). */
export interface RegisterTelling {
  readonly feedbackDays: Period;
  readonly figures: readonly RegisterFigure[];
  readonly others: readonly OtherFigure[];
  /** Of every register in which anything stands. */
  readonly lists: readonly RegisterList[];
}

export type RegisterEntries = ReadonlyMap<RegisterKind, readonly RegisterEntry[]>;

const textOf = (value: string | number | undefined): string =>
  value === undefined ? '' : String(value);

const otherOf = ({ values }: RegisterEntry): OtherFigure => ({
  label: textOf(values['label']),
  value: Number(values['value'] ?? 0),
  unit: textOf(values['unit']),
  source: textOf(values['source']),
});

/**
 * What a report tells of the registers.
 *
 * @example registerTelling(entries, { main: january, feedback: 21/12–20/01 }).figures
 */
export function registerTelling(
  entries: RegisterEntries,
  { main, feedback }: { readonly main: Period; readonly feedback: Period },
): RegisterTelling {
  const daysOf = (kind: RegisterKind): Period => (kind === 'feedback' ? feedback : main);
  return {
    feedbackDays: feedback,
    figures: REGISTER_KINDS.flatMap((kind) =>
      figuresOf(kind, entries.get(kind) ?? [], daysOf(kind)),
    ),
    others: within(entries.get('other') ?? [], main).map(otherOf),
    lists: REGISTER_KINDS.flatMap((kind) => {
      const days = daysOf(kind);
      const lines = linesOf(kind, entries.get(kind) ?? [], days);
      return lines.length === 0 ? [] : [{ kind, days, entries: lines }];
    }),
  };
}
