import { Inject, Injectable } from '@nestjs/common';
import {
  commandBodies,
  type CommandBody,
  type CommandsBody,
  type OfficerCommand,
} from '#contract/dossiers';
import { JobService } from '../../jobs/index.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { Outbox } from '../../platform/outbox/outbox.service.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { readWith } from '../../platform/problem/schema.pipe.ts';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { keyOf, type Asking } from '../asking.ts';
import { notKept } from '../command/keeper.service.ts';
import { DeskBook } from '../desk-book.service.ts';
import { DossierList } from '../list/dossier-list.service.ts';
import type { Asked } from '../store/event-store.service.ts';
import { commandMany, sealedRequest, type ManyRequest } from './many-request.ts';

const MANY = 5_000;

/** One command for many dossiers: written down as a job, done one by one. */
@Injectable()
export class ManyCommands {
  readonly #jobs: JobService;
  readonly #list: DossierList;
  readonly #tenancy: Tenancy;
  readonly #desk: DeskBook;
  readonly #outbox: Outbox;
  readonly #box: SecretBox;

  // eslint-disable-next-line max-params -- a job is born of a list, a key and an order
  constructor(
    @Inject(JobService) jobs: JobService,
    @Inject(DossierList) list: DossierList,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(Outbox) outbox: Outbox,
    @Inject(SECRET_BOX) box: SecretBox,
  ) {
    this.#jobs = jobs;
    this.#list = list;
    this.#tenancy = tenancy;
    this.#desk = desk;
    this.#outbox = outbox;
    this.#box = box;
  }

  async order(asking: Asking, body: CommandsBody): Promise<string> {
    const { actor } = asking;
    const { command } = body;
    requireBody(command, body.body);
    const unit = actor.choose(`dossiers.${command}`, body.unitId ?? body.filter?.unitId);
    const key = keyOf(asking, body);
    const targets = await this.#targets(asking, body, unit.id);
    const { kind, id } = actor;
    const request: ManyRequest = { command, body: body.body, actor: { kind, id, units: [unit] } };
    const jobId = await this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      const before = key && (await this.#before(transaction, key));
      if (before !== undefined) return before;
      const made = await this.#jobs.put(transaction, {
        job: commandMany,
        unitId: unit.id,
        actor: { kind, id },
        request: sealedRequest(request, this.#box),
        targets,
      });
      if (key !== undefined) await this.#claim(transaction, key, made);
      return made;
    });
    this.#outbox.announce();
    return jobId;
  }

  async #targets(
    { actor }: Asking,
    { ids, filter }: CommandsBody,
    unitId: number,
  ): Promise<readonly string[]> {
    if ((ids === undefined) === (filter === undefined)) throw new ProblemError('target-required');
    if (ids !== undefined) return [...new Set(ids)];
    const found = await this.#list.ids(actor, { ...filter, unitId }, MANY);
    return found.slice(0, MANY);
  }

  async #before(transaction: Transaction, key: Asked): Promise<string | undefined> {
    const before = await this.#desk.answered(transaction, key);
    if (before?.kind === 'keyReused') throw notKept(before);
    return before?.id ?? undefined;
  }

  /** A twin that was quicker has its job; this one is undone, and the next try finds the other. */
  async #claim(transaction: Transaction, key: Asked, id: string): Promise<void> {
    const taken = await this.#desk.claim(transaction, key, { id, status: 202, version: null });
    if (taken !== undefined) throw new ProblemError('request-under-way');
  }
}

/** What is wrong with the command is wrong for all of them: told at once. */
const requireBody = (command: OfficerCommand, body: unknown): CommandBody<OfficerCommand> => {
  const reading = readWith(commandBodies[command], body);
  if ('problem' in reading) throw reading.problem;
  return reading.value as CommandBody<OfficerCommand>;
};
