import { Inject, Injectable } from '@nestjs/common';
import {
  newDossierSchema,
  type Bulk,
  type CreatedDossier,
  type NewDossier,
} from '#contract/dossiers';
import type { Problem } from '#contract/problem';
import type { Logger } from 'pino';
import type { ActorUnit } from '../../platform/auth/request-actor.ts';
import { headerOf } from '../../platform/http/exchange.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { isDatabaseAway } from '../../platform/database/is-away.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { acceptedLanguage } from '../../platform/problem/accepted-language.ts';
import { problemOf as problemDocument } from '../../platform/problem/problem.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { readWith } from '../../platform/problem/schema.pipe.ts';
import { claim } from '../../platform/idempotency/kept-answer.ts';
import { hashOf } from '../../platform/idempotency/idempotency-key.ts';
import { keyOf, type Asking } from '../asking.ts';
import { ReceiptService } from './receipt.service.ts';

/** What became of one of many, as its own request would have been answered. */
export interface BulkResult {
  readonly index: number;
  readonly status: number;
  readonly id?: string;
  readonly version?: number;
  readonly dossier?: CreatedDossier;
  readonly problem?: Problem;
}

interface Many {
  readonly asking: Asking;
  readonly unit: ActorUnit;
  readonly body: Bulk;
}

/** Many dossiers at once, each on its own: what is wrong with one keeps no other back. */
@Injectable()
export class BulkReceipts {
  readonly #receipts: ReceiptService;
  readonly #tenancy: Tenancy;
  readonly #log: Logger;

  constructor(
    @Inject(ReceiptService) receipts: ReceiptService,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(LOG) log: Logger,
  ) {
    this.#receipts = receipts;
    this.#tenancy = tenancy;
    this.#log = log;
  }

  async receive(many: Many): Promise<readonly BulkResult[]> {
    await this.#claim(many);
    const results: BulkResult[] = [];
    for (const index of many.body.items.keys()) results.push(await this.#one(many, index));
    return results;
  }

  /** The key is the whole request's: whoever sends another one under it is told so before anything is done. */
  async #claim({ asking, unit }: Many): Promise<void> {
    const key = keyOf(asking);
    if (key === undefined) return;
    await this.#tenancy.within({ units: [unit.id] }, (transaction) =>
      claim(transaction, key, { status: 200, id: null, version: null }),
    );
  }

  async #one({ asking, unit, body }: Many, index: number): Promise<BulkResult> {
    const whole = keyOf(asking);
    const key = whole && {
      ...whole,
      key: `${whole.key}#${index}`,
      bodyHash: hashOf(whole.bodyHash),
    };
    try {
      const item = itemOf(body, index, unit.id);
      const { status, dossier } = await this.#receipts.receive({ asking, unit, body: item, key });
      return { index, status, id: dossier.id, version: dossier.version, dossier };
    } catch (error) {
      if (isOfTheWhole(error)) throw error;
      if (!(error instanceof ProblemError)) {
        this.#log.error({ err: error, requestId: asking.request.id, index }, 'one of many failed');
      }
      return { index, ...told(error, asking) };
    }
  }
}

const itemOf = ({ items }: Bulk, index: number, unitId: number): NewDossier => {
  const reading = readWith(newDossierSchema, items[index]);
  if ('problem' in reading) throw reading.problem;
  const item = reading.value as NewDossier;
  if (item.unitId !== undefined && item.unitId !== unitId) throw new ProblemError('not-found');
  return item;
};

/** The request is another one under a key that is taken, or there is nothing to keep anything in. */
const isOfTheWhole = (error: unknown): boolean =>
  error instanceof ProblemError ? error.code === 'key-used-otherwise' : isDatabaseAway(error);

const told = (error: unknown, { request }: Asking): Omit<BulkResult, 'index'> => {
  const problem = problemDocument(error, {
    language: acceptedLanguage(headerOf(request, 'accept-language')),
    instance: request.url.split('?')[0] ?? '',
    requestId: request.id,
  });
  return { status: problem.status, problem, ...(problem.id !== undefined && { id: problem.id }) };
};
