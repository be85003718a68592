import { Inject, Injectable } from '@nestjs/common';
import type { ImportMappingAnswer, NewImportMapping } from '#contract/imports';
import type { ListMapping } from '#domain/import';
import { formatInstant, type Instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { ImportSteps } from './import-steps.service.ts';
import { addVersion, checkMeaning } from './mapping-version.ts';

export interface MappingKept {
  readonly unitId: number;
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly version: number;
  readonly meaning: ListMapping;
  readonly retired: boolean;
  readonly createdAt: Instant;
}

/** More than an office has systems; the newest version of each. */
const MOST = 200;

const NEWEST = `select distinct on (unit_id, source, name) unit_id as "unitId", id, source, name, version,
    meaning, retired, created_at as "createdAt"
  from import_mapping where unit_id = any ($1)
  order by unit_id, source, name, version desc limit $2`;

const FIND = `select unit_id as "unitId", id, source, name, version, meaning, retired,
    created_at as "createdAt"
  from import_mapping where unit_id = $1 and id = $2`;

/** What lists of other layouts mean, as people confirmed it. */
@Injectable()
export class MappingBook {
  readonly #tenancy: Tenancy;
  readonly #steps: ImportSteps;
  readonly #audit: AuditBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#steps = steps;
    this.#audit = audit;
  }

  async list(
    actor: RequestActor,
    unitId: number | undefined,
  ): Promise<readonly ImportMappingAnswer[]> {
    const kept = await this.#newest(actor.covers('imports.read', unitId));
    return kept.filter(({ retired }) => !retired).map(mappingAnswer);
  }

  async save(asked: NewImportMapping, ask: Ask): Promise<ImportMappingAnswer> {
    const unitId = ask.actor.choose('imports.write', asked.unitId).id;
    const { columns, values, rules } = asked;
    checkMeaning({ columns, values, rules });
    const { id } = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => ({
        id: await addVersion(
          { transaction, unitId, ask, now: this.#steps.now(), audit: this.#audit },
          { ...asked, act: 'import.mapped', retired: false },
        ),
        result: undefined,
      })),
    );
    const kept = await this.find(unitId, id);
    if (kept === undefined) throw new ProblemError('not-found');
    return mappingAnswer(kept);
  }

  async find(unitId: number, id: string): Promise<MappingKept | undefined> {
    const [kept] = await this.#tenancy.ask<MappingKept>({ units: [unitId] }, FIND, [unitId, id]);
    return kept;
  }

  /** The newest saved one that was made for a list with these titles. */
  async madeFor(
    unitId: number,
    isItsList: (mapping: ListMapping) => boolean,
  ): Promise<MappingKept | undefined> {
    const fitting = (await this.#newest([unitId])).filter(
      ({ retired, meaning }) => !retired && isItsList(meaning),
    );
    return fitting.toSorted((a, b) => b.createdAt - a.createdAt)[0];
  }

  #newest(units: readonly number[]): Promise<readonly MappingKept[]> {
    return this.#tenancy.ask<MappingKept>({ units }, NEWEST, [units, MOST]);
  }
}

export const mappingAnswer = (kept: MappingKept): ImportMappingAnswer => ({
  ...{ unitId: kept.unitId, id: kept.id, name: kept.name, source: kept.source },
  ...{ version: kept.version, ...kept.meaning },
  createdAt: formatInstant(kept.createdAt),
});
