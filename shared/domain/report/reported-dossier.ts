import type { Intake, Outcome, Span } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';

/** What was known of the dossier from its birth, as far as reports ask. */
export type ReportedIntake = Pick<
  Intake,
  | 'procedure'
  | 'channel'
  | 'sources'
  | 'bundle'
  | 'outOfArea'
  | 'assistedAtCounter'
  | 'notViaCentre'
>;

/** F of contract §3.1, with the due moment in force at it, an open pause closed by it. */
export interface Finish {
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly dueAt: Instant | null;
  readonly beforeExtensionAt: Instant | null;
}

/** When something was first told of the dossier; absent while it was not. */
export interface ReportedFacts {
  readonly componentsDigitisedAt?: Instant;
  readonly resultDigitisedAt?: Instant;
  readonly electronicResultAt?: Instant;
  readonly archivedAt?: Instant;
  readonly dataReusedAt?: Instant;
  /** The first charge that is not nothing: *phát sinh nghĩa vụ tài chính*. */
  readonly feeChargedAt?: Instant;
  readonly feePaidOnlineAt?: Instant;
}

/** One stay at a step with the moment its own clock ran out or would have. */
export interface ReportedStay {
  readonly stepKey: string;
  readonly departmentCode: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly dueAt: Instant | null;
}

/**
 * A dossier as reports see it: a few facts of its whole effective history and its spans, which are read only
 * where a period's end finds it open. A row of facts in a database answers the same questions.
 */
export interface ReportedDossier {
  readonly id: string;
  readonly unit: string;
  readonly intake: ReportedIntake;
  /** In no report, whatever the period: annulled, or counted with its primary (liên thông). */
  readonly leftOut: 'annulled' | 'linked' | null;
  /** R of contract §3.1; null while it was never accepted nor refused. */
  readonly receivedAt: Instant | null;
  readonly finish: Finish | null;
  /** From when on it has a due moment at all, be it suspended; null: *chưa có hạn*. */
  readonly dueKnownFrom: Instant | null;
  readonly spans: readonly Span[];
  readonly stays: readonly ReportedStay[];
  readonly facts: ReportedFacts;
}
