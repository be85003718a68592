import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import type {
  Incident,
  IncidentChanges,
  IncidentDossiersQuery,
  IncidentsQuery,
  NewIncident,
} from '#contract/incidents';
import type { Page } from '#contract/list';
import { tellInstant } from '#contract/time';
import {
  MINUTE_MS,
  formatInstant,
  instant,
  workingBetween,
  type Instant,
} from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { DossierItems, OfficeBook } from '../dossiers/index.ts';
import { isUuid } from '../platform/auth/path-id.ts';
import type { Locator } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { LAST_ID, pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { IncidentStore, type IncidentRow } from './incident-store.ts';

const outOfRange = (path: 'from' | 'to'): ProblemError =>
  new ProblemError('value-out-of-range', {}, [{ path, code: 'out-of-range' }]);

/** What the audit keeps: no words that people write. */
const auditedOf = ({
  kind,
  to,
  withdrawn,
}: Partial<Pick<IncidentRow, 'kind' | 'to' | 'withdrawn'>>) => ({
  ...{ kind, withdrawn },
  to: to === undefined ? undefined : tellInstant(to),
});

/** *Sự cố hệ thống*: written down by whoever meets it, cited where a delay is explained; it stops no clock. */
@Injectable()
export class Incidents implements Locator {
  readonly #store: IncidentStore;
  readonly #offices: OfficeBook;
  readonly #items: DossierItems;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  // eslint-disable-next-line max-params -- a row, the office it happened in, its dossiers and a note
  constructor(
    @Inject(IncidentStore) store: IncidentStore,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(DossierItems) items: DossierItems,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#store = store;
    this.#offices = offices;
    this.#items = items;
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    const row = isUuid(id) ? await this.#store.find(units, id) : undefined;
    return row && [row.unitId];
  }

  async report(wanted: NewIncident, { actor, from: origin, asking }: Ask): Promise<Incident> {
    const unitId = actor.choose('incidents.write', wanted.unitId).id;
    const now = this.#offices.now();
    const { system, kind, from = now, to = null, note = null } = wanted;
    checkSpan(from, to, now);
    const done = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, asking, async () => {
        const id = randomUUID();
        const said = { unitId, id, system, kind, from, to, note };
        await this.#store.add(transaction, { ...said, madeBy: actor.id, madeAt: now });
        await this.#audit.write(transaction, {
          ...{ unitId, actor, from: origin, act: 'incident.reported' },
          subject: { type: 'incident', id },
          facts: { after: { system, kind, from: formatInstant(from), to: tellInstant(to) } },
        });
        return { id, result: undefined };
      }),
    );
    return this.#told(await this.#get([unitId], done.id));
  }

  async change(
    { actor, from: origin }: Ask,
    id: string,
    changes: IncidentChanges,
  ): Promise<Incident> {
    const before = await this.#get(actor.covers('incidents.write', undefined), id);
    if (changes.to !== undefined) checkSpan(before.from, changes.to, this.#offices.now());
    const { unitId } = before;
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await this.#store.change(transaction, before, changes);
      await this.#audit.write(transaction, {
        ...{ unitId, actor, from: origin, act: 'incident.changed' },
        subject: { type: 'incident', id },
        facts: { before: auditedOf(before), after: auditedOf(changes) },
      });
    });
    return this.#told(await this.#get([unitId], id));
  }

  async get(actor: RequestActor, id: string): Promise<Incident> {
    return this.#told(await this.#get(actor.covers('incidents.write', undefined), id));
  }

  async list(actor: RequestActor, query: IncidentsQuery): Promise<Page<Incident>> {
    const units = actor.covers('incidents.read', query.unitId);
    const [at, id = LAST_ID] = readCursor(query.cursor, part.moment, part.uuid) ?? [];
    const before = { at: at === undefined ? undefined : instant(at), id };
    const rows = await this.#store.list(units, query, before);
    const { items, nextCursor } = pageOfRows(rows, query.limit, {
      item: (row) => row,
      key: (row) => [row.from, row.id],
    });
    return { items: await Promise.all(items.map((row) => this.#told(row))), nextCursor };
  }

  async dossiers(
    actor: RequestActor,
    id: string,
    { limit, cursor }: IncidentDossiersQuery,
  ): Promise<Page<DossierItem>> {
    const row = await this.#get(actor.covers('incidents.read', undefined), id);
    const [after] = readCursor(cursor, part.uuid) ?? [];
    const found = await this.#store.dossiers(row, after, limit + 1);
    const { items, nextCursor } = pageOfRows(found, limit, {
      item: (named) => named,
      key: (named) => [named.id],
    });
    return { items: await this.#items.of(actor, items), nextCursor };
  }

  async #get(units: readonly number[], id: string): Promise<IncidentRow> {
    const row = await this.#store.find(units, id);
    if (row === undefined) throw new ProblemError('not-found');
    return row;
  }

  async #told(row: IncidentRow): Promise<Incident> {
    const calendar = await this.#offices.calendar(row.unitId);
    const until = row.to ?? this.#offices.now();
    return {
      ...row,
      from: formatInstant(row.from),
      to: tellInstant(row.to),
      madeAt: formatInstant(row.madeAt),
      workingMinutes: Math.floor(workingBetween(calendar, row.from, until) / MINUTE_MS),
    };
  }
}

/** What has not begun cannot be told of, and what ends does so after it began. */
function checkSpan(from: Instant, to: Instant | null, now: Instant): void {
  if (from > now) throw outOfRange('from');
  if (to !== null && (to <= from || to > now)) throw outOfRange('to');
}
