import { Inject, Injectable } from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import type { FeeDossier, FeeDossiersQuery, FeePayment, FeePaymentsQuery } from '#contract/fees';
import type { Page } from '#contract/list';
import type { FeeStanding } from '#domain/fee';
import { formatInstant, plusDays, startOf, type Instant } from '#domain/working-time';
import { DossierList } from '../dossiers/index.ts';
import { Signers } from '../identity/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { FIRST_ID, LAST_ID, pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { periodOf } from './fee-period.ts';
import { officersNamed } from './officer-names.ts';
import { PROCEDURE_NAME, TAKEN, TAKEN_COLUMNS, meantBy, type TakenRow } from './taken.ts';

interface AccountRow {
  readonly dossierId: string;
  readonly charged: number;
  readonly paid: number;
  readonly standing: FeeStanding;
  readonly lastAt: Instant;
  readonly procedureName: string | null;
}

const ACCOUNT = `account.charged, account.paid, account.standing, account.last_at as "lastAt",
  ${PROCEDURE_NAME} as "procedureName"`;

const PAYMENTS = `select * from (select ${TAKEN_COLUMNS}, ${ACCOUNT} from fee_account as account,
    ${TAKEN} and account.unit_id = entry.unit_id and account.dossier_id = entry.dossier_id) as taken
  where ("occurredAt", "dossierId", version) < ($7, $8, $9)
  order by "occurredAt" desc, "dossierId" desc, version desc limit $10`;

/** Whoever owes longest comes first. */
const DOSSIERS = `select account.dossier_id as "dossierId", ${ACCOUNT}
  from fee_account as account
  join dossier on dossier.unit_id = account.unit_id and dossier.id = account.dossier_id
    and not annulled
  where account.unit_id = $1 and account.standing = any ($2)
    and account.last_at >= $3 and account.last_at < $4
    and ($5::text is null or dossier.procedure_code = $5)
    and (account.last_at, account.dossier_id) > ($6, $7)
  order by account.last_at, account.dossier_id limit $8`;

const feeOf = ({ charged, paid, standing, lastAt }: AccountRow): FeeDossier['fee'] => ({
  ...{ charged, paid, owing: charged - paid, standing },
  lastAt: formatInstant(lastAt),
});

const standingsOf = ({ standing }: FeeDossiersQuery): readonly string[] =>
  standing === 'due' ? ['owing', 'partly'] : [standing];

/** Payments and accounts, each beside the dossier it belongs to. */
@Injectable()
export class FeeLists {
  readonly #tenancy: Tenancy;
  readonly #dossiers: DossierList;
  readonly #signers: Signers;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DossierList) dossiers: DossierList,
    @Inject(Signers) signers: Signers,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#dossiers = dossiers;
    this.#signers = signers;
    this.#clock = clock;
  }

  async payments(actor: RequestActor, query: FeePaymentsQuery): Promise<Page<FeePayment>> {
    const unitId = actor.choose('fees.read', query.unitId).id;
    const { limit, cursor } = query;
    const [at, id = LAST_ID, version = 0] =
      readCursor(cursor, part.moment, part.uuid, part.int) ?? [];
    const rows = await this.#tenancy.ask<TakenRow & AccountRow>({ units: [unitId] }, PAYMENTS, [
      ...meantBy({ ...query, ...periodOf(query, this.#clock), unitId }),
      ...[at === undefined ? 'infinity' : sqlInstant(at), id, version, limit + 1],
    ]);
    const items = await this.#items(actor, unitId, rows);
    const named = await officersNamed(
      this.#signers,
      rows.map(({ officer }) => officer),
    );
    const told = pageOfRows(rows, limit, {
      item: (row) => {
        const { version: of, amount, method, officer } = row;
        const occurredAt = formatInstant(row.occurredAt);
        const payment = { version: of, amount, method, occurredAt, officer: named(officer) };
        return withFee(items, row, { payment });
      },
      key: (row) => [row.occurredAt, row.dossierId, row.version],
    });
    return { ...told, items: told.items.flat() };
  }

  async dossiers(actor: RequestActor, query: FeeDossiersQuery): Promise<Page<FeeDossier>> {
    const unitId = actor.choose('fees.read', query.unitId).id;
    const { limit, cursor, from, to, procedure } = query;
    const [at, id = FIRST_ID] = readCursor(cursor, part.moment, part.uuid) ?? [];
    const rows = await this.#tenancy.ask<AccountRow>({ units: [unitId] }, DOSSIERS, [
      ...[unitId, standingsOf(query)],
      from === undefined ? '-infinity' : sqlInstant(startOf(from)),
      to === undefined ? 'infinity' : sqlInstant(startOf(plusDays(to, 1))),
      ...[procedure ?? null, at === undefined ? '-infinity' : sqlInstant(at), id, limit + 1],
    ]);
    const items = await this.#items(actor, unitId, rows);
    const told = pageOfRows(rows, limit, {
      item: (row) => withFee(items, row, {}),
      key: (row) => [row.lastAt, row.dossierId],
    });
    return { ...told, items: told.items.flat() };
  }

  /** As the work list tells them, to whoever asks. */
  async #items(
    actor: RequestActor,
    unitId: number,
    rows: readonly AccountRow[],
  ): Promise<ReadonlyMap<string, DossierItem>> {
    const id = [...new Set(rows.map(({ dossierId }) => dossierId))];
    if (id.length === 0) return new Map();
    const { items } = await this.#dossiers.page(actor, { unitId, id, limit: id.length });
    return new Map(items.map((item) => [item.id, item]));
  }
}

/** A dossier annulled between the two questions is no line any more. */
const withFee = <More extends object>(
  items: ReadonlyMap<string, DossierItem>,
  row: AccountRow,
  more: More,
) => {
  const item = items.get(row.dossierId);
  if (item === undefined) return [];
  return [{ ...item, procedureName: row.procedureName, fee: feeOf(row), ...more }];
};
