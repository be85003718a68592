import type { Role, UserId } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { AlertKind, Severity } from './kind.ts';
import { recipientKey, type Level, type ReasonCode, type Recipient } from './recipient.ts';
import type { Subject } from './subject.ts';
import type { ThresholdKey } from './threshold.ts';

/** What makes an alert the same alert: it is recorded once, however often and by whomever it is found. */
export interface AlertKey {
  readonly subjectKind: Subject['kind'];
  readonly subjectId: string;
  readonly kind: AlertKind;
  readonly threshold: ThresholdKey;
  readonly revision: number;
  readonly recipient: Recipient;
}

/**
 * The key as one text, for comparing.
 * @example alertKeyText(key) // 'dossier/0198…|dossier.near|-1d|7|user:hoa'
 */
export const alertKeyText = (key: AlertKey): string =>
  [
    `${key.subjectKind}/${key.subjectId}`,
    key.kind,
    key.threshold,
    String(key.revision),
    recipientKey(key.recipient),
  ].join('|');

/**
 * Why an alert is recorded but not pushed one by one: it was passed while nobody looked and a graver truth
 * is told instead; or it had been passed before the dossier was imported.
 */
export type Hush = 'missedWhileDown' | 'beforeImport';

/** The one line a desk gets for all its same-day dossiers. */
export interface Bundle {
  readonly at: Instant;
  readonly deskRole: Role;
  readonly departmentCode: string | null;
}

/** A row: codes and facts, never a sentence. */
export interface Alert {
  readonly key: AlertKey;
  readonly severity: Severity;
  readonly level: Level;
  readonly reason: ReasonCode;
  readonly standsInFor: UserId | null;
  /** The moment of the threshold or rung, whenever the row came to be written. */
  readonly raisedAt: Instant;
  readonly dueAt: Instant;
  /** *Theo dữ liệu lúc …*; null for what happened here. */
  readonly asOf: Instant | null;
  readonly status: 'open' | 'superseded';
  readonly hush: Hush | null;
  readonly bundle: Bundle | null;
}

/** What is on record about an alert raised earlier. */
export interface RaisedAlert {
  readonly key: AlertKey;
  readonly status: 'open' | 'acknowledged' | 'snoozed' | 'closed';
  /** Kept when the alert closes: the ladder stops for good at the first acknowledgement. */
  readonly acknowledgedAt: Instant | null;
  readonly snoozedUntil: Instant | null;
}
