import { Inject, Injectable } from '@nestjs/common';
import type { AlertStatus, Escalation, EscalationsQuery } from '#contract/alerts';
import type { Page } from '#contract/list';
import { leadingOf } from '#domain/steering';
import { formatInstant, instant } from '#domain/working-time';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { LAST_ID, pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { ALERT_COLUMNS, alertItem, type AlertRow } from './alert-item.ts';
import { ownRecipients } from './own-recipients.ts';

interface EscalationRow extends AlertRow {
  readonly holderUser: string | null;
  readonly place: string | null;
  readonly said: string | null;
  readonly ownId: string | null;
  readonly ownStatus: AlertStatus;
  readonly ownUntil: number | null;
}

const mineOf = ({ ownId, ownStatus, ownUntil }: EscalationRow): Escalation['mine'] =>
  ownId === null
    ? null
    : {
        ...{ id: ownId, status: ownStatus },
        snoozedUntil: ownUntil === null ? null : formatInstant(instant(ownUntil)),
      };

// Of each matter the highest rung it has climbed to; a head sees what came to the head, and whatever lies
// in the departments led.
const CLIMBED = `desk as materialized (
    select user_id::text as sitter, min(department_code) as department from membership
    where unit_id = $1 and department_code is not null and from_at <= $2 and $2 < until_at
    group by user_id
  ), climbed as (
    select distinct on (subject_kind, subject_id, kind, threshold, revision) alert.id
    from alert left join dossier on dossier.unit_id = alert.unit_id and dossier.id = alert.dossier_id
      left join desk on desk.sitter = dossier.holder_user
    where alert.unit_id = $1 and alert.status in ('open', 'acknowledged', 'snoozed')
      and alert.level in ('head', 'director', 'viceChair')
      and ($3 or alert.recipient = any($4::text[])
        or coalesce(dossier.holder_department, desk.department) = any($5::text[]))
    order by subject_kind, subject_id, kind, threshold, revision,
      array_position(array['viceChair', 'director', 'head'], alert.level), alert.id
  )`;

const COUNT = `with ${CLIMBED} select count(*)::int as count from climbed
  join alert on alert.unit_id = $1 and alert.id = climbed.id and alert.status = 'open'`;

const ESCALATED = `with ${CLIMBED}
  select ${ALERT_COLUMNS}, dossier.holder_user as "holderUser",
    coalesce(dossier.holder_department, desk.department) as place,
    (select body from alert_answer as spoken
       join alert_step as step on step.unit_id = spoken.unit_id and step.alert_id = spoken.alert_id
         and step.act = 'answered' and step.at = spoken.at
       join alert_text as words on words.unit_id = step.unit_id and words.alert_id = step.alert_id
         and words.number = step.number
     where spoken.unit_id = alert.unit_id and spoken.subject_kind = alert.subject_kind
       and spoken.subject_id = alert.subject_id and spoken.revision = alert.revision
     order by spoken.at desc limit 1) as said,
    own.id as "ownId", own.status as "ownStatus", own.snoozed_until as "ownUntil"
  from alert left join dossier on dossier.unit_id = alert.unit_id and dossier.id = alert.dossier_id
    left join desk on desk.sitter = dossier.holder_user
    left join lateral (select mine.id, mine.status, mine.snoozed_until from alert as mine
      where mine.unit_id = alert.unit_id and mine.subject_kind = alert.subject_kind
        and mine.subject_id = alert.subject_id and mine.kind = alert.kind
        and mine.threshold = alert.threshold and mine.revision = alert.revision
        and mine.recipient = any($4::text[]) and mine.status <> 'closed'
      order by array_position(array['viceChair', 'director', 'head', 'officer'], mine.level), mine.id
      limit 1) as own on true
  where alert.unit_id = $1 and alert.id in (select id from climbed)
    and (alert.raised_at, alert.id) < ($6, $7)
  order by alert.raised_at desc, alert.id desc limit $8`;

const escalationOf = (row: EscalationRow): Escalation => {
  const item = alertItem(row);
  return {
    ...item,
    mine: mineOf(row),
    holder: row.dossierId === null ? null : { userId: row.holderUser, departmentCode: row.place },
    answer: item.answer === null ? null : { ...item.answer, text: row.said },
  };
};

interface Leader {
  readonly userId: string;
  readonly isOverAll: boolean;
  readonly departments: readonly string[];
}

/** What has climbed to a leader, with what its holder answered before. */
@Injectable()
export class Escalations {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  /** How much of that nobody has acknowledged, for a leader who is not asking just now. */
  async waiting(unitId: number, { userId, isOverAll, departments }: Leader): Promise<number> {
    const [row] = await this.#tenancy.ask<{ readonly count: number }>({ units: [unitId] }, COUNT, [
      ...[unitId, sqlInstant(this.#clock.officeNow()), isOverAll, [`user:${userId}`]],
      departments,
    ]);
    return row?.count ?? 0;
  }

  page(actor: RequestActor, query: EscalationsQuery): Promise<Page<Escalation>> {
    const unit = actor.choose('steering.read', query.unitId);
    const { isWhole, headed } = leadingOf([unit, ...unit.standsInFor]);
    const [at, id] = readCursor(query.cursor, part.moment, part.uuid) ?? [undefined, LAST_ID];
    return this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      const { recipients } = await ownRecipients(transaction, actor, [unit.id]);
      const rows = await transaction.query<EscalationRow>(ESCALATED, [
        ...[unit.id, sqlInstant(this.#clock.officeNow()), isWhole, recipients],
        headed,
        ...[at === undefined ? 'infinity' : sqlInstant(at), id, query.limit + 1],
      ]);
      const key = (row: EscalationRow) => [row.raisedAt, row.id] as const;
      return pageOfRows(rows, query.limit, { item: escalationOf, key });
    });
  }
}
