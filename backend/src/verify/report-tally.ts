import {
  MONTH_STARTS_ON,
  boundsOf,
  columnsOfPassage,
  passageOf,
  periodOf,
  type Bounds,
  type Ii06bColumn,
  type LatenessRules,
  type Passage,
  type ReportedDossier,
} from '#domain/report';
import { DAY_MS, dayOf, formatDay, type Instant } from '#domain/working-time';

/** A reporting month, named by the day on which it ends. */
export interface ReportingMonth extends Bounds {
  readonly name: string;
}

/** How often each column counts, month by month. */
type Counts = Map<string, Map<Ii06bColumn, number>>;

/** From the 15th to the 14th, whatever the length of the months between. */
const monthOf = (at: Instant): ReportingMonth => {
  const [year, month, date] = formatDay(dayOf(at)).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const next = date >= MONTH_STARTS_ON ? 1 : 0;
  const december = month + next > 12;
  const named = { year: december ? year + 1 : year, month: december ? 1 : month + next };
  const period = periodOf({ kind: 'month', ...named });
  return { ...boundsOf(period), name: formatDay(period.to) };
};

const monthAfter = ({ end }: ReportingMonth): ReportingMonth => monthOf(end);

/** Every month from the first moment to the last, both included. */
export function* monthsFrom(first: Instant, last: Instant): Generator<ReportingMonth> {
  for (let month = monthOf(first); month.start <= last; month = monthAfter(month)) yield month;
}

/**
 * Counts II.06b as the events tell it, one dossier after the other: nothing of a dossier is kept but the
 * columns it stands in.
 */
export class ReportTally {
  readonly counts: Counts = new Map();
  readonly #rules: LatenessRules;
  readonly #last: Instant;

  constructor(rules: LatenessRules, last: Instant) {
    this.#rules = rules;
    this.#last = last;
  }

  /** Counts a dossier; gives the months whose (13) it does not leave as it enters the next one's (6). */
  add(dossier: ReportedDossier): readonly string[] {
    const { receivedAt, finish, intake } = dossier;
    if (receivedAt === null || intake.procedure.authority !== 'commune') return [];
    const until = Math.min(this.#last, (finish?.at ?? this.#last) + 31 * DAY_MS);
    const torn: string[] = [];
    let before: Passage | null = null;
    for (const month of monthsFrom(receivedAt, until as Instant)) {
      const passage = passageOf(dossier, month, this.#rules);
      if (isPending(before) !== isCarriedOver(passage)) torn.push(month.name);
      if (passage !== null) this.#count(month.name, passage);
      before = passage;
    }
    return torn;
  }

  #count(month: string, passage: Passage): void {
    const columns = this.counts.get(month) ?? new Map<Ii06bColumn, number>();
    this.counts.set(month, columns);
    for (const column of columnsOfPassage(passage, 16)) {
      columns.set(column, (columns.get(column) ?? 0) + 1);
    }
  }
}

const isPending = (passage: Passage | null): boolean =>
  passage !== null && columnsOfPassage(passage, 16).includes('pending');

const isCarriedOver = (passage: Passage | null): boolean => passage?.entry === 'carriedOver';
