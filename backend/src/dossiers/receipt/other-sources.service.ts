import { Inject, Injectable } from '@nestjs/common';
import type { NewDossier } from '#contract/dossiers';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { auditLineOf } from '../command/keeper.service.ts';
import { DeskBook } from '../desk-book.service.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { sourceOf } from './intake.ts';
import type { Receipt } from './receipt.ts';

interface KnownRow {
  readonly procedure_code: string;
  readonly channel: string;
  readonly declared_due_at: number | null;
}

const FIND = `select procedure_code, channel, declared_due_at from dossier
  where unit_id = $1 and id = $2`;

const JOIN = `insert into source_record (unit_id, source, external_code, dossier_id, source_status,
    as_of, known_at, differences)
  values ($1, $2, $3, $4, $5, $6, $6, $7) on conflict do nothing`;

/** What the other system tells otherwise: only the primary one's word is the dossier's. */
const differences = (body: NewDossier, known: KnownRow): readonly string[] => [
  ...(body.procedureCode === known.procedure_code ? [] : ['procedureCode']),
  ...(body.channel === known.channel ? [] : ['channel']),
  ...(body.declaredDueAt === undefined || body.declaredDueAt === known.declared_due_at
    ? []
    : ['declaredDueAt']),
];

/** The same dossier told by more than one system: counted once. */
@Injectable()
export class OtherSources {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #desk: DeskBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(DeskBook) desk: DeskBook,
  ) {
    this.#tenancy = tenancy;
    this.#offices = offices;
    this.#desk = desk;
  }

  /** False when this system has told of it before, or is not named at all. */
  async join({ asking, unit, body, key }: Receipt, dossierId: string): Promise<boolean> {
    const { settings } = await this.#offices.unit(unit.id);
    const told = sourceOf(body, settings);
    if (told === undefined || body.officialCode === undefined) return false;
    const { source, externalCode, sourceStatus = null } = told;
    const officeAt = this.#offices.now();
    return this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      const [known] = await transaction.query<KnownRow>(FIND, [unit.id, dossierId]);
      if (known === undefined) return false;
      const added = await transaction.execute(JOIN, [
        ...[unit.id, source, externalCode, dossierId, sourceStatus, sqlInstant(officeAt)],
        JSON.stringify(differences(body, known)),
      ]);
      if (added === 0) return false;
      const done = { id: dossierId, status: 200, version: null };
      if (key !== undefined) await this.#desk.claim(transaction, key, done);
      const subject = { type: 'dossier', id: dossierId };
      const facts = { source, externalCode };
      const act = { author: asking, act: 'dossier.sourceAdded', subject, officeAt, facts };
      await this.#desk.note(transaction, unit.id, auditLineOf(act), 'changed');
      return true;
    });
  }
}
