import type { Instant } from '../working-time/index.ts';
import type { DueOutcome, PauseCause } from '../deadline/index.ts';
import type { DossierEvent } from './event.ts';
import type { Intake } from './intake.ts';
import type { UserId } from './actor.ts';

/** The words of contract §2.3; the national code of each stands in `national-status.ts`. */
export type StateName =
  | 'submitted'
  | 'awaitingIntakeSupplement'
  | 'received'
  | 'processing'
  | 'awaitingSupplement'
  | 'awaitingPayment'
  | 'onHold'
  | 'resultReady'
  | 'returned'
  | 'refused'
  | 'stopped'
  | 'withdrawn'
  | 'annulled';

/** Who holds the dossier: *Người đang giữ hồ sơ*. */
export interface Holder {
  readonly userId?: UserId;
  readonly departmentCode?: string;
  /** An agency outside the unit (liên thông): the dossier is theirs to move. */
  readonly agency?: string;
}

/** One stay at a step, from the completion of the one before; a step returned to is stayed at twice. */
export interface StepStay {
  readonly key: string;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly ended?: 'completed' | 'returned' | 'finished';
}

export interface OpenPause {
  readonly cause: PauseCause;
  readonly from: Instant;
}

export type Outcome = 'issued' | 'refused' | 'stopped' | 'withdrawn';

/** What a dossier is now: the fold of its effective events, and those events themselves. */
export interface DossierState {
  readonly name: StateName;
  readonly intake: Intake;
  /** Version of the last event appended, corrections and annotations included. */
  readonly version: number;
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly variantKey: string | null;
  readonly holder: Holder | null;
  /** Who held it before it went to another agency: back there it returns. */
  readonly holderBeforeAgency: Holder | null;
  /** Whether somebody has begun: the end of a pause returns to `processing`, else to `received`. */
  readonly underway: boolean;
  readonly steps: readonly StepStay[];
  readonly openPauses: readonly OpenPause[];
  readonly respondBy: Instant | null;
  /** A supplement proposed by the handling officer that reception has not sent yet. */
  readonly supplementProposedAt: Instant | null;
  /** What the last clock event said; null before acceptance. */
  readonly due: DueOutcome | null;
  readonly originalDueAt: Instant | null;
  readonly extensions: number;
  readonly outcome: Outcome | null;
  readonly finishedAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly annulled: boolean;
  /** The primary dossier of a liên thông case: only that one counts. */
  readonly linkedTo: string | null;
  /** Every event ever appended, in order of version. */
  readonly history: readonly DossierEvent[];
}
