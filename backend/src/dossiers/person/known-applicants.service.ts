import { Inject, Injectable } from '@nestjs/common';
import {
  maskedFields,
  type KnownApplicant,
  type KnownApplicantsQuestion,
} from '#contract/dossiers';
import { tellInstant } from '#contract/time';
import type { Instant } from '#domain/working-time';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { plainText } from '../../platform/text/plain-text.ts';
import type { Asking } from '../asking.ts';
import { auditLineOf } from '../command/keeper.service.ts';
import { DeskBook } from '../desk-book.service.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { maskedApplicant, type ApplicantRow } from './applicant-row.ts';
import { KEYED_HASH, type KeyedHash } from './keyed-hash.ts';
import { plainNumber, plainPhone } from './known-person.ts';

/** Who came more often than this is known well enough from the latest times. */
const MOST = 200;

const CAME = `select dossier_id as "dossierId", kind, name, phone, id_number as "idNumber",
    tax_code as "taxCode", address, email, on_behalf_of as "onBehalfOf",
    coalesce(received_at, submitted_at) as "cameAt"
  from applicant join dossier on dossier.unit_id = applicant.unit_id and dossier.id = dossier_id
  where applicant.unit_id = $1 and not annulled
    and case $2 when 'phone' then phone_hash = any ($3::bytea[]) else id_hash = any ($3::bytea[]) end
  order by "cameAt" desc nulls last, dossier_id desc limit ${MOST}`;

type CameRow = ApplicantRow & { readonly dossierId: string; readonly cameAt: Instant | null };

/** Who has come before, found by a number they say at the counter; that it was asked is written down. */
@Injectable()
export class KnownApplicants {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #desk: DeskBook;
  readonly #hashes: KeyedHash;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(DeskBook) desk: DeskBook,
    @Inject(KEYED_HASH) hashes: KeyedHash,
  ) {
    this.#tenancy = tenancy;
    this.#offices = offices;
    this.#desk = desk;
    this.#hashes = hashes;
  }

  async find(
    asking: Asking,
    question: KnownApplicantsQuestion,
  ): Promise<readonly KnownApplicant[]> {
    const unit = asking.actor.choose('dossiers.receive', question.unitId);
    asking.actor.require('personalData.reveal', unit.id);
    const { phone, idNumber = '' } = question;
    const [by, text] =
      phone === undefined
        ? (['id', plainNumber(idNumber)] as const)
        : (['phone', plainPhone(phone)] as const);
    const hashes = this.#hashes.allOf(unit.id, by, text).map((hash) => `\\x${hash}`);
    const rows = await this.#tenancy.ask<CameRow>({ units: [unit.id] }, CAME, [
      ...[unit.id, by, hashes],
    ]);
    const known = knownBy(rows);
    await this.#writeDown(asking, unit.id, { by, found: known.length });
    return known;
  }

  #writeDown(
    asking: Asking,
    unitId: number,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const officeAt = this.#offices.now();
    const line = auditLineOf({ author: asking, act: 'applicant.find', officeAt, facts });
    return this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#desk.note(transaction, unitId, line),
    );
  }
}

const knowing = (row: CameRow): number =>
  maskedFields.filter((field) => row[field] !== null).length;

/** Each name once, the latest first, by the dossier that knows most of them. */
function knownBy(rows: readonly CameRow[]): readonly KnownApplicant[] {
  const byName = Map.groupBy(rows, ({ kind, name }) => `${kind} ${plainText(name)}`);
  return [...byName.values()].flatMap((same) => {
    const [latest] = same;
    const [best] = same.toSorted((one, other) => knowing(other) - knowing(one));
    if (latest === undefined || best === undefined) return [];
    return [
      {
        ...maskedApplicant({ ...best, name: latest.name }),
        dossierId: best.dossierId,
        dossiers: same.length,
        lastReceivedAt: tellInstant(latest.cameAt),
      },
    ];
  });
}
