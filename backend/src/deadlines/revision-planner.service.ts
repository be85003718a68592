import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DueMove } from '#contract/calendars';
import { unitRulesOf } from '#contract/units';
import type { Actor, DossierState, ProcedureRules } from '#domain/dossier';
import { formatInstant, type Instant } from '#domain/working-time';
import type { CalendarDraft, DraftedVersion } from '../calendars/index.ts';
import { EventStore, OfficeBook, type WatchedOffice } from '../dossiers/index.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { ProcedureService } from '../procedures/index.ts';
import { changedDays } from './changed-days.ts';
import { dueRevision, type DueRevision } from './due-revision.ts';
import { dossiersAcross } from './open-dossiers.ts';

/** One dossier that the change counts anew. */
export interface PlannedRevision extends DueRevision {
  readonly unitId: number;
  readonly dossierId: string;
  /** The version it was counted from. */
  readonly version: number;
  readonly office: WatchedOffice;
}

export interface RevisionPlan {
  readonly revisions: readonly PlannedRevision[];
  readonly moves: readonly DueMove[];
  /** The same for the same change of the same dossiers: what a person was shown is what is done. */
  readonly fingerprint: string;
}

/** Dossiers read at once: enough to keep the database busy, too few to keep others from it. */
const AT_ONCE = 4;

const THE_CALENDAR: Actor = { kind: 'system', id: 'calendar' };

/** What a drafted calendar would do to every open dossier it reaches. */
@Injectable()
export class RevisionPlanner {
  readonly #tenancy: Tenancy;
  readonly #store: EventStore;
  readonly #procedures: ProcedureService;
  readonly #offices: OfficeBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(EventStore) store: EventStore,
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(OfficeBook) offices: OfficeBook,
  ) {
    this.#tenancy = tenancy;
    this.#store = store;
    this.#procedures = procedures;
    this.#offices = offices;
  }

  async plan(draft: CalendarDraft, now: Instant): Promise<RevisionPlan> {
    const revisions: PlannedRevision[] = [];
    for (const drafted of draft.versions) revisions.push(...(await this.#ofUnit(drafted, now)));
    const moves = revisions.flatMap(told);
    return { revisions, moves, fingerprint: fingerprintOf(draft, revisions) };
  }

  async #ofUnit(
    { unitId, before, after }: DraftedVersion,
    now: Instant,
  ): Promise<readonly PlannedRevision[]> {
    const days = changedDays(before.definition, after.definition);
    if (days === undefined) return [];
    const asking = {
      query: <Row extends object>(sql: string, parameters?: readonly unknown[]) =>
        this.#tenancy.ask<Row>({ units: [unitId] }, sql, parameters),
    };
    const ids = await dossiersAcross(asking, unitId, days);
    const { settings, alertRules } = await this.#offices.unit(unitId);
    const unit = unitRulesOf(settings);
    const offices = new Offices(this.#procedures, {
      unitId,
      office: { now, actor: THE_CALENDAR, calendar: after, unit, alertRules },
    });
    const found: PlannedRevision[] = [];
    for (let index = 0; index < ids.length; index += AT_ONCE) {
      const some = ids.slice(index, index + AT_ONCE);
      const planned = await Promise.all(some.map((id) => this.#ofDossier(unitId, id, offices)));
      found.push(...planned.flatMap((revision) => revision ?? []));
    }
    return found;
  }

  async #ofDossier(
    unitId: number,
    dossierId: string,
    offices: Offices,
  ): Promise<PlannedRevision | undefined> {
    const { state } = await this.#store.load(unitId, dossierId);
    if (state === null) return undefined;
    const office = await offices.of(state);
    const revision = dueRevision(state, office);
    return revision && { ...revision, unitId, dossierId, version: state.version, office };
  }
}

interface UnitOffice {
  readonly unitId: number;
  readonly office: Omit<WatchedOffice, 'procedure'>;
}

/** The office as each dossier's own procedure version sees it. */
class Offices {
  readonly #procedures: ProcedureService;
  readonly #unit: UnitOffice;
  readonly #rules = new Map<string, Promise<ProcedureRules>>();

  constructor(procedures: ProcedureService, unit: UnitOffice) {
    this.#procedures = procedures;
    this.#unit = unit;
  }

  async of({ intake: { procedure } }: DossierState): Promise<WatchedOffice> {
    const name = `${procedure.code}/${procedure.version}`;
    const known = this.#rules.get(name);
    const rules = known ?? this.#read(procedure.code, procedure.version);
    this.#rules.set(name, rules);
    return { ...this.#unit.office, procedure: await rules };
  }

  async #read(code: string, version: number): Promise<ProcedureRules> {
    return (await this.#procedures.version(this.#unit.unitId, code, version)).rules;
  }
}

const told = ({ dossierId, state, move }: PlannedRevision): readonly DueMove[] =>
  move === undefined
    ? []
    : [
        {
          dossierId,
          code: state.intake.officialCode ?? state.intake.code,
          from: formatInstant(move.from),
          to: formatInstant(move.to),
        },
      ];

function fingerprintOf(draft: CalendarDraft, revisions: readonly PlannedRevision[]): string {
  const counted = revisions.map(({ unitId, dossierId, state: { due } }) => [
    ...[unitId, dossierId, due?.dueAt, due?.beforeExtensionAt, due?.oursAt, due?.provisional],
  ]);
  const versions = draft.versions.map(({ unitId, version }) => [
    ...[unitId, version.number, version.hash],
  ]);
  const text = JSON.stringify([draft.ownerId, draft.layerVersion, versions, counted]);
  return createHash('sha256').update(text).digest('hex');
}
