import type { Question } from './question.ts';

/** Looked at since its last event: what its alerts are, is what that look left. */
const LOOKED = 'dossier.alerts_version = dossier.version';

/** What a unit's alerts have to say for themselves. That each is there once, the table itself sees to (I-10). */
export const ALERT_QUESTIONS: readonly Question[] = [
  {
    // I-11: nothing of a clock is told of what is done or stands still.
    check: 'alerts-true',
    sql: `select 'alert ' || alert.id as where from alert
      join dossier on dossier.unit_id = $1 and dossier.id = alert.dossier_id and ${LOOKED}
      where alert.unit_id = $1 and status <> 'closed' and split_part(kind, '.', 1) in ('dossier', 'step')
        and dossier.state not in ('received', 'processing', 'awaitingSupplement')`,
  },
  {
    // I-12, from the state and never from the queue: who was looked at after the due moment was told of.
    check: 'alerts-complete',
    sql: `select dossier.id::text as where from dossier
      where unit_id = $1 and state in ('received', 'processing') and pause_causes = '{}'
        and due_at < alerts_at and ${LOOKED}
        and not exists (select from alert where alert.unit_id = $1
          and alert.dossier_id = dossier.id and alert.kind = 'dossier.overdue'
          and alert.due_at = dossier.due_at)
        and not exists (select from done_at_source as done
          where done.unit_id = $1 and done.dossier_id = dossier.id)
        and not exists (select from alert_rules as set_rules,
          jsonb_array_elements(settings -> 'overrides') as changed
          where set_rules.unit_id = $1 and changed ->> 'kind' = 'dossier.overdue')`,
  },
  {
    check: 'alerts-stepped',
    sql: `select 'alert ' || alert.id as where from alert
      left join lateral (select count(*) as count, min(number) as first, max(number) as last,
          bool_or(act = 'raised' and number = 1) as raised,
          (array_agg(act order by number desc)
            filter (where act not in ('answered', 'doneAtSource')))[1] as act
        from alert_step where alert_step.unit_id = $1 and alert_id = alert.id) as told on true
      where alert.unit_id = $1 and (told.count is distinct from told.last or told.first <> 1
        or told.raised is not true
        or (status = 'closed') <> (told.act in ('resolved', 'superseded'))
        or (status = 'acknowledged') <> (told.act = 'acknowledged')
        or (status = 'snoozed') <> (told.act = 'snoozed'))`,
  },
  {
    check: 'deliveries-of-alerts',
    sql: `select 'delivery ' || alert_id || ' ' || channel as where from delivery
      join alert on alert.unit_id = $1 and alert.id = delivery.alert_id
      where delivery.unit_id = $1 and delivery.state = 'open' and alert.status = 'closed'`,
  },
];
