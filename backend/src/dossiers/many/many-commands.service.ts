import { Inject, Injectable } from '@nestjs/common';
import {
  commandBodies,
  type CommandBody,
  type CommandsBody,
  type OfficerCommand,
} from '#contract/dossiers';
import { JobService } from '../../jobs/index.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { once } from '../../platform/idempotency/once.ts';
import { Outbox } from '../../platform/outbox/outbox.service.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { readWith } from '../../platform/problem/schema.pipe.ts';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { keyOf, type Asking } from '../asking.ts';
import { ruleProblem } from '../refusal.ts';
import { DossierList } from '../list/dossier-list.service.ts';
import { commandMany, sealedRequest, type ManyRequest } from './many-request.ts';

/** One command for many dossiers: written down as a job, done one by one. */
@Injectable()
export class ManyCommands {
  readonly #jobs: JobService;
  readonly #list: DossierList;
  readonly #tenancy: Tenancy;
  readonly #outbox: Outbox;
  readonly #box: SecretBox;

  // eslint-disable-next-line max-params -- a job is born of a list, a key and an order
  constructor(
    @Inject(JobService) jobs: JobService,
    @Inject(DossierList) list: DossierList,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Outbox) outbox: Outbox,
    @Inject(SECRET_BOX) box: SecretBox,
  ) {
    this.#jobs = jobs;
    this.#list = list;
    this.#tenancy = tenancy;
    this.#outbox = outbox;
    this.#box = box;
  }

  async order(asking: Asking, body: CommandsBody): Promise<string> {
    const { actor } = asking;
    const { command } = body;
    requireBody(command, body.body);
    const unit = actor.choose(`dossiers.${command}`, body.unitId ?? body.filter?.unitId);
    const targets = await this.#targets(asking, body, unit.id);
    const { kind, id } = actor;
    const request: ManyRequest = { command, body: body.body, actor: { kind, id, units: [unit] } };
    const done = await this.#tenancy.within({ units: [unit.id] }, (transaction) =>
      once(transaction, keyOf(asking), async () => {
        const jobId = await this.#jobs.put(transaction, {
          job: commandMany,
          unitId: unit.id,
          actor: { kind, id },
          request: sealedRequest(request, this.#box),
          targets,
        });
        return { id: jobId, result: undefined, status: 202 };
      }),
    );
    this.#outbox.announce();
    return done.id;
  }

  async #targets(
    { actor }: Asking,
    { ids, filter }: CommandsBody,
    unitId: number,
  ): Promise<readonly string[]> {
    if ((ids === undefined) === (filter === undefined)) throw ruleProblem('target-required', {});
    if (ids !== undefined) return [...new Set(ids)];
    // Another unit's dossiers are not there.
    if ((filter?.unitId ?? unitId) !== unitId) throw new ProblemError('not-found');
    return this.#list.ids(actor, { ...filter, unitId });
  }
}

/** What is wrong with the command is wrong for all of them: told at once. */
const requireBody = (command: OfficerCommand, body: unknown): CommandBody<OfficerCommand> => {
  const reading = readWith(commandBodies[command], body);
  if ('problem' in reading) throw reading.problem;
  return reading.value as CommandBody<OfficerCommand>;
};
