import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DossierState, ProcedureRules } from '#domain/dossier';
import { MINUTE_MS, instant, type Instant } from '#domain/working-time';
import { HistoryReader } from '../../dossiers/index.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { inTurns } from '../../platform/queue/in-turns.ts';
import { ProcedureService } from '../../procedures/index.ts';
import { AlertWriter, type Written } from '../store/alert-writer.service.ts';
import { keptAlerts } from '../store/kept-alerts.ts';
import { AlertRecord } from './alert-record.ts';
import {
  advance,
  peekDue,
  sourceViews,
  takeDue,
  type Advance,
  type DueDossier,
  type DuePlace,
} from './due-dossiers.ts';
import { lookAtDossier, type Matter } from './look-at-dossier.ts';
import type { SurroundingsOfSweep } from './surroundings-book.service.ts';

/** Rows are held while they are looked at: so few that no command waits for long. */
const BATCH = 100;
const REMEMBERED = 5_000;
/** A dossier that cannot be looked at keeps no other from being looked at, and is tried again. */
const LATER_MS = 15 * MINUTE_MS;

const placeName = ({ unitId, procedureCode, procedureVersion }: DuePlace): string =>
  `${unitId}/${procedureCode}/${procedureVersion}`;

export interface Batch extends Written {
  readonly dossiers: number;
}

const NOTHING: Batch = { dossiers: 0, raised: 0, deliveries: 0 };

/** Looks at dossiers whose moment has come, batch by batch. */
@Injectable()
export class DossierSweep {
  readonly #tenancy: Tenancy;
  readonly #histories: HistoryReader;
  readonly #procedures: ProcedureService;
  readonly #writer: AlertWriter;
  readonly #log: Logger;
  readonly #rules = new Map<string, ProcedureRules>();
  /** Versions that cannot be read: their dossiers are put off, so that they keep no other waiting. */
  #unreadable: ReadonlySet<string> = new Set();

  // eslint-disable-next-line max-params -- what a look needs lies in these books
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(AlertWriter) writer: AlertWriter,
    @Inject(LOG) log: Logger,
  ) {
    this.#tenancy = tenancy;
    this.#histories = histories;
    this.#procedures = procedures;
    this.#writer = writer;
    this.#log = log;
  }

  /** One batch, whole or not at all; undefined when nothing is due. */
  async batch(surroundings: SurroundingsOfSweep): Promise<Batch | undefined> {
    const { now } = surroundings;
    const places = await this.#tenancy.everywhere((transaction) =>
      peekDue(transaction, now, BATCH),
    );
    if (places.length === 0) return undefined;
    await surroundings.read(new Set(places.map(({ unitId }) => unitId)));
    this.#unreadable = new Set();
    for (const place of places) await this.#readProcedure(place);
    return this.#tenancy.everywhere((transaction) => this.#take(transaction, surroundings));
  }

  async #readProcedure(place: DuePlace): Promise<void> {
    const name = placeName(place);
    if (this.#rules.has(name)) return;
    const { unitId, procedureCode, procedureVersion } = place;
    try {
      const { rules } = await this.#procedures.version(unitId, procedureCode, procedureVersion);
      const [oldest] = this.#rules.keys();
      if (this.#rules.size >= REMEMBERED && oldest !== undefined) this.#rules.delete(oldest);
      this.#rules.set(name, rules);
    } catch (error) {
      this.#log.error({ err: error, procedure: name }, 'a procedure cannot be read');
      this.#unreadable = new Set([...this.#unreadable, name]);
    }
  }

  async #take(transaction: Transaction, surroundings: SurroundingsOfSweep): Promise<Batch> {
    const { now, unitIds } = surroundings;
    const taken = await takeDue(transaction, now, { limit: BATCH, unitIds });
    const later = taken.filter((each) => this.#unreadable.has(placeName(each)));
    await advance(
      transaction,
      later.map((each) => putOff(each, now)),
    );
    // Who came between the two questions waits for the next batch.
    const due = taken.filter((each) => this.#rules.has(placeName(each)));
    let sum: Batch = { ...NOTHING, dossiers: later.length };
    for (const [unitId, own] of Map.groupBy(due, (each) => each.unitId)) {
      const written = await this.#lookAt(transaction, surroundings, { unitId, own });
      sum = {
        dossiers: sum.dossiers + own.length,
        raised: sum.raised + written.raised,
        deliveries: sum.deliveries + written.deliveries,
      };
    }
    return sum;
  }

  async #lookAt(
    transaction: Transaction,
    surroundings: SurroundingsOfSweep,
    { unitId, own }: { readonly unitId: number; readonly own: readonly DueDossier[] },
  ): Promise<Written> {
    const { now } = surroundings;
    const ids = own.map(({ id }) => id);
    const imported = own.filter(({ hasSource }) => hasSource).map(({ id }) => id);
    const histories = await this.#histories.read(unitId, ids, transaction);
    const kept = await keptAlerts(transaction, unitId, { kind: 'dossier', ids });
    const sources = await sourceViews(transaction, unitId, imported);
    const around = surroundings.get(unitId);
    const records: AlertRecord[] = [];
    const advances: Advance[] = [];
    for await (const dossier of inTurns(own)) {
      const state = histories.get(dossier.id);
      if (state === undefined) continue;
      const record = new AlertRecord(kept.get(dossier.id) ?? [], randomUUID);
      const matter = this.#matterOf(dossier, state, sources.get(dossier.id) ?? null);
      const advanced = this.#look(matter, { record, now, unitId, around });
      advances.push(advanced.advance);
      if (advanced.looked) records.push(record);
    }
    const written = await this.#writer.write(transaction, {
      ...{ unitId, now, records, surroundings: around },
    });
    await advance(transaction, advances);
    return written;
  }

  #matterOf(dossier: DueDossier, state: DossierState, source: Matter['source']): Matter {
    const procedure = this.#rules.get(placeName(dossier));
    if (procedure === undefined) throw new Error('The procedure was not read');
    const { id, seenVersion, seenAt } = dossier;
    const seen = { version: seenVersion, at: seenAt === null ? null : instant(seenAt) };
    return { id, state, procedure, source, seen };
  }

  #look(
    matter: Matter,
    { record, now, unitId, around }: LookGround,
  ): { readonly advance: Advance; readonly looked: boolean } {
    try {
      const { nextLookAt, ...looked } = lookAtDossier(matter, around, { record, now });
      return {
        advance: { unitId, id: matter.id, ...looked, nextSignalAt: nextLookAt },
        looked: true,
      };
    } catch (error) {
      this.#log.error({ err: error, dossier: matter.id, unit: unitId }, 'a look failed');
      const { version, at } = matter.seen;
      const seen = { unitId, id: matter.id, seenVersion: version, seenAt: at };
      return { advance: putOff(seen, now), looked: false };
    }
  }
}

/** Not looked at now, and what is known of it as it was. */
const putOff = (
  { unitId, id, seenVersion, seenAt }: Pick<DueDossier, 'unitId' | 'id' | 'seenVersion' | 'seenAt'>,
  now: Instant,
): Advance => ({
  ...{ unitId, id, version: seenVersion, at: seenAt === null ? null : instant(seenAt) },
  ...{ nextSignalAt: instant(now + LATER_MS), nearAt: null },
});

interface LookGround {
  readonly record: AlertRecord;
  readonly now: Instant;
  readonly unitId: number;
  readonly around: ReturnType<SurroundingsOfSweep['get']>;
}
