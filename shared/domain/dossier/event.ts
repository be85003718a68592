import type { Allowance, DueOutcome } from '../deadline/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { Actor, UserId } from './actor.ts';
import type { Intake, SourceRecord } from './intake.ts';

/** An event or a command that says all by its name. */
export type Nothing = Readonly<Record<string, never>>;

/** `online` is what reports count; other systems have words of their own for the rest. */
export type PaymentMethod = string;
/** *Vướng mắc*: screens offer a list, other systems have words of their own. */
export type DifficultyKind = string;

/** What each event of contract §2.2 says. Codes, amounts and moments only: no personal data, no free text. */
export interface EventPayloads {
  readonly submitted: { readonly intake?: Intake };
  readonly received: {
    readonly intake?: Intake;
    readonly declaredDueAt?: Instant;
    readonly officialCode?: string;
    /** The step whose clock begins now; imported dossiers have none until they are handled here. */
    readonly firstStepKey?: string;
  };
  readonly refused: { readonly intake?: Intake; readonly reasonCode: string };
  /** `reasonCode`: where no person gave a reason, as when a whole import is undone. */
  readonly annulled: { readonly reasonCode?: string };
  readonly linked: { readonly dossierId: string };
  readonly unlinked: { readonly dossierId: string };
  readonly dueRevised: {
    readonly cause: 'calendar' | 'source' | 'correction';
    /** The later promise of the source; absent when only our own counting moved. */
    readonly declaredDueAt?: Instant;
    /** The source that is the primary one from now on: its promise alone counts, or none. */
    readonly primary?: SourceRecord;
  };
  readonly termAgreed: { readonly variantKey: string };
  readonly assigned: { readonly userId?: UserId; readonly departmentCode?: string };
  readonly stepStarted: { readonly stepKey: string };
  readonly stepCompleted: {
    readonly stepKey: string;
    readonly nextStepKey?: string;
    /** Where the dossier goes with the next step. */
    readonly nextDepartmentCode?: string;
  };
  readonly stepReturned: { readonly toStepKey: string };
  readonly supplementProposed: Nothing;
  readonly supplementRequested: { readonly respondBy?: Instant };
  /** `endsWait`: the unit restarts the clock when papers are handed in, not when they are checked. */
  readonly supplementSubmitted: { readonly endsWait: boolean; readonly declaredDueAt?: Instant };
  readonly supplementReceived: { readonly declaredDueAt?: Instant };
  readonly supplementExpired: Nothing;
  readonly paymentRequested: { readonly amount: number };
  readonly paymentReceived: {
    readonly amount: number;
    readonly method: PaymentMethod;
    readonly declaredDueAt?: Instant;
  };
  readonly held: { readonly basisCode: string };
  readonly resumed: { readonly declaredDueAt?: Instant };
  readonly extended: { readonly dueAt: Instant };
  readonly resultIssued: { readonly documentNo?: string };
  readonly returned: { readonly method: string };
  readonly withdrawn: Nothing;
  readonly stopped: { readonly reasonCode: string };
  readonly corrected: Correction;
  readonly voided: {
    readonly version: number;
    readonly dues: readonly RevisedDue[];
    readonly reasonCode?: string;
  };
  readonly noteAdded: Nothing;
  readonly difficultyNoted: { readonly kind: DifficultyKind };
  readonly componentsDigitised: Nothing;
  readonly resultDigitised: Nothing;
  readonly electronicResultIssued: Nothing;
  readonly archivedToStore: Nothing;
  readonly dataReused: Nothing;
  readonly feeCharged: { readonly amount: number };
  readonly feePaid: { readonly amount: number; readonly method: PaymentMethod };
  readonly sentToAgency: { readonly agency: string; readonly allowance?: Allowance };
  readonly backFromAgency: Nothing;
  readonly apologyIssued: { readonly documentNo?: string; readonly publishedAt?: Instant };
}

export type EventType = keyof EventPayloads;

/** Events that tell what happened in the office; the others tell how earlier ones are to be read. */
export type OfficeEventType = Exclude<EventType, 'corrected' | 'voided'>;

/** A mistake mended: an event changed in time or content, or one that was forgotten inserted. */
type Correction = {
  /** Due moments of the events after the mended one, computed anew: the past is told, not guessed. */
  readonly dues: readonly RevisedDue[];
} & (
  { readonly version: number; readonly changes: EventChanges } | { readonly insert: InsertedEvent }
);

export interface EventChanges {
  readonly occurredAt?: Instant;
  /** Replaces members of the payload; checked against the event's own type when decided. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

export type InsertedEvent = {
  [Type in OfficeEventType]: {
    readonly type: Type;
    readonly occurredAt: Instant;
    readonly payload: EventPayloads[Type];
  };
}[OfficeEventType];

export interface RevisedDue {
  readonly version: number;
  readonly due: DueOutcome;
}

/** Free text of an event. Kept apart from the payload: the store puts it into an erasable side table. */
export type EventTexts = Readonly<
  Partial<Record<'reason' | 'items' | 'note' | 'backdateReason' | 'url', string>>
>;

interface Recorded {
  readonly version: number;
  /** When it happened in the office. */
  readonly occurredAt: Instant;
  /** When it was entered. */
  readonly recordedAt: Instant;
  readonly backdated: boolean;
  readonly actor: Actor;
  readonly texts?: EventTexts;
  /** Present on every event that changes the due moment. */
  readonly due?: DueOutcome;
  /** The source that told us, for events that came by import. */
  readonly source?: SourceRecord['source'];
}

export type EventOf<Type extends EventType> = {
  [T in Type]: Recorded & { readonly type: T; readonly payload: EventPayloads[T] };
}[Type];

export type DossierEvent = EventOf<EventType>;
export type OfficeEvent = EventOf<OfficeEventType>;
