import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import type { Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';

/** The installation itself: acts that belong to no unit, such as a failed sign-in. */
export const INSTALLATION = 0;

export interface AuditActor {
  readonly kind: 'user' | 'key' | 'system' | 'nobody';
  readonly id: string;
}

/** Somebody of whom we know nothing but the request. */
export const NOBODY: AuditActor = { kind: 'nobody', id: '' };

/** Where acts on an account of one's own are told: the first of the units. */
export const homeOf = ({ units }: RequestActor): number => units[0]?.id ?? INSTALLATION;

/** Where an act came from. */
export type Whence = Pick<HttpRequest, 'id' | 'ip'>;

/** One act. Codes, ids and settings only: no personal data, no free text about persons. */
export interface AuditNote {
  /** Absent: the installation. */
  readonly unitId?: number;
  readonly actor: AuditActor | RequestActor;
  /** `user.changed`, `session.opened`: noun and past participle. */
  readonly act: string;
  readonly outcome?: 'done' | 'denied' | 'failed';
  readonly subject?: { readonly type: string; readonly id: string };
  /** What was before and after, and why. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly from?: Whence | undefined;
}

/** An act as the row of the audit table takes it. */
interface AuditLine {
  readonly officeAt: number;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly act: string;
  readonly outcome: string;
  readonly subject?: { readonly type: string; readonly id: string };
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
  readonly address?: string;
}

export const addressOf = (ip: string): string | undefined => (isIP(ip) === 0 ? undefined : ip);

const auditLine = (note: AuditNote, officeAt: number): AuditLine => {
  const address = note.from && addressOf(note.from.ip);
  return {
    officeAt,
    actor: { kind: note.actor.kind, id: note.actor.id },
    act: note.act,
    outcome: note.outcome ?? 'done',
    ...(note.subject && { subject: note.subject }),
    ...(note.facts && { facts: note.facts }),
    ...(note.from && { requestId: note.from.id }),
    ...(address !== undefined && { address }),
  };
};

const columnsOf = (line: AuditLine): readonly unknown[] => [
  sqlInstant(line.officeAt),
  line.actor,
  line.act,
  line.outcome,
  line.subject?.type,
  line.subject?.id,
  line.facts ?? {},
  line.requestId,
  line.address,
];

/** Writes who did what into the transaction that does it: both are kept, or neither. */
@Injectable()
export class AuditBook {
  readonly #clock: Clock;

  constructor(@Inject(CLOCK) clock: Clock) {
    this.#clock = clock;
  }

  /** The transaction has to reach the unit, or unit 0 when none is named. */
  async write(transaction: Transaction, ...notes: readonly AuditNote[]): Promise<void> {
    for (const note of notes) {
      const line = auditLine(note, this.#clock.officeNow());
      await transaction.execute(
        `insert into audit (unit_id, office_at, actor, act, outcome, subject_type, subject_id, facts,
           request_id, address) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [note.unitId ?? INSTALLATION, ...columnsOf(line)],
      );
    }
  }
}
