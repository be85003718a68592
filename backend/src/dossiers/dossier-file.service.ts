import { Inject, Injectable } from '@nestjs/common';
import type { Permission } from '#contract/identity';
import type { DossierState, Office } from '#domain/dossier';
import type { StepClock } from '#domain/deadline';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { clocksOf, stepClocksOf } from './answer/standing.ts';
import type { Asking } from './asking.ts';
import { auditLineOf } from './command/keeper.service.ts';
import { DeskBook } from './desk-book.service.ts';
import { DossierPlaces } from './dossier-places.service.ts';
import { OfficeBook } from './office/office-book.service.ts';
import type { UnitFacts } from './office/unit-book.service.ts';
import { APPLICANT, type ApplicantRow } from './person/applicant-row.ts';
import { LookupCodes } from './receipt/lookup-codes.service.ts';
import { EventStore } from './store/event-store.service.ts';

/** A dossier as somebody of its unit lays it open to print from. */
export interface OpenFile {
  readonly unit: UnitFacts;
  readonly id: string;
  readonly state: DossierState;
  readonly office: Office;
  readonly stepClocks: readonly StepClock[];
}

/** What of a person goes onto paper, in full. */
export interface FilePerson {
  readonly applicant: ApplicantRow | null;
  readonly lookupCode: string;
}

const PRODUCT = { kind: 'system', id: 'printer' } as const;

/** Dossiers for other rooms that write about them: whole, and never without a line in the audit. */
@Injectable()
export class DossierFile {
  readonly #store: EventStore;
  readonly #places: DossierPlaces;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #desk: DeskBook;
  readonly #lookups: LookupCodes;

  // eslint-disable-next-line max-params -- what is laid open lies in as many places
  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(DossierPlaces) places: DossierPlaces,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(LookupCodes) lookups: LookupCodes,
  ) {
    this.#store = store;
    this.#places = places;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#desk = desk;
    this.#lookups = lookups;
  }

  async open({ actor }: Asking, id: string, permission: Permission): Promise<OpenFile> {
    const unitId = await this.#places.find(id, actor.unitIds);
    if (unitId === undefined) throw new ProblemError('not-found');
    const { state, head } = await this.#store.load(unitId, id);
    if (state === null) throw new ProblemError('not-found');
    actor.require(permission, unitId);
    const { intake } = state;
    const standing = { unitId, intake, actor: PRODUCT, head };
    const { office, unit } = await this.#offices.standing(standing);
    return { unit, id, state, office, stepClocks: stepClocksOf(state, clocksOf(state, office)) };
  }

  async person({ unit, id }: Pick<OpenFile, 'unit' | 'id'>): Promise<FilePerson> {
    const [[applicant], lookupCode] = await Promise.all([
      this.#tenancy.ask<ApplicantRow>({ units: [unit.id] }, APPLICANT, [unit.id, id]),
      this.#lookups.read(unit.id, id),
    ]);
    return { applicant: applicant ?? null, lookupCode };
  }

  /** Written in the transaction that does it: what was shown of a person is known afterwards. */
  async note(
    transaction: Transaction,
    asking: Asking,
    { unit, id, act, facts }: Shown,
  ): Promise<void> {
    const subject = { type: id === null ? 'unit' : 'dossier', id: id ?? String(unit.id) };
    const officeAt = this.#offices.now();
    const line = auditLineOf({ author: asking, act, subject, officeAt, facts });
    await this.#desk.note(transaction, unit.id, line);
  }
}

interface Shown {
  readonly unit: Pick<UnitFacts, 'id'>;
  readonly id: string | null;
  readonly act: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
