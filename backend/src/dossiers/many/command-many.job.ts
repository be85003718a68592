import { Inject } from '@nestjs/common';
import { commandBodies, type CommandBody, type OfficerCommand } from '#contract/dossiers';
import type { JobRef, JobResult } from '#contract/jobs';
import { JobService } from '../../jobs/index.ts';
import { RequestActor } from '../../platform/auth/request-actor.ts';
import { hashOf } from '../../platform/idempotency/idempotency-key.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { problemStatus } from '../../platform/problem/status.ts';
import { HandlesJob, type JobHandler, type JobRun } from '../../platform/queue/job-handler.ts';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { CommandService } from '../command/command.service.ts';
import { notKept } from '../command/keeper.service.ts';
import { EventStore } from '../store/event-store.service.ts';
import { commandMany, openedRequest, type ManyRequest } from './many-request.ts';

type JobTask = Parameters<Parameters<JobService['run']>[1]>[0];

/** Nobody saw a version here: who is overtaken looks again. */
const TRIES = 10;

/** Carries one command out on many dossiers, each as if it had been asked alone. */
@HandlesJob(commandMany)
export class CommandManyJob implements JobHandler<JobRef> {
  readonly #jobs: JobService;
  readonly #commands: CommandService;
  readonly #store: EventStore;
  readonly #box: SecretBox;

  constructor(
    @Inject(JobService) jobs: JobService,
    @Inject(CommandService) commands: CommandService,
    @Inject(EventStore) store: EventStore,
    @Inject(SECRET_BOX) box: SecretBox,
  ) {
    this.#jobs = jobs;
    this.#commands = commands;
    this.#store = store;
    this.#box = box;
  }

  handle(ref: JobRef, { signal }: JobRun): Promise<void> {
    return this.#jobs.run(ref, (task) => this.#one(task), signal);
  }

  async #one(task: JobTask): Promise<JobResult> {
    const request = openedRequest(task.request, this.#box);
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#carryOut(task, request);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const isPassing = error.code === 'version-stale' || error.code === 'request-under-way';
        if (!isPassing || tries === TRIES) return refused(task.target, error);
      }
    }
  }

  async #carryOut(task: JobTask, request: ManyRequest): Promise<JobResult> {
    const { unitId, target: id, idempotencyKey } = task;
    const { kind, id: who } = request.actor;
    const actor = new RequestActor(request.actor);
    const key = {
      actor: `${kind}:${who}`,
      key: idempotencyKey,
      bodyHash: hashOf(id, request.command, request.body),
    };
    const { state, replay, head } = await this.#store.load(unitId, id, key);
    if (state === null) throw new ProblemError('not-found');
    if (replay?.kind === 'keyReused') throw notKept(replay);
    const type = request.command;
    const body = commandBodies[type].parse(request.body) as CommandBody<OfficerCommand>;
    const answer =
      replay === null
        ? await this.#commands.attempt({
            ...{ type, body, unitId, id, state, actor, key, head },
            author: { actor },
          })
        : await this.#commands.replayed(unitId, id, state, replay);
    return answer.kind === 'awaiting'
      ? { id, status: 202, facts: { approvalId: answer.approvalId } }
      : { id, status: 200, version: answer.answer.version };
  }
}

const refused = (id: string, { code, facts }: ProblemError): JobResult => ({
  id,
  status: problemStatus[code],
  code,
  facts: { ...facts },
});
