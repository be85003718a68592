import type { FeedbackAim, RegisterTelling } from '../register/index.ts';
import type {
  DigitisationColumn,
  Ii06bColumn,
  Indicator,
  NamedPeriod,
  Population,
  RefusalParty,
  ScheduledReport,
  StoodRow,
} from '../report/index.ts';
import type { Day } from '../working-time/index.ts';

/** The kinds of reports whose text has a template. */
export type TextTemplate = ScheduledReport | 'yearToDate';

/** What people call a row, and how many stand in it. */
export interface NamedCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

export interface IndicatorShare {
  readonly indicator: Indicator;
  readonly subject: 'dossiers' | 'procedures';
  readonly population: Population;
  readonly numerator: number;
  readonly denominator: number;
  readonly targetPercent: number | null;
  readonly needed: number | null;
}

/** What a section of the report counts, over its own days. */
export interface SectionFigures {
  readonly from: Day;
  readonly to: Day;
  readonly ii06b: Readonly<Record<Ii06bColumn, number>>;
  /** Column (3), field by field. */
  readonly fields: readonly NamedCount[];
  readonly digitisation: Readonly<Record<DigitisationColumn, number>>;
  readonly indicators: readonly IndicatorShare[];
}

/** Another period, to compare with. */
export interface ComparedFigures {
  readonly named: NamedPeriod;
  readonly ii06b: Readonly<Record<Ii06bColumn, number>>;
}

/** What only whole histories tell; a city has none of its own. */
export interface LifeFigures {
  readonly refusals: readonly NamedCount[];
  readonly refusalParties: Readonly<Record<RefusalParty, number>>;
  /** Late in the commune's own hands, and in those of another agency. */
  readonly lateOfCommune: number;
  readonly lateOfAgency: number;
  readonly stood: Readonly<Record<StoodRow, number>>;
  readonly partlyLate: number;
  readonly partlyLateOpen: number;
  readonly apologies: number;
  readonly outOfArea: number;
  /** *Liên thông*: dossiers of a bundle of procedures. */
  readonly bundled: number;
}

/** Of whom a city's figures are the sum, by their names. */
export interface Contributors {
  readonly all: number;
  readonly counted: number;
  /** *Từ tệp*: a file tells no parts and wholes. */
  readonly fromFiles: readonly string[];
  readonly late: readonly string[];
  readonly missing: readonly string[];
}

export type TextSection = 'main' | 'cumulative' | 'week';

/** Everything the automatic sentences of a report may speak of. */
export interface TextFigures {
  readonly template: TextTemplate;
  readonly sections: Readonly<{ main: SectionFigures }> &
    Readonly<Partial<Record<TextSection, SectionFigures>>>;
  readonly sources: readonly NamedCount[];
  /** *Ngành dọc*: never added to the commune's own. */
  readonly vertical: Readonly<Record<Ii06bColumn, number>>;
  readonly lives: LifeFigures | null;
  /** What the office has entered by hand; no figure of dossiers is in it. */
  readonly registers: RegisterTelling;
  /** Null where the city has given no target for feedback. */
  readonly feedbackAim: FeedbackAim | null;
  /** Null where nothing is known of that period. */
  readonly previous: ComparedFigures | null;
  readonly lastYear: ComparedFigures | null;
  /** A city's alone. */
  readonly contributors?: Contributors;
}
