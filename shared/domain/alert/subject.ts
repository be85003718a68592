import type { DossierId, Role, StateName, UserId } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { Countdown, Mark, PromiseClock, StepClock } from './countdown.ts';

/** Who has the dossier on the table. Without a user it lies on the desk of a department. */
export interface Holding {
  readonly userId: UserId | null;
  readonly departmentCode: string | null;
  readonly since: Mark;
  /** Whether the holder has done something with it since: then it is new to nobody. */
  readonly takenUp?: boolean;
}

/** Work still owed on a dossier that has its result; present only while it is owed. */
export interface Duty {
  readonly kind: 'digitisation.missing' | 'eResult.missing' | 'archive.missing';
  readonly since: Mark;
}

/** What came from another system and how old that knowledge is: *theo dữ liệu lúc …*. */
export interface SourceView {
  readonly asOf: Instant;
  /** When the product first heard of the dossier; thresholds passed before then are old news. */
  readonly firstImportedAt: Instant;
  /** *Đã xong trên hệ thống nguồn*, pressed by an officer: believed until the next import. */
  readonly doneAtSourceAt: Instant | null;
}

/** Everything about one dossier that alerts depend on, as it stands now. No personal data. */
export interface DossierSubject {
  readonly kind: 'dossier';
  readonly id: DossierId;
  readonly state: StateName;
  readonly procedureCode: string;
  readonly onTheSpot: boolean;
  readonly holding: Holding | null;
  /** The role whose desk it is while no officer holds it: that of the current step, else reception. */
  readonly deskRole: Role;
  readonly submitted: Mark | null;
  readonly received: Mark | null;
  /**
   * Null before acceptance, while a pause that counts is open, and without any due moment. After the finish
   * it stays as it was then.
   */
  readonly clock: PromiseClock | null;
  /** Whether a pause that stops the clock is open; a supplement under `continue` is not one. */
  readonly paused: boolean;
  /** When the last such pause ended: what was passed during it is told from then on. */
  readonly resumedAt: Instant | null;
  readonly step: StepClock | null;
  /** An officer proposed Mẫu 02 and nobody has sent it. */
  readonly supplementProposed: Mark | null;
  /** The period in which the citizen is to respond. */
  readonly supplementRespond: Countdown | null;
  /** The supplement came and the officer has not acted since. */
  readonly supplementArrived: Mark | null;
  /** Came to *Có kết quả, chờ trả*. */
  readonly resultReady: Mark | null;
  /** Set when the dossier finished after its due moment. */
  readonly finishedLate: boolean;
  readonly apologised: boolean;
  readonly duties: readonly Duty[];
  readonly source: SourceView | null;
}

/** A source system of the unit; `asOf.at` is the moment its last data speaks of. */
export interface SourceSubject {
  readonly kind: 'source';
  readonly id: string;
  readonly asOf: Mark;
}

/** The official days of one year, which the State announces late in the year before. */
export interface CalendarSubject {
  readonly kind: 'calendar';
  readonly id: string;
  readonly year: number;
  readonly lacking: boolean;
}

/** A delivery that died or an import that failed; null once sent again, mended or put aside. */
export interface FailureSubject {
  readonly kind: 'delivery' | 'import';
  readonly id: string;
  readonly failed: Mark | null;
}

/** A report issue on its way: a draft to look at, a day by which to send it. */
export interface ReportSubject {
  readonly kind: 'report';
  readonly id: string;
  readonly ready: Mark | null;
  readonly due: Countdown | null;
}

/** *Phản ánh, kiến nghị* with its own clock: the answer runs out whatever becomes of any dossier. */
export interface FeedbackSubject {
  readonly kind: 'feedback';
  readonly id: string;
  /** Null once it is answered. */
  readonly due: Countdown | null;
}

export type UnitSubject =
  SourceSubject | CalendarSubject | FailureSubject | ReportSubject | FeedbackSubject;

export type Subject = DossierSubject | UnitSubject;

const OPEN_STATES: ReadonlySet<StateName> = new Set([
  'received',
  'processing',
  'awaitingSupplement',
  'awaitingPayment',
  'onHold',
]);

/** Whether the office still owes a result: contract §2.3. */
export const isOpen = (dossier: DossierSubject): boolean => OPEN_STATES.has(dossier.state);
