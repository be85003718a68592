import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { instant } from '#domain/working-time';
import type { CalendarDraft } from '../calendars/index.ts';
import { EventStore, signalsOf } from '../dossiers/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { lookAgain } from './open-dossiers.ts';
import {
  RevisionPlanner,
  type PlannedRevision,
  type RevisionPlan,
} from './revision-planner.service.ts';

type Appending = ReturnType<EventStore['append']>;

/** Passes over dossiers that somebody moves at the same moment; the next change finds what is left. */
const PASSES = 3;

const BEGUN = 'select pg_snapshot_xmax(pg_current_snapshot())::text as last';
const ENDED = 'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as ended';
const WAIT_MS = 25;
/** Four seconds: no command takes so long, and a backup that does is none. */
const WAITS = 160;

/** Tells dossiers of their new due moments. */
@Injectable()
export class RevisionWriter {
  readonly #store: EventStore;
  readonly #planner: RevisionPlanner;
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(RevisionPlanner) planner: RevisionPlanner,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#store = store;
    this.#planner = planner;
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  /** All revisions of a plan, or none: a dossier that moved meanwhile makes the plan another. */
  async write(transaction: Transaction, { revisions }: RevisionPlan): Promise<void> {
    for (const revision of revisions) {
      const answer = await this.#append(revision, transaction);
      if (answer.kind === 'busy') throw new ProblemError('request-under-way');
      if (answer.kind !== 'appended') throw new ProblemError('calendar-preview-stale');
    }
  }

  /**
   * A dossier received while the calendar came into force was still counted with the old one: it is counted
   * anew on its own. What waits for working moments is looked at again.
   */
  async catchUp(draft: CalendarDraft): Promise<void> {
    for (const { unitId } of draft.versions) {
      await this.#tenancy.within({ units: [unitId] }, (transaction) =>
        lookAgain(transaction, unitId, sqlInstant(this.#clock.officeNow())),
      );
    }
    await this.#othersEnded();
    for (let pass = 0; pass < PASSES; pass += 1) {
      const { revisions } = await this.#planner.plan(draft, instant(this.#clock.officeNow()));
      if (revisions.length === 0) return;
      for (const revision of revisions) await this.#append(revision);
    }
  }

  /** Waits for those that had begun to write by the former calendar; later ones find the new one. */
  async #othersEnded(): Promise<void> {
    const ask = <Row extends object>(sql: string, ...parameters: readonly unknown[]) =>
      this.#tenancy.ask<Row>({ units: [] }, sql, parameters);
    const [begun] = await ask<{ readonly last: string }>(BEGUN);
    for (let tries = 0; tries < WAITS; tries += 1) {
      const [seen] = await ask<{ readonly ended: boolean }>(ENDED, begun?.last);
      if (seen?.ended === true) return;
      await pause(WAIT_MS);
    }
  }

  #append(revision: PlannedRevision, transaction?: Transaction): Appending {
    const { unitId, dossierId, version, state, office } = revision;
    const { now, actor } = office;
    const append = {
      unit: unitId,
      ...{ dossierId, expectedVersion: version, state, signals: signalsOf(state, office) },
      feed: [{ op: 'changed', type: 'dossier', id: dossierId, at: now }],
      audit: [
        {
          officeAt: now,
          actor: { kind: actor.kind, id: actor.id },
          act: 'dossier.dueRevised',
          outcome: 'done',
          subject: { type: 'dossier', id: dossierId },
          facts: { version: state.version, calendarVersion: office.calendar.version },
        },
      ],
    };
    return this.#store.append(append, transaction);
  }
}
