import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Decision } from '#domain/dossier';
import { formatInstant, type Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { claim, type KeptAnswer } from '../../platform/idempotency/kept-answer.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { auditLineOf, Keeper } from '../command/keeper.service.ts';
import type { Attempt } from '../command/attempt.ts';
import { DeskBook } from '../desk-book.service.ts';

export interface Request {
  readonly attempt: Attempt;
  readonly approval: Extract<Decision, { readonly kind: 'approval' }>;
  readonly now: Instant;
}

type Requested =
  | { readonly kind: 'requested'; readonly approvalId: string }
  | { readonly kind: 'replayed'; readonly answer: KeptAnswer };

const MOMENTS: ReadonlySet<string> = new Set(['dueAt', 'respondBy', 'occurredAt']);

/** As it was sent: a leader reads moments, not milliseconds. */
const asSent = (body: object): object =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      MOMENTS.has(name) && typeof value === 'number' ? formatInstant(value as Instant) : value,
    ]),
  );

const INSERT = `insert into approval (unit_id, id, dossier_id, dossier_version, form, level, command,
    body, requested_by, requested_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (unit_id, dossier_id, command) where status = 'open' do nothing`;

/** Puts a command before the leader; the dossier stays as it is until the answer. */
@Injectable()
export class ApprovalRequests {
  readonly #tenancy: Tenancy;
  readonly #desk: DeskBook;
  readonly #keeper: Keeper;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(Keeper) keeper: Keeper,
  ) {
    this.#tenancy = tenancy;
    this.#desk = desk;
    this.#keeper = keeper;
  }

  async request(request: Request): Promise<Requested> {
    const { unitId } = request.attempt;
    const approvalId = randomUUID();
    const answer = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#write(transaction, request, approvalId),
    );
    this.#keeper.announce();
    return answer === undefined ? { kind: 'requested', approvalId } : { kind: 'replayed', answer };
  }

  async #write(
    transaction: Transaction,
    { attempt, approval, now }: Request,
    approvalId: string,
  ): Promise<KeptAnswer | undefined> {
    const { unitId, id, state, type, body, author, key } = attempt;
    const done = { id: approvalId, status: 202, version: state.version };
    const before = await claim(transaction, key, done);
    if (before !== undefined) return before;
    const requestedBy = { kind: author.actor.kind, id: author.actor.id };
    const written = await transaction.execute(INSERT, [
      ...[unitId, approvalId, id, state.version, approval.form, approval.by, type],
      ...[JSON.stringify(asSent(body)), JSON.stringify(requestedBy), sqlInstant(now)],
    ]);
    if (written === 0) throw new ProblemError('approval-under-way');
    const subject = { type: 'approval', id: approvalId };
    const facts = { dossierId: id, command: type, form: approval.form, level: approval.by };
    const line = { author, act: 'approval.requested', subject, officeAt: now, facts };
    await this.#desk.note(transaction, unitId, auditLineOf(line), 'created');
    return undefined;
  }
}
