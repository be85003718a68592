import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { TELL_CITIZEN, tellCitizenSchema, type TellCitizen } from '#contract/citizens';
import { OfficeBook } from '../dossiers/index.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { HandlesJob, type JobHandler } from '../platform/queue/job-handler.ts';
import { declareJob } from '../platform/queue/job.ts';
import { QueueService } from '../platform/queue/queue.service.ts';
import { sendMessages } from './rounds.ts';

// The wait in the queue is no reason to lose a word to a citizen: it is tried for about an hour.
export const tellCitizen = declareJob({
  name: TELL_CITIZEN,
  payload: tellCitizenSchema,
  retries: { attempts: 12, firstPauseMs: 1_000 },
});

// The same order may come twice; what it stands for is there once.
const ORDER = `insert into citizen_message (unit_id, id, dossier_id, version, kind, ordered_at, at)
  select $1, $2, $3, $4, $5, $6, $6 where exists
    (select from dossier where unit_id = $1 and id = $3)
  on conflict (unit_id, dossier_id, kind, version) do nothing`;

/** The newer word of a kind is the one that counts. */
const OUTDATED = `update citizen_message set state = 'superseded', settled_at = $5, fault = 'not-so'
  where unit_id = $1 and dossier_id = $2 and kind = $3 and version < $4 and state in ('open', 'call')`;

/** Writes down what a citizen is to be told; when it leaves it is looked at again. */
@HandlesJob(tellCitizen)
export class MessageOrdersJob implements JobHandler<TellCitizen> {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #queue: QueueService;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(QueueService) queue: QueueService,
  ) {
    this.#tenancy = tenancy;
    this.#offices = offices;
    this.#queue = queue;
  }

  async handle({ unitId, dossierId, kind, version }: TellCitizen): Promise<void> {
    const now = this.#offices.now();
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const row = [unitId, randomUUID(), dossierId, version, kind, sqlInstant(now)];
      await transaction.execute(ORDER, row);
      await transaction.execute(OUTDATED, [unitId, dossierId, kind, version, sqlInstant(now)]);
    });
    this.#queue.soon(sendMessages.name);
  }
}
