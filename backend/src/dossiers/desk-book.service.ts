import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { AuditLine, Replayed } from './store/append.ts';
import type { Asked } from './store/event-store.service.ts';

interface Done {
  readonly id: string;
  readonly status: number;
  readonly version: number | null;
}

const CLAIM = `insert into idempotency (actor, key, body_hash, status, id, version)
  values ($1, $2, decode($3, 'hex'), $4, $5, $6) on conflict do nothing`;

const AUDIT = `insert into audit (unit_id, office_at, actor, act, outcome, subject_type, subject_id,
    facts, request_id, address)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const FEED = `insert into feed (unit_id, op, type, id, at) values ($1, $2, $3, $4, $5)`;

type Before = Replayed | { readonly kind: 'keyReused' };

/** What is written of acts on a dossier that append no event. */
@Injectable()
export class DeskBook {
  /** Takes the key for this request; what was answered under it before, if it is taken. */
  async claim(
    transaction: Transaction,
    { actor, key, bodyHash }: Asked,
    { status, id, version }: Done,
  ): Promise<Before | undefined> {
    const taken = [actor, key, bodyHash, status, id, version];
    if ((await transaction.execute(CLAIM, taken)) === 1) return undefined;
    return this.answered(transaction, { actor, key, bodyHash });
  }

  /** What was answered under this key before. */
  async answered(transaction: Transaction, asked: Asked): Promise<Before | undefined> {
    const [row] = await transaction.query<{ readonly answer: Before | null }>(
      'select replay_of($1::text::jsonb) as answer',
      [JSON.stringify(asked)],
    );
    return row?.answer ?? undefined;
  }

  /** Who did it; and, where open pages have to know, that something changed. */
  async note(
    transaction: Transaction,
    unitId: number,
    line: AuditLine,
    change?: 'created' | 'changed',
  ): Promise<void> {
    await transaction.execute(AUDIT, auditRow(unitId, line));
    const { subject, officeAt } = line;
    if (change === undefined || subject === undefined) return;
    await transaction.execute(FEED, [
      ...[unitId, change, subject.type, subject.id, sqlInstant(officeAt)],
    ]);
  }
}

const auditRow = (unitId: number, line: AuditLine): readonly unknown[] => {
  const { officeAt, actor, act, outcome, subject, facts = {} } = line;
  const whence = [line.requestId ?? null, line.address ?? null];
  return [
    ...[unitId, sqlInstant(officeAt), JSON.stringify(actor), act, outcome],
    ...[subject?.type ?? null, subject?.id ?? null, JSON.stringify(facts), ...whence],
  ];
};
