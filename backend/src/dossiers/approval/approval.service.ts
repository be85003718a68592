import { Inject, Injectable } from '@nestjs/common';
import {
  commandBodies,
  type Approval,
  type ApprovalsQuery,
  type CommandBody,
  type DossierAnswer,
  type OfficerCommand,
  type ReturnApproval,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import { mayApprove, type AwaitedApproval, type DossierState } from '#domain/dossier';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { pageOfRows, readCursor } from '../../platform/list/page.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { officerOf } from '../actor.ts';
import { keyOf, type Asking } from '../asking.ts';
import type { Attempt } from '../command/attempt.ts';
import { CommandService } from '../command/command.service.ts';
import { auditLineOf, Keeper, notKept } from '../command/keeper.service.ts';
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

  // eslint-disable-next-line max-params -- an approval is a command carried out by another
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(EventStore) store: EventStore,
    @Inject(CommandService) commands: CommandService,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(Keeper) keeper: Keeper,
    @Inject(OfficeBook) offices: OfficeBook,
  ) {
    this.#tenancy = tenancy;
    this.#store = store;
    this.#commands = commands;
    this.#desk = desk;
    this.#keeper = keeper;
    this.#offices = offices;
  }

  async list({ actor }: Asking, query: ApprovalsQuery): Promise<Page<Approval>> {
    const covered = actor.covers('approvals.decide', query.unitId);
    const own = actor.units.filter(({ id }) => covered.includes(id));
    const ofRole = (...roles: readonly string[]) =>
      own.filter((unit) => unit.roles.some((role) => roles.includes(role)));
    const leading = ofRole('director', 'viceChair').map(({ id }) => id);
    const heading = ofRole('head').flatMap(({ id, departments }) =>
      departments.map((department) => `${id}/${department}`),
    );
    const headed = ofRole('head').map(({ id }) => id);
    const after = readCursor(query.cursor, 2) ?? [Number.NEGATIVE_INFINITY, EARLIEST];
    const rows = await this.#tenancy.ask<ApprovalRow>({ units: covered }, QUEUE, [
      ...[covered, leading, headed, heading],
      ...[sqlInstant(Number(after[0])), String(after[1]), query.limit + 1],
    ]);
    const key = (row: ApprovalRow) => [row.requested_at, row.id] as const;
    return pageOfRows(rows, query.limit, { item: approvalOf, key });
  }

  /** Decides the command anew, now and as the leader's own. */
  async approve(asking: Asking, approvalId: string): Promise<DossierAnswer> {
    const key = keyOf(asking, {});
    for (let tries = 1; ; tries += 1) {
      const opened = await this.#open(asking, approvalId);
      const told = key && (await this.#toldBefore(opened, key));
      if (told !== undefined) return told;
      this.#requireOpen(asking, opened);
      try {
        return await this.#carryOut({ ...attemptOf(asking, opened), key }, asking, approvalId);
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
    const key = keyOf(asking, body);
    const opened = await this.#open(asking, approvalId);
    const { row, state } = opened;
    const answer = { id: approvalId, status: 'returned' } as const;
    const before = key && (await this.#answered(row.unit_id, key));
    if (before?.kind === 'keyReused') throw notKept(before);
    if (before !== undefined) return answer;
    this.#requireOpen(asking, opened);
    const officeAt = this.#offices.now();
    await this.#tenancy.within({ units: [row.unit_id] }, async (transaction) => {
      const done = { id: approvalId, status: 200, version: state.version };
      if (key !== undefined) await this.#desk.claim(transaction, key, done);
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

  async #toldBefore({ row, state }: Opened, key: Asked): Promise<DossierAnswer | undefined> {
    const before = await this.#answered(row.unit_id, key);
    if (before === undefined) return undefined;
    if (before.kind === 'keyReused') throw notKept(before);
    const told = await this.#commands.replayed(row.unit_id, row.dossier_id, state, before);
    return told.kind === 'done' ? told.answer : undefined;
  }

  async #carryOut(attempt: Attempt, asking: Asking, approvalId: string): Promise<DossierAnswer> {
    const besides = { approval: this.#decided(asking, approvalId) };
    const carried = await this.#commands.attempt({ ...attempt, besides });
    if (carried.kind === 'done') return carried.answer;
    throw new ProblemError('act-not-yours-here');
  }

  async #open({ actor }: Asking, approvalId: string): Promise<Opened> {
    const units = actor.unitIds;
    const [row] = await this.#tenancy.ask<ApprovalRow>({ units }, FIND, [units, approvalId]);
    if (row === undefined) throw new ProblemError('not-found');
    actor.require('approvals.decide', row.unit_id);
    const { state } = await this.#store.load(row.unit_id, row.dossier_id);
    if (state === null) throw new ProblemError('not-found');
    return { row, state };
  }

  #requireOpen({ actor }: Asking, { row, state }: Opened): void {
    if (row.status !== 'open') throw new ProblemError('approval-closed', { status: row.status });
    const officer = officerOf(actor, row.unit_id, row.command);
    const level = row.level satisfies AwaitedApproval['by'];
    if (!mayApprove(level, state, { actor: officer })) {
      throw new ProblemError('act-not-yours-here', { level });
    }
  }

  #answered(unitId: number, key: Asked) {
    return this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#desk.answered(transaction, key),
    );
  }

  #decided({ actor }: Asking, id: string) {
    const decidedBy = { kind: actor.kind, id: actor.id };
    return { id, status: 'approved', decidedBy, decidedAt: this.#offices.now() } as const;
  }
}

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
