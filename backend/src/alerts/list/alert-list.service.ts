import { Inject, Injectable } from '@nestjs/common';
import type { AlertCounts, AlertItem, AlertPeople, AlertsQuery } from '#contract/alerts';
import type { Page } from '#contract/list';
import { DUTY_KINDS } from '#domain/alert';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { LAST_ID, pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { ALERT_COLUMNS, ALERT_TABLES, alertItem, type AlertRow } from './alert-item.ts';
import { ownRecipients } from './own-recipients.ts';

const MINE = 'unnest($1::int[], $2::text[]) as mine (unit_id, recipient)';

const LIST = `select ${ALERT_COLUMNS} from ${MINE} join ${ALERT_TABLES}
    on alert.unit_id = mine.unit_id and alert.recipient = mine.recipient
  where alert.status = $3 and ($4::text is null or alert.kind = $4)
    and ($5::uuid is null or alert.dossier_id = $5) and (alert.raised_at, alert.id) < ($6, $7)
  order by alert.raised_at desc, alert.id desc limit $8`;

const COUNTS = `select
    count(*) filter (where status = 'open')::int as open,
    count(*) filter (where status = 'open' and kind <> all ($3))::int as pressing,
    count(*) filter (where status = 'open' and severity = 'info')::int as info,
    count(*) filter (where status = 'open' and severity = 'warning')::int as warning,
    count(*) filter (where status = 'open' and severity = 'late')::int as late,
    count(distinct alert.dossier_id) filter (where status = 'open')::int as dossiers,
    count(*) filter (where status = 'acknowledged')::int as acknowledged,
    count(*) filter (where status = 'snoozed')::int as snoozed
  from ${MINE} join alert on alert.unit_id = mine.unit_id and alert.recipient = mine.recipient
  where status <> 'closed'`;

// Officer by officer only to the officer and the own head.
const PEOPLE = `select officer.id as "userId", officer.display_name as "displayName",
    count(alert.id) filter (where status = 'open')::int as open,
    count(alert.id) filter (where status = 'open' and severity = 'info')::int as info,
    count(alert.id) filter (where status = 'open' and severity = 'warning')::int as warning,
    count(alert.id) filter (where status = 'open' and severity = 'late')::int as late,
    count(alert.id) filter (where status = 'acknowledged')::int as acknowledged
  from office_user as officer left join alert on alert.unit_id = $1
    and alert.recipient = 'user:' || officer.id and status <> 'closed'
  where officer.id::text = $2 or officer.id in (select user_id from membership
    where membership.unit_id = $1 and department_code = any ($3))
  group by officer.id order by late desc, open desc, officer.display_name, officer.id`;

interface CountRow {
  readonly open: number;
  readonly pressing: number;
  readonly info: number;
  readonly warning: number;
  readonly late: number;
  readonly dossiers: number;
  readonly acknowledged: number;
  readonly snoozed: number;
}

interface PersonRow extends Omit<CountRow, 'dossiers' | 'snoozed'> {
  readonly userId: string;
  readonly displayName: string;
}

const bySeverity = ({ info, warning, late }: Pick<CountRow, 'info' | 'warning' | 'late'>) => ({
  info,
  warning,
  late,
});

/** What somebody is warned of, and how much of it there is. */
@Injectable()
export class AlertList {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  list(actor: RequestActor, query: AlertsQuery): Promise<Page<AlertItem>> {
    const { limit, cursor, status, kind, dossierId } = query;
    const units = actor.covers('alerts.read', query.unitId);
    const [at, id] = readCursor(cursor, part.moment, part.uuid) ?? [undefined, LAST_ID];
    const before = at === undefined ? 'infinity' : sqlInstant(at);
    return this.#tenancy.within({ units }, async (transaction) => {
      const mine = await ownRecipients(transaction, actor, units);
      const rows = await transaction.query<AlertRow>(LIST, [
        ...[mine.units, mine.recipients, status, kind ?? null, dossierId ?? null],
        ...[before, id, limit + 1],
      ]);
      const key = (row: AlertRow) => [row.raisedAt, row.id] as const;
      return pageOfRows(rows, limit, { item: alertItem, key });
    });
  }

  async counts(actor: RequestActor, unitId: number | undefined): Promise<AlertCounts> {
    const units = actor.covers('alerts.read', unitId);
    const [row] = await this.#tenancy.within({ units }, async (transaction) => {
      const { units: of, recipients } = await ownRecipients(transaction, actor, units);
      return transaction.query<CountRow>(COUNTS, [of, recipients, DUTY_KINDS]);
    });
    if (row === undefined) throw new Error('Counting gave no answer');
    const { open, pressing, dossiers, acknowledged, snoozed } = row;
    return { open, pressing, bySeverity: bySeverity(row), dossiers, acknowledged, snoozed };
  }

  async people(actor: RequestActor, unitId: number | undefined): Promise<AlertPeople> {
    const unit = actor.choose('alerts.read', unitId);
    const heads = [unit, ...unit.standsInFor].filter(({ roles }) => roles.includes('head'));
    const departments = heads.flatMap((each) => each.departments);
    const rows = await this.#tenancy.ask<PersonRow>({ units: [unit.id] }, PEOPLE, [
      ...[unit.id, actor.id, departments],
    ]);
    return {
      items: rows.map(({ userId, displayName, open, acknowledged, ...counts }) => ({
        ...{ userId, displayName, open, acknowledged },
        bySeverity: bySeverity(counts),
      })),
    };
  }

  /** One of the actor's own as the list has it; undefined where it is somebody else's. */
  async findOwn(
    transaction: Transaction,
    actor: RequestActor,
    place: { readonly unitId: number; readonly id: string },
  ): Promise<AlertRow | undefined> {
    const { units, recipients } = await ownRecipients(transaction, actor, [place.unitId]);
    const [row] = await transaction.query<AlertRow>(
      `select ${ALERT_COLUMNS} from ${MINE} join ${ALERT_TABLES}
        on alert.unit_id = mine.unit_id and alert.recipient = mine.recipient where alert.id = $3`,
      [units, recipients, place.id],
    );
    return row;
  }
}
