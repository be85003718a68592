import { Inject, Injectable } from '@nestjs/common';
import {
  commandBodies,
  type Approval,
  type ApprovalsQuery,
  type Approve,
  type CommandBody,
  type DossierAnswer,
  type OfficerCommand,
  type ReturnApproval,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import { mayApprove, type AwaitedApproval, type DossierState, type Officer } from '#domain/dossier';
import { isUuid } from '../../platform/auth/path-id.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { answered, claim, type KeptAnswer } from '../../platform/idempotency/kept-answer.ts';
import { pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { officersOf } from '../actor.ts';
import { keyOf, type Asking } from '../asking.ts';
import type { Attempt } from '../command/attempt.ts';
import { CommandService } from '../command/command.service.ts';
import { auditLineOf, Keeper } from '../command/keeper.service.ts';
import { RefusalBook } from '../command/refusal-book.service.ts';
import { DeskBook } from '../desk-book.service.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { EventStore, type Asked } from '../store/event-store.service.ts';
import { ANSWER, FIND, QUEUE, approvalOf, type ApprovalRow } from './approval-row.ts';

/** Somebody else is on the dossier at the same moment: look again, decide anew. */
const TRIES = 5;

interface Opened {
  readonly row: ApprovalRow;
  readonly state: DossierState;
}

/** *Chờ tôi duyệt*: what leaders are asked, and what they answer. */
@Injectable()
export class ApprovalService {
  readonly #tenancy: Tenancy;
  readonly #store: EventStore;
  readonly #commands: CommandService;
  readonly #desk: DeskBook;
  readonly #keeper: Keeper;
  readonly #offices: OfficeBook;
  readonly #refusals: RefusalBook;

  // eslint-disable-next-line max-params -- an approval is a command carried out by another
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(EventStore) store: EventStore,
    @Inject(CommandService) commands: CommandService,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(Keeper) keeper: Keeper,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(RefusalBook) refusals: RefusalBook,
  ) {
    this.#tenancy = tenancy;
    this.#store = store;
    this.#commands = commands;
    this.#desk = desk;
    this.#keeper = keeper;
    this.#offices = offices;
    this.#refusals = refusals;
  }

  async list({ actor }: Asking, query: ApprovalsQuery): Promise<Page<Approval>> {
    const covered = actor.covers('approvals.decide', query.unitId);
    const own = actor.units.filter(({ id }) => covered.includes(id));
    const hats = own.flatMap(({ id, standsInFor, ...mine }) =>
      [mine, ...standsInFor].map(({ roles, departments }) => ({ id, roles, departments })),
    );
    const ofRole = (...roles: readonly string[]) =>
      hats.filter((hat) => hat.roles.some((role) => roles.includes(role)));
    const leading = ofRole('director', 'viceChair').map(({ id }) => id);
    const heading = ofRole('head').flatMap(({ id, departments }) =>
      departments.map((department) => `${id}/${department}`),
    );
    const headed = ofRole('head').map(({ id }) => id);
    const after = readCursor(query.cursor, part.moment, part.uuid);
    const [at = Number.NEGATIVE_INFINITY, id = EARLIEST] = after ?? [];
    const rows = await this.#tenancy.ask<ApprovalRow>({ units: covered }, QUEUE, [
      ...[covered, leading, headed, heading],
      ...[sqlInstant(at), id, query.limit + 1],
    ]);
    const key = (row: ApprovalRow) => [row.requested_at, row.id] as const;
    return pageOfRows(rows, query.limit, { item: approvalOf, key });
  }

  /** Decides the command anew, now and as the leader's own. */
  async approve(asking: Asking, approvalId: string, body: Approve): Promise<DossierAnswer> {
    const key = keyOf(asking);
    for (let tries = 1; ; tries += 1) {
      const opened = await this.#open(asking, approvalId, body.unitId);
      const told = await this.#toldBefore(opened, key);
      if (told !== undefined) return told;
      const officers = [await this.#requireOpen(asking, opened, 'approval.approve')] as const;
      try {
        const attempt = { ...attemptOf(asking, opened), officers, key };
        return await this.#carryOut(attempt, asking, approvalId);
      } catch (error) {
        if (!isStale(error) || tries === TRIES) throw error;
      }
    }
  }

  /** Gives it back with a reason: nothing happened to the dossier. */
  async giveBack(
    asking: Asking,
    approvalId: string,
    body: ReturnApproval,
  ): Promise<{ readonly id: string; readonly status: 'returned' }> {
    const key = keyOf(asking);
    const opened = await this.#open(asking, approvalId, body.unitId);
    const { row, state } = opened;
    const answer = { id: approvalId, status: 'returned' } as const;
    if ((await this.#answered(row.unit_id, key)) !== undefined) return answer;
    await this.#requireOpen(asking, opened, 'approval.return');
    const officeAt = this.#offices.now();
    await this.#tenancy.within({ units: [row.unit_id] }, async (transaction) => {
      const done = { id: approvalId, status: 200, version: state.version };
      if ((await claim(transaction, key, done)) !== undefined) return;
      const { kind, id } = asking.actor;
      const by = [JSON.stringify({ kind, id }), sqlInstant(officeAt), body.reason];
      const touched = await transaction.execute(ANSWER, [row.unit_id, approvalId, ...by]);
      if (touched === 0) throw new ProblemError('approval-closed');
      const subject = { type: 'approval', id: approvalId };
      const facts = { dossierId: row.dossier_id, command: row.command };
      const act = { author: asking, act: 'approval.returned', subject, officeAt, facts };
      await this.#desk.note(transaction, row.unit_id, auditLineOf(act), 'changed');
    });
    this.#keeper.announce();
    return answer;
  }

  async #toldBefore(
    { row, state }: Opened,
    key: Asked | undefined,
  ): Promise<DossierAnswer | undefined> {
    const before = await this.#answered(row.unit_id, key);
    if (before === undefined) return undefined;
    const told = await this.#commands.replayed(row.unit_id, row.dossier_id, state, before);
    return told.kind === 'done' ? told.answer : undefined;
  }

  async #carryOut(attempt: Attempt, asking: Asking, approvalId: string): Promise<DossierAnswer> {
    const besides = { approval: this.#decided(asking, approvalId) };
    const carried = await this.#commands.attempt({ ...attempt, besides });
    if (carried.kind === 'done') return carried.answer;
    throw new ProblemError('act-not-yours-here');
  }

  async #open({ actor }: Asking, approvalId: string, named: number | undefined): Promise<Opened> {
    const units = actor.unitIds.filter((id) => named === undefined || id === named);
    const [row] = isUuid(approvalId)
      ? await this.#tenancy.ask<ApprovalRow>({ units }, FIND, [units, approvalId])
      : [];
    if (row === undefined) throw new ProblemError('not-found');
    actor.require('approvals.decide', row.unit_id);
    const { state } = await this.#store.load(row.unit_id, row.dossier_id);
    if (state === null) throw new ProblemError('not-found');
    return { row, state };
  }

  /** In whose place the actor decides it: their own, where they may. A refusal is written down. */
  async #requireOpen(asking: Asking, opened: Opened, act: string): Promise<Officer> {
    const leader = leaderOf(asking, opened);
    if (!(leader instanceof ProblemError)) return leader;
    const { unit_id: unitId, dossier_id: id, command } = opened.row;
    await this.#refusals.note(leader, { unitId, id, author: asking, act, facts: { command } });
    throw leader;
  }

  async #answered(unitId: number, key: Asked | undefined): Promise<KeptAnswer | undefined> {
    if (key === undefined) return undefined;
    return this.#tenancy.within({ units: [unitId] }, (transaction) => answered(transaction, key));
  }

  #decided({ actor }: Asking, id: string) {
    const decidedBy = { kind: actor.kind, id: actor.id };
    return { id, status: 'approved', decidedBy, decidedAt: this.#offices.now() } as const;
  }
}

const leaderOf = ({ actor }: Asking, { row, state }: Opened): Officer | ProblemError => {
  if (row.status !== 'open') return new ProblemError('approval-closed', { status: row.status });
  const level = row.level satisfies AwaitedApproval['by'];
  const leader = officersOf(actor, row.unit_id, row.command).find((officer) =>
    mayApprove(level, state, { actor: officer }),
  );
  return leader ?? new ProblemError('act-not-yours-here', { level });
};

const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'version-stale';

const EARLIEST = '00000000-0000-0000-0000-000000000000';

/** It occurs at the approval, whenever it was asked for. */
const attemptOf = (asking: Asking, { row, state }: Opened): Omit<Attempt, 'key'> => {
  const type: OfficerCommand = row.command;
  const asked = commandBodies[type].parse(row.body) as CommandBody<OfficerCommand>;
  const body = Object.fromEntries(
    Object.entries(asked).filter(([name]) => name !== 'occurredAt' && name !== 'backdateReason'),
  ) as CommandBody<OfficerCommand>;
  const { unit_id: unitId, dossier_id: id } = row;
  return { type, body, unitId, id, state, actor: asking.actor, author: asking };
};
