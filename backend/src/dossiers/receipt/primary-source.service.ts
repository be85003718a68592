import { Inject, Injectable } from '@nestjs/common';
import type { UnitSettings } from '#contract/units';
import { becomesPrimary, decide, type DossierState, type SourceRecord } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { Keeper, type Author } from '../command/keeper.service.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { problemOf } from '../refusal.ts';
import { EventStore } from '../store/event-store.service.ts';

/** A source that has just told of a dossier. */
export interface Telling {
  readonly unitId: number;
  readonly dossierId: string;
  readonly told: SourceRecord;
  readonly declaredDueAt?: Instant | undefined;
  readonly settings: UnitSettings;
  readonly author: Author;
}

const PRODUCT = { kind: 'system', id: 'primary-source' } as const;

const DIFFER = `update source_record set differences = case
    when $4 then coalesce(differences, '[]') || '["declaredDueAt"]' else differences - 'declaredDueAt' end
  where unit_id = $1 and source = $2 and external_code = $3`;

/** Only the primary source's due moment is the dossier's: when another becomes it, that is told in an event. */
@Injectable()
export class PrimarySource {
  readonly #store: EventStore;
  readonly #offices: OfficeBook;
  readonly #keeper: Keeper;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Keeper) keeper: Keeper,
  ) {
    this.#store = store;
    this.#offices = offices;
    this.#keeper = keeper;
  }

  /** Makes the telling source the primary one where the unit asks it first. */
  async settle(transaction: Transaction, telling: Telling): Promise<void> {
    const { unitId, dossierId, told, settings, declaredDueAt } = telling;
    const { state } = await this.#store.load(unitId, dossierId);
    if (state === null || !becomesPrimary(told, state, settings.sources)) return;
    const [former] = state.intake.sources;
    const { declaredDueAt: promised } = state.intake;
    await this.#revise(transaction, telling, state);
    await this.#differs(transaction, unitId, told, false);
    if (former !== undefined && promised !== undefined && promised !== declaredDueAt) {
      await this.#differs(transaction, unitId, former, true);
    }
  }

  async #revise(
    transaction: Transaction,
    { unitId, dossierId, told, declaredDueAt, author }: Telling,
    state: DossierState,
  ): Promise<void> {
    const { office } = await this.#offices.standing({
      unitId,
      intake: state.intake,
      actor: PRODUCT,
    });
    const body = {
      cause: 'source' as const,
      primary: { ...told, asOf: office.now },
      ...(declaredDueAt !== undefined && { declaredDueAt }),
    };
    const decision = decide({ type: 'revise-due', body }, state, office);
    if (!decision.ok) throw problemOf(decision.refusal);
    if (decision.value.kind !== 'events') throw new Error('A source waits for nobody');
    const appended = await this.#keeper.keep(
      {
        ...{ unitId, id: dossierId, expectedVersion: state.version, state: decision.value.state },
        ...{ office, author, act: 'dossier.primarySource', status: 200 },
      },
      transaction,
    );
    // Somebody moves the dossier at the same moment: the same telling, sent once more, finds it as it is then.
    if (appended.kind !== 'appended') throw new ProblemError('request-under-way');
  }

  #differs(
    transaction: Transaction,
    unitId: number,
    { source, externalCode }: SourceRecord,
    differs: boolean,
  ): Promise<number> {
    return transaction.execute(DIFFER, [unitId, source, externalCode, differs]);
  }
}
