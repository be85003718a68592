import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { AuditLine } from './store/append.ts';

const AUDIT = `insert into audit (unit_id, office_at, actor, act, outcome, subject_type, subject_id,
    facts, request_id, address)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const FEED = `insert into feed (unit_id, op, type, id, at) values ($1, $2, $3, $4, $5)`;

/** What is written of acts on a dossier that append no event. */
@Injectable()
export class DeskBook {
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
