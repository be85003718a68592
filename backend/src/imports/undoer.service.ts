import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { takeBack, type DossierState, type Officer, type UserId } from '#domain/dossier';
import { formatInstant } from '#domain/working-time';
import {
  ApplicantBook,
  EventStore,
  HistoryReader,
  KEYED_HASH,
  OfficeBook,
  applicantOf,
  signalsOf,
  type Append,
  type KeyedHash,
} from '../dossiers/index.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { LOG } from '../platform/log/log.module.ts';
import type { Range } from './import-jobs.ts';
import type { ImportKept, ImportRef } from './import-row.ts';
import { ImportSteps } from './import-steps.service.ts';
import { Overtaken, TRIES, isAboutRow, isPassing } from './passing.ts';
import { PlanningOffice } from './planning-office.ts';
import { personsBefore, recordsTakenBack, standAgain } from './taken-back.ts';
import { UndoStore, type UndoLine } from './undo-store.ts';

const CHUNK = 100;

interface Undoing {
  readonly ref: ImportRef;
  readonly actor: ImportKept['actor'];
  readonly office: PlanningOffice;
}

interface Undone {
  readonly line: UndoLine;
  readonly state: DossierState;
  readonly append: Append | undefined;
}

/**
 * Takes back what an import brought, some dozens of dossiers in a transaction: their events, what their sources
 * said, and the note that it was done are kept together, so that a kill at any point doubles nothing.
 */
@Injectable()
export class Undoer {
  readonly #store: UndoStore;
  readonly #steps: ImportSteps;
  readonly #events: EventStore;
  readonly #histories: HistoryReader;
  readonly #applicants: ApplicantBook;
  readonly #offices: OfficeBook;
  readonly #hashes: KeyedHash;
  readonly #tenancy: Tenancy;
  readonly #log: Logger;

  // eslint-disable-next-line max-params -- the ledger, the law and the store meet here
  constructor(
    @Inject(UndoStore) store: UndoStore,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(EventStore) events: EventStore,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(ApplicantBook) applicants: ApplicantBook,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(KEYED_HASH) hashes: KeyedHash,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(LOG) log: Logger,
  ) {
    this.#store = store;
    this.#steps = steps;
    this.#events = events;
    this.#histories = histories;
    this.#applicants = applicants;
    this.#offices = offices;
    this.#hashes = hashes;
    this.#tenancy = tenancy;
    this.#log = log;
  }

