import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { signalsDue, type UnitSubject } from '#domain/alert';
import { HOUR_MS, instant, type Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { AlertWriter, type Written } from '../store/alert-writer.service.ts';
import { keptAlerts, type KeptAlerts } from '../store/kept-alerts.ts';
import { AlertRecord } from './alert-record.ts';
import type { Surroundings } from './look-at-dossier.ts';
import type { SurroundingsOfSweep } from './surroundings-book.service.ts';
import { unitMatters } from './unit-matters.ts';

/** What changes without telling anybody, an import an older process gave up, is met by then. */
const LONGEST_MS = HOUR_MS;

const NEW_UNITS = `insert into alert_watch (unit_id, next_signal_at)
  select id, $1 from unit where closed_at is null
    and not exists (select from alert_watch where alert_watch.unit_id = unit.id)
  on conflict do nothing`;

const PEEK = `select alert_watch.unit_id as "unitId" from alert_watch
  join unit on unit.id = alert_watch.unit_id and closed_at is null where next_signal_at <= $1`;

const TAKE = `select unit_id as "unitId" from alert_watch
  where unit_id = $1 and next_signal_at <= $2 for update skip locked`;

const ADVANCE = 'update alert_watch set next_signal_at = $2 where unit_id = $1';

const WAKE = `insert into alert_watch (unit_id, next_signal_at) values ($1, $2)
  on conflict (unit_id) do update set next_signal_at = excluded.next_signal_at`;

interface UnitRow {
  readonly unitId: number;
}

const NOTHING: Written = { raised: 0, deliveries: 0 };

/** Something of a unit has changed that alerts may be about: it is looked at by the next sweep. */
export async function wakeUnit(
  transaction: Transaction,
  unitId: number,
  now: Instant,
): Promise<void> {
  await transaction.execute(WAKE, [unitId, sqlInstant(now)]);
}

/** Looks at what concerns units as a whole: their sources, their calendars, what failed. */
@Injectable()
export class UnitSweep {
  readonly #tenancy: Tenancy;
  readonly #writer: AlertWriter;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(AlertWriter) writer: AlertWriter) {
    this.#tenancy = tenancy;
    this.#writer = writer;
  }

  /** Every unit whose moment has come, each in a transaction of its own. */
  async sweep(surroundings: SurroundingsOfSweep): Promise<Written> {
    const { now } = surroundings;
    const units = await this.#tenancy.everywhere(async (transaction) => {
      await transaction.execute(NEW_UNITS, [sqlInstant(now)]);
      return transaction.query<UnitRow>(PEEK, [sqlInstant(now)]);
    });
    let sum = NOTHING;
    for (const { unitId } of units) {
      await surroundings.read([unitId]);
      const written = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
        this.#lookAt(transaction, unitId, surroundings),
      );
      sum = {
        raised: sum.raised + written.raised,
        deliveries: sum.deliveries + written.deliveries,
      };
    }
    return sum;
  }

  async #lookAt(
    transaction: Transaction,
    unitId: number,
    surroundings: SurroundingsOfSweep,
  ): Promise<Written> {
    const { now } = surroundings;
    const taken = await transaction.query<UnitRow>(TAKE, [unitId, sqlInstant(now)]);
    if (taken.length === 0) return NOTHING;
    const around = surroundings.get(unitId);
    const { calendar } = around;
    const matters = await unitMatters(transaction, unitId, { calendar, now });
    const records: AlertRecord[] = [];
    let next = instant(now + LONGEST_MS);
    for (const [kind, subjects] of Map.groupBy(matters, (each) => each.kind)) {
      const ids = subjects.map(({ id }) => id);
      const kept = await keptAlerts(transaction, unitId, { kind, ids });
      for (const subject of subjects) {
        const looked = lookAtUnit(subject, around, { kept, now });
        records.push(looked.record);
        next = instant(Math.min(next, looked.nextLookAt ?? next));
      }
    }
    const written = await this.#writer.write(transaction, {
      ...{ unitId, now, records, surroundings: around },
    });
    await transaction.execute(ADVANCE, [unitId, sqlInstant(next)]);
    return written;
  }
}

function lookAtUnit(
  subject: UnitSubject,
  { rules, calendar, people }: Surroundings,
  { kept, now }: { readonly kept: KeptAlerts; readonly now: Instant },
): { readonly record: AlertRecord; readonly nextLookAt: Instant | null } {
  const record = new AlertRecord(kept.get(subject.id) ?? [], randomUUID);
  const raised = record.raised();
  const difference = signalsDue({ subject, rules, calendar, people, raised, now });
  record.take(difference, now);
  return { record, nextLookAt: difference.nextLookAt };
}
