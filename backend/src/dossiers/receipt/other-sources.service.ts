import { Inject, Injectable } from '@nestjs/common';
import type { NewDossier } from '#contract/dossiers';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { claim } from '../../platform/idempotency/kept-answer.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { auditLineOf } from '../command/keeper.service.ts';
import { DeskBook } from '../desk-book.service.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { codeWords } from '../store/search-words.ts';
import { sourceOf } from './intake.ts';
import { PrimarySource } from './primary-source.service.ts';
import type { Receipt } from './receipt.ts';

interface KnownRow {
  readonly procedure_code: string;
  readonly channel: string;
  readonly declared_due_at: number | null;
}

const FIND = `select procedure_code, channel, declared_due_at from dossier
  where unit_id = $1 and id = $2`;

const TOLD = `select dossier_id from source_record
  where unit_id = $1 and source = $2 and external_code = $3`;

const JOIN = `insert into source_record (unit_id, source, external_code, dossier_id, source_status,
    as_of, known_at, differences)
  values ($1, $2, $3, $4, $5, $6, $6, $7) on conflict do nothing`;

// Who looks for the other system's code finds the dossier.
const FIND_BY = `insert into search_word (unit_id, word, dossier_id)
  select $1, word, $2 from unnest($3::text[]) as word on conflict do nothing`;

/** What the other system tells otherwise: only the primary one's word is the dossier's. */
const differences = (body: NewDossier, known: KnownRow): readonly string[] => [
  ...(body.procedureCode === known.procedure_code ? [] : ['procedureCode']),
  ...(body.channel === known.channel ? [] : ['channel']),
  ...(body.declaredDueAt === undefined || body.declaredDueAt === known.declared_due_at
    ? []
    : ['declaredDueAt']),
];

export const alreadyKnown = (id: string): ProblemError =>
  new ProblemError('dossier-exists', { id });

/** The same dossier told by more than one system: counted once. */
@Injectable()
export class OtherSources {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #desk: DeskBook;
  readonly #primary: PrimarySource;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(PrimarySource) primary: PrimarySource,
  ) {
    this.#tenancy = tenancy;
    this.#offices = offices;
    this.#desk = desk;
    this.#primary = primary;
  }

  /** The dossier of which this system has told before. */
  async find({ unit, body }: Receipt): Promise<string | undefined> {
    const told = sourceOf(body, (await this.#offices.unit(unit.id)).settings);
    if (told === undefined) return undefined;
    const [row] = await this.#tenancy.ask<{ readonly dossier_id: string }>(
      ...([{ units: [unit.id] }, TOLD, [unit.id, told.source, told.externalCode]] as const),
    );
    return row?.dossier_id;
  }

  /** One more system tells of it; 409 when this one has done so before, or is not named at all. */
  async join({ asking, unit, body, key }: Receipt, dossierId: string): Promise<void> {
    const { settings } = await this.#offices.unit(unit.id);
    const told = sourceOf(body, settings);
    if (told === undefined || body.officialCode === undefined) throw alreadyKnown(dossierId);
    const { source, externalCode, sourceStatus = null } = told;
    const officeAt = this.#offices.now();
    await this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      const done = { id: dossierId, status: 200, version: null };
      if ((await claim(transaction, key, done)) !== undefined) return;
      const [known] = await transaction.query<KnownRow>(FIND, [unit.id, dossierId]);
      if (known === undefined) throw alreadyKnown(dossierId);
      const added = await transaction.execute(JOIN, [
        ...[unit.id, source, externalCode, dossierId, sourceStatus, sqlInstant(officeAt)],
        JSON.stringify(differences(body, known)),
      ]);
      if (added === 0) throw alreadyKnown(dossierId);
      await transaction.execute(FIND_BY, [unit.id, dossierId, codeWords(externalCode)]);
      await this.#primary.settle(transaction, {
        ...{ unitId: unit.id, dossierId, told, settings, author: asking },
        declaredDueAt: body.declaredDueAt,
      });
      const subject = { type: 'dossier', id: dossierId };
      const facts = { source, externalCode };
      const act = { author: asking, act: 'dossier.sourceAdded', subject, officeAt, facts };
      await this.#desk.note(transaction, unit.id, auditLineOf(act), 'changed');
    });
  }
}
