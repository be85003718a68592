import type { DossierState } from '#domain/dossier';
import type { Instant } from '#domain/working-time';

/** Who asked, under which key, for what: the same again is answered again, not done again (I-4). */
interface Idempotency {
  /** `user:<id>` or `key:<id>`. */
  readonly actor: string;
  readonly key: string;
  /** SHA-256 of the request, in hexadecimal. */
  readonly bodyHash: string;
  /** The status of the answer, should it be done now. */
  readonly status: number;
}

/** One line of who did what. Codes and facts only, no personal data. */
export interface AuditLine {
  readonly officeAt: Instant;
  readonly actor: { readonly kind: string; readonly id: string; readonly standsInFor?: string };
  readonly act: string;
  readonly outcome: string;
  readonly subject?: { readonly type: string; readonly id: string };
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
  readonly address?: string;
}

export interface FeedLine {
  readonly op: string;
  readonly type: string;
  readonly id: string;
  readonly at: Instant;
}

export interface OutboxLine {
  readonly topic: string;
  /** Ids only: the queue is clear text. */
  readonly message: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

export interface Applicant {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly phone?: string;
  readonly idNumber?: string;
  readonly taxCode?: string;
  readonly address?: string;
  readonly email?: string;
  readonly onBehalfOf?: string;
  /** Keyed hashes by which the unit finds the same person again; hexadecimal. */
  readonly phoneHash?: string;
  readonly idHash?: string;
}

export interface SourceLine {
  readonly source: string;
  readonly externalCode: string;
  readonly sourceStatus?: string;
  readonly asOf?: Instant;
  readonly knownAt: Instant;
  readonly differences?: unknown;
}

/** The leader's answer that this command carries out; kept or not kept together with it. */
export interface ApprovalAnswer {
  readonly id: string;
  readonly status: 'approved' | 'returned' | 'void';
  readonly decidedBy: { readonly kind: string; readonly id: string };
  readonly decidedAt: Instant;
  readonly answer?: string;
}

export interface Append {
  readonly unit: number;
  readonly dossierId: string;
  /** The version the command was decided on; 0 for a dossier that is not there yet. */
  readonly expectedVersion: number;
  /** The calendar it was counted with; absent where no other would count differently. */
  readonly calendar?: string;
  /** After the command; what its history holds beyond the expected version is appended. */
  readonly state: DossierState;
  /** What only a calendar and the rules can tell of the state. */
  readonly signals: {
    readonly stepDueAt: Instant | null;
    readonly nextSignalAt: Instant | null;
    /** From when on the dossier is *Sắp đến hạn*; absent where nobody said. */
    readonly nearAt?: Instant | null;
  };
  /** For a new dossier: the unit's code, from which its own code is made without holes. */
  readonly unitCode?: string;
  readonly applicant?: Applicant;
  readonly sources?: readonly SourceLine[];
  readonly lookup?: { readonly sealed: string; readonly hash: string };
  /** The applicant said at the receipt that they may be told; whoever asked them. */
  readonly consent?: { readonly at: Instant; readonly by: string };
  readonly approval?: ApprovalAnswer;
  readonly audit: readonly AuditLine[];
  readonly feed?: readonly FeedLine[];
  readonly outbox?: readonly OutboxLine[];
  readonly idempotency?: Idempotency;
}

export interface Replayed {
  readonly kind: 'replayed';
  readonly status: number;
  readonly id: string | null;
  readonly version: number | null;
}

/** Refusals are values: only a broken database throws. */
export type Appended =
  | { readonly kind: 'appended'; readonly version: number; readonly code: string }
  /** Somebody was quicker: the version there is now (412). */
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'missing' }
  | Replayed
  /** The key was used for another body (422). */
  | { readonly kind: 'keyReused' }
  /** The official or external code is another dossier's (409 `dossier-exists`). */
  | { readonly kind: 'known'; readonly dossierId: string }
  | { readonly kind: 'approvalClosed' }
  /** Another calendar came into force meanwhile: to be decided anew. */
  | { readonly kind: 'calendarMoved' }
  /** The same dossier or the same key is being worked on right now. */
  | { readonly kind: 'busy' };
