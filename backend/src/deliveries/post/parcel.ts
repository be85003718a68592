import type { DeliveryFault } from '#contract/deliveries';
import type { DeliveryChannel } from '#contract/alerts';
import type { AlertKind, Hush, ReasonCode, Severity } from '#domain/alert';

/** One way to the people of one unit: what is slow or shut there keeps nobody else waiting. */
export interface Lane {
  readonly unitId: number;
  readonly channel: DeliveryChannel;
}

/** All that one person is to be told by one way now: it leaves in one message. */
export interface Parcel extends Lane {
  /** The same for every try of the same rows: by it a receiver knows a repetition. */
  readonly id: string;
  readonly userId: string;
  readonly alertIds: readonly string[];
  readonly tries: number;
  readonly firstTriedAt: number;
  /** Whether it has been on its way before: somebody may have it already. */
  readonly isRepeated: boolean;
}

/** An alert as it stands at the moment of sending. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: AlertKind;
  readonly severity: Severity;
  readonly reason: ReasonCode;
  readonly status: 'open' | 'acknowledged' | 'snoozed' | 'closed';
  readonly subjectId: string;
  readonly dossierId: string | null;
  readonly dossierCode: string | null;
  readonly dueAt: number;
  readonly asOf: number | null;
  readonly bundleAt: number | null;
  readonly hush: Hush | null;
}

/** Whom it is for, and where they can be reached. */
export interface Addressee {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly unitName: string;
  readonly isDisabled: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly zaloUserId: string | null;
}

/** A parcel with everything a message is made of. */
export interface Letter {
  readonly parcel: Parcel;
  readonly to: Addressee;
  readonly notices: readonly NoticeRow[];
  /** By the office's clock. */
  readonly now: number;
}

/** An attempt that came to nothing, and is to be made again. */
export interface Waiting {
  readonly fate: 'waits';
  readonly fault: DeliveryFault;
  /** Whether nobody has the message; otherwise it goes again as the very same one. */
  readonly isSure: boolean;
  /** Whether nobody in this lane gets through now. */
  readonly isShut: boolean;
}

/** What became of an attempt. `nowhere`: by this way nobody is reached, and nobody is to be blamed. */
export type Fate =
  | { readonly fate: 'sent' }
  | { readonly fate: 'nowhere' | 'dead'; readonly fault: DeliveryFault }
  | Waiting;

/** Carries letters by one channel. Never throws: what happened is an answer. */
export interface Courier {
  readonly channel: DeliveryChannel;
  /** Whether a lane that is shut is waited for as long as it takes; otherwise for a day. */
  readonly isPatient: boolean;
  carry(letter: Letter): Promise<Fate>;
}

export const SENT: Fate = { fate: 'sent' };

export const nowhere = (fault: DeliveryFault): Fate => ({ fate: 'nowhere', fault });

export const dead = (fault: DeliveryFault): Fate => ({ fate: 'dead', fault });

export const waits = (
  fault: DeliveryFault,
  { isSure, isShut }: Pick<Waiting, 'isSure' | 'isShut'>,
): Fate => ({ fate: 'waits', fault, isSure, isShut });