  /** Until nothing of the range is left. */
  async undo(ref: ImportRef, range: Range): Promise<void> {
    while (await this.#some(ref, range, CHUNK)) this.#steps.announce();
    this.#steps.announce();
  }

  /** What is done stays done; the rest can be asked for again. */
  async giveUp(ref: ImportRef): Promise<void> {
    await this.#tenancy.within({ units: [ref.unitId] }, async (transaction) => {
      await this.#store.end(transaction, ref, 'failed');
      await this.#steps.tell(transaction, ref);
    });
    this.#steps.announce();
  }

  /** Together; where one of them cannot be taken back, one by one, and that one alone is left as it is. */
  async #some(ref: ImportRef, range: Range, limit: number): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#withNext(ref, { ...range, limit }, (...each) => this.#together(...each));
      } catch (error) {
        if (isPassing(error) && tries < TRIES) continue;
        if (!isAboutRow(error)) throw error;
        if (limit > 1) return this.#some(ref, range, 1);
        this.#log.error({ err: error, importId: ref.id }, 'a dossier could not be taken back');
        return this.#withNext(ref, { ...range, limit: 1 }, leftAsItIs);
      }
    }
  }

  /** False when nothing is left to do; the last of all ends the undoing. */
  #withNext(
    ref: ImportRef,
    range: Range & { readonly limit: number },
    work: (
      transaction: Transaction,
      undoing: Undoing,
      lines: readonly UndoLine[],
    ) => Promise<readonly UndoLine[]>,
  ): Promise<boolean> {
    return this.#tenancy.within({ units: [ref.unitId] }, async (transaction) => {
      const actor = await this.#store.lock(transaction, ref);
      if (actor === undefined) return false;
      const lines = await this.#store.next(transaction, ref, range);
      if (lines.length > 0) {
        const office = await PlanningOffice.open(this.#offices, ref.unitId);
        const done = await work(transaction, { ref, actor, office }, lines);
        await this.#store.settle(transaction, ref, done);
      }
      if (!(await this.#store.hasPending(transaction, ref))) {
        await this.#store.end(transaction, ref, 'done');
      }
      await this.#steps.tell(transaction, ref);
      return lines.length > 0;
    });
  }

  async #together(
    transaction: Transaction,
    undoing: Undoing,
    lines: readonly UndoLine[],
  ): Promise<readonly UndoLine[]> {
    const moved = lines.filter(({ act }) => act !== 'keep');
    const ids = moved.map(({ dossierId }) => dossierId);
    const states = await this.#histories.read(undoing.ref.unitId, ids, transaction);
    const undone: Undone[] = [];
    for (const line of moved) undone.push(await this.#one(line, states, undoing));
    const appends = undone.flatMap(({ append }) => append ?? []);
    const answers = await this.#events.appendMany(appends, transaction);
    if (answers.some(({ kind }) => kind !== 'appended')) throw new Overtaken();
    await this.#besides(transaction, undoing, undone);
    return lines;
  }

  async #one(
    line: UndoLine,
    states: ReadonlyMap<string, DossierState>,
    undoing: Undoing,
  ): Promise<Undone> {
    const before = states.get(line.dossierId);
    if (before === undefined) throw new Overtaken();
    if (line.act === 'record') return { line, state: before, append: undefined };
    const standing = await undoing.office.standing(before.intake, '');
    const office = { ...standing, actor: officerOf(undoing.actor) };
    const state = takeBack(before, line, office);
    return { line, state, append: appendOf(undoing, line, { before, state, office }) };
  }

  /** What lies around the events goes back with them. */
  async #besides(
    transaction: Transaction,
    { ref, actor, office }: Undoing,
    undone: readonly Undone[],
  ): Promise<void> {
    const states = new Map(undone.map(({ line, state }) => [line.dossierId, state]));
    await recordsTakenBack(transaction, ref, states, formatInstant(office.now));
    const voided = undone.filter(({ line }) => line.act === 'void');
    await standAgain(
      transaction,
      ref,
      voided.map(({ line: { dossierId, before }, state: { version } }) => ({
        ...{ dossierId, before, version },
      })),
    );
    const standing = undone.filter(({ line }) => line.act !== 'annul');
    const ids = standing.map(({ line }) => line.dossierId);
    const persons = await this.#applicants.read(ref.unitId, ids);
    const told = await personsBefore(transaction, ref, ids);
    const changes = told.map(({ dossierId, applicant }) => ({
      ...{ dossierId, before: persons.get(dossierId) },
      after: applicantOf(ref.unitId, applicant, this.#hashes),
    }));
    const telling = { changes, actor, importId: ref.id, at: office.now };
    await this.#applicants.put(transaction, ref.unitId, telling);
  }
}

/** It acts for whoever asked; what they may do was asked at the door. */
const officerOf = ({ kind, id }: ImportKept['actor']): Officer => ({
  kind: 'officer',
  id: (kind === 'key' ? `key:${id}` : id) as UserId,
  roles: ['dataOfficer'],
  departments: [],
});

interface TakenBack {
  readonly before: DossierState;
  readonly state: DossierState;
  readonly office: Parameters<typeof signalsOf>[1];
}

function appendOf(
  { ref, actor }: Undoing,
  { dossierId }: UndoLine,
  { before, state, office }: TakenBack,
): Append {
  const subject = { type: 'dossier', id: dossierId };
  const events = state.history.slice(before.version).map(({ type }) => type);
  const facts = { importId: ref.id, before: before.version, after: state.version, events };
  return {
    ...{ unit: ref.unitId, dossierId, expectedVersion: before.version, state },
    calendar: office.calendar.version,
    signals: signalsOf(state, office),
    audit: [
      {
        ...{ officeAt: office.now, actor, outcome: 'done', subject, facts },
        act: 'dossier.import-undone',
      },
    ],
    feed: [{ op: 'changed', ...subject, at: office.now }],
  };
}

const leftAsItIs = (
  _transaction: Transaction,
  _undoing: Undoing,
  lines: readonly UndoLine[],
): Promise<readonly UndoLine[]> =>
  Promise.resolve(lines.map((line) => ({ ...line, act: 'keep', reason: 'unexpected' })));
