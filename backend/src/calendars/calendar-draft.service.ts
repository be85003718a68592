import { Inject, Injectable } from '@nestjs/common';
import { accepted, type Result } from '#domain/kernel';
import {
  mergeLayers,
  type CalendarLayer,
  type CalendarRefusal,
  type WorkingCalendar,
} from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import {
  addLayer,
  addVersion,
  findHead,
  latestLayers,
  unitsUnder,
  type CalendarUnit,
  type StoredLayer,
  type StoredVersion,
} from './calendar-store.ts';
import { CalendarService } from './calendar.service.ts';
import { layerAfter, type LayerChange } from './layer-change.ts';
import { layersOf } from './unit-layers.ts';
import { hashOf, numberOf } from './version-id.ts';

/** What a unit would count with, beside what it counts with now. */
export interface DraftedVersion {
  readonly unitId: number;
  readonly before: WorkingCalendar;
  readonly version: StoredVersion;
  readonly after: WorkingCalendar;
}

/** A change that is not in force: the layer it makes, and the versions of the units it reaches. */
export interface CalendarDraft {
  readonly ownerId: number;
  readonly layerVersion: number;
  readonly layer: CalendarLayer;
  /** All units that the layer lies over, the owner among them. */
  readonly reached: readonly number[];
  /** Of those whose calendar would be another, in order of unit. */
  readonly versions: readonly DraftedVersion[];
  /** What the owner counts with once the draft is kept. */
  readonly ownersVersion: { readonly version: string; readonly hash: string };
}

/** Changes of working time, thought through before anybody counts with them. */
@Injectable()
export class CalendarDraftService {
  readonly #tenancy: Tenancy;
  readonly #calendars: CalendarService;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CalendarService) calendars: CalendarService,
  ) {
    this.#tenancy = tenancy;
    this.#calendars = calendars;
  }

  /** What a change of a unit's layer would make of its calendar and, for a city, of its communes'. */
  async draft(
    ownerId: number,
    change: LayerChange,
  ): Promise<Result<CalendarDraft, CalendarRefusal>> {
    const units = await unitsUnder(this.#asking(ownerId), ownerId);
    const own = ownLayer(ownerId, await latestLayers(this.#asking(ownerId), ownerId));
    const layerVersion = (own?.version ?? 0) + 1;
    const layer = layerAfter(own?.layer ?? {}, change);
    const changed = { owner_id: ownerId, version: layerVersion, layer };
    const versions: DraftedVersion[] = [];
    for (const unit of units) {
      const drafted = await this.#draftVersion(unit, changed);
      if (!drafted.ok) return drafted;
      if (drafted.value !== null) versions.push(drafted.value);
    }
    const reached = units.map(({ id }) => id);
    const ownersVersion = await this.#ownersVersion(ownerId, versions);
    return accepted({ ownerId, layerVersion, layer, reached, versions, ownersVersion });
  }

  /** Whether nothing has come between: asked with the lock of `lock` held. */
  async stillHolds(transaction: Transaction, draft: CalendarDraft): Promise<boolean> {
    const { ownerId, layerVersion, versions } = draft;
    const own = ownLayer(ownerId, await latestLayers(transaction, ownerId));
    if ((own?.version ?? 0) + 1 !== layerVersion) return false;
    for (const { unitId, version } of versions) {
      const head = await findHead(transaction, unitId);
      if (head === undefined || head.number + 1 !== version.number) return false;
    }
    return true;
  }

  /** Calendars of a city and its communes change one after another. */
  async lock(transaction: Transaction, { ownerId }: CalendarDraft): Promise<void> {
    await transaction.query(
      `select pg_advisory_xact_lock(hashtextextended('calendar', coalesce(parent_id, id)))
       from unit where id = $1`,
      [ownerId],
    );
  }

  /** Puts the drafted layer and versions into force. */
  async keep(
    transaction: Transaction,
    { ownerId, layerVersion, layer, versions }: CalendarDraft,
    { at, by }: { readonly at: string; readonly by: string },
  ): Promise<void> {
    await addLayer(transaction, { ownerId, version: layerVersion, layer, at, by });
    for (const { unitId, version } of versions) {
      const added = await addVersion(transaction, { unitId, ...version, at, by });
      if (added === 0) throw new Error(`Unit ${unitId} has a calendar version ${version.number}`);
    }
  }

  async #draftVersion(
    unit: CalendarUnit,
    changed: StoredLayer,
  ): Promise<Result<DraftedVersion | null, CalendarRefusal>> {
    const before = await this.#calendars.inForce(unit.id);
    const stored = await latestLayers(this.#asking(unit.id), unit.id);
    const others = stored.filter(({ owner_id: owner }) => owner !== changed.owner_id);
    const layers = layersOf(unit, [...others, changed]);
    const merged = mergeLayers(layers.map(({ layer }) => layer));
    if (!merged.ok) return merged;
    const hash = hashOf(merged.value);
    if (hash === hashOf(before.definition)) return accepted(null);
    const number = (numberOf(before.version) ?? 0) + 1;
    const version = { number, hash, definition: merged.value };
    const after = this.#calendars.compile(version);
    return accepted({ unitId: unit.id, before, version, after });
  }

  async #ownersVersion(
    ownerId: number,
    versions: readonly DraftedVersion[],
  ): Promise<CalendarDraft['ownersVersion']> {
    const drafted = versions.find(({ unitId }) => unitId === ownerId)?.after;
    const { version, definition } = drafted ?? (await this.#calendars.inForce(ownerId));
    return { version, hash: hashOf(definition) };
  }

  #asking(unitId: number): Pick<Transaction, 'query'> {
    return { query: (sql, parameters) => this.#tenancy.ask({ units: [unitId] }, sql, parameters) };
  }
}

const ownLayer = (ownerId: number, stored: readonly StoredLayer[]): StoredLayer | undefined =>
  stored.find(({ owner_id: owner }) => owner === ownerId);
