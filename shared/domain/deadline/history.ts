import type { Instant } from '../working-time/index.ts';
import type { CountingMode, Limits, SupplementPolicy, Variant } from './allowance.ts';

export type PauseCause = 'supplement' | 'payment' | 'hold';

/** A stretch during which the office waits: half-open [from, to); without `to` it is still open. */
export interface Pause {
  readonly cause: PauseCause;
  readonly from: Instant;
  readonly to?: Instant;
  /**
   * Whether a source told us the end. Such a pause is already inside the due moment the source declared and
   * does not move it; one ended by a command here moves it by its whole length, wherever it began.
   */
  readonly endedBySource?: boolean;
}

/** A due moment fixed by somebody else than our own counting, in force from `at` on. */
export interface FixedDue {
  readonly kind: 'declared' | 'extended';
  readonly at: Instant;
  readonly dueAt: Instant;
  /** Whether a source declared it: it falls when another source becomes the primary one. */
  readonly bySource?: true;
  /**
   * What was told of it since, in order of time: waits move it, and the citizen keeps what was told. What was
   * told after a new receipt had taken its place is our own counting and is not kept here.
   */
  readonly told?: readonly ToldDue[];
}

/** A due moment as it was told, and the calendar it was counted with. */
export interface ToldDue {
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly calendarVersion: string;
}

/** All that the due moment depends on, in order of time. Recomputed whole, never chained. */
export interface ClockHistory {
  /** The receipt, or the last moment the dossier came to `submitted` where the clock starts there. */
  readonly startedAt: Instant;
  /** Chosen at receipt or by `termAgreed`; its allowance replaces the three limits. */
  readonly variantKey?: string;
  /**
   * When `termAgreed` chose the variant; absent where it was chosen at receipt. A term agreed after an
   * extension may put the due moment off again, an earlier one may not.
   */
  readonly termAgreedAt?: Instant;
  /**
   * The variant in force when the first extension was given, where a term agreed later has replaced it: what
   * reports hold the office to is the due moment before the extension, and no later agreement moves it.
   */
  readonly beforeExtension?: Pick<ClockHistory, 'variantKey'>;
  readonly pauses: readonly Pause[];
  readonly fixed: readonly FixedDue[];
}

/** The rules in force for the dossier: from its procedure version and its unit. */
export interface ClockRules {
  /** Absent: an unknown procedure. Without a declared due moment there is then no due moment at all. */
  readonly limits?: Limits;
  readonly variants?: readonly Variant[];
  readonly mode: CountingMode;
  readonly onSupplement: SupplementPolicy;
}
