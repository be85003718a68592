import type { Role, UserId } from '../dossier/index.ts';

/** An officer, or the desk of a role: whoever serves at it sees the one row. */
export type Recipient =
  | { readonly kind: 'user'; readonly userId: UserId }
  | { readonly kind: 'desk'; readonly role: Role; readonly departmentCode: string | null };

/** How high in the office an alert has climbed. */
export type Level = 'officer' | 'head' | 'director' | 'viceChair';

export type LeadingLevel = Exclude<Level, 'officer'>;

/** *Lý do nhận cảnh báo*. */
export type ReasonCode = 'holder' | 'desk' | 'named' | LeadingLevel;

/** Somebody who is to be told, and why it is they. */
export interface Addressee {
  readonly recipient: Recipient;
  readonly level: Level;
  readonly reason: ReasonCode;
  /** The absent officer in whose place the recipient is told. */
  readonly standsInFor: UserId | null;
}

/** Stable text of a recipient; part of the alert's identity. */
export const recipientKey = (recipient: Recipient): string =>
  recipient.kind === 'user'
    ? `user:${recipient.userId}`
    : `desk:${recipient.role}:${recipient.departmentCode ?? ''}`;
