import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Reveal } from '#contract/dossiers';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { claim } from '../../platform/idempotency/kept-answer.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { keyOf, type Asking } from '../asking.ts';
import { auditLineOf } from '../command/keeper.service.ts';
import { DeskBook } from '../desk-book.service.ts';
import { DossierPlaces } from '../dossier-places.service.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { LookupCodes } from '../receipt/lookup-codes.service.ts';
import { APPLICANT, type ApplicantRow } from './applicant-row.ts';

const REASON = `insert into reveal_reason (unit_id, id, dossier_id, reason) values ($1, $2, $3, $4)`;

export type Revealed = Readonly<Partial<Record<Reveal['fields'][number], string | null>>>;

/** Shows what is masked, after it has been written down who wants to see it and what for (I-20). */
@Injectable()
export class RevealService {
  readonly #tenancy: Tenancy;
  readonly #places: DossierPlaces;
  readonly #offices: OfficeBook;
  readonly #desk: DeskBook;
  readonly #lookups: LookupCodes;

  // eslint-disable-next-line max-params -- what is shown and what is written lie apart on purpose
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DossierPlaces) places: DossierPlaces,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(LookupCodes) lookups: LookupCodes,
  ) {
    this.#tenancy = tenancy;
    this.#places = places;
    this.#offices = offices;
    this.#desk = desk;
    this.#lookups = lookups;
  }

  async reveal(asking: Asking, id: string, body: Reveal): Promise<Revealed> {
    const [unitId] = (await this.#places.locate(id, asking.actor.unitIds)) ?? [];
    const isElsewhere = body.unitId !== undefined && body.unitId !== unitId;
    if (unitId === undefined || isElsewhere) throw new ProblemError('not-found');
    asking.actor.require('personalData.reveal', unitId);
    await this.#writeDown(asking, { unitId, id }, body);
    const [row] = await this.#tenancy.ask<ApplicantRow>({ units: [unitId] }, APPLICANT, [
      ...[unitId, id],
    ]);
    if (row === undefined) throw new ProblemError('not-found');
    const shown = body.fields.map(async (field) => [
      field,
      field === 'lookupCode' ? await this.#lookups.read(unitId, id) : row[field],
    ]);
    return Object.fromEntries(await Promise.all(shown)) as Revealed;
  }

  /** Committed before the first byte is shown; a key that is used again is written down again. */
  #writeDown(
    asking: Asking,
    { unitId, id }: { readonly unitId: number; readonly id: string },
    body: Reveal,
  ): Promise<void> {
    const key = keyOf(asking);
    const subject = { type: 'dossier', id };
    // The audit is never changed: what may have to be erased stands beside it.
    const reasonId = randomUUID();
    const facts = { fields: body.fields, reasonId };
    const officeAt = this.#offices.now();
    const line = auditLineOf({ author: asking, act: 'dossier.reveal', subject, officeAt, facts });
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const done = { id, status: 200, version: null };
      await claim(transaction, key, done);
      await transaction.execute(REASON, [unitId, reasonId, id, body.reason]);
      await this.#desk.note(transaction, unitId, line);
    });
  }
}
