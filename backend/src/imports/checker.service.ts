import { Inject, Injectable } from '@nestjs/common';
import type { ImportWarning } from '#contract/imports';
import type { RowOffice, ToldDossier } from '#domain/import';
import { Tenancy } from '../platform/database/tenancy.ts';
import { inTurns } from '../platform/queue/in-turns.ts';
import { ImportSteps } from './import-steps.service.ts';
import type { ImportKept, ImportRef, RowDraft, RowOutcome } from './import-row.ts';
import { ImportStore } from './import-store.ts';
import { Ledger } from './ledger.ts';
import { OTHER_UNIT, openKept, type RowRead, type Source } from './list-source.ts';
import { Planner } from './planner.service.ts';
import type { PlanningOffice } from './planning-office.ts';
import { keptCells, shown } from './row-faults.ts';
import { SeenCodes } from './seen-codes.ts';

/** So few that nobody at the counter waits while they are written out. */
const CHUNK = 200;

/** Somebody else works on the import, or stopped it: nothing of this chunk is kept. */
class Overtaken extends Error {}

/** Fewer say nothing about how a list is made. */
const TELLING_ROWS = 5;

type NumberedRow = RowRead & { readonly number: number; readonly twice: boolean };
type Chunk = readonly NumberedRow[];

/** Reads a list row by row and writes into the ledger what each would lead to. Begun again, it goes on. */
@Injectable()
export class Checker {
  readonly #store: ImportStore;
  readonly #ledger: Ledger;
  readonly #planner: Planner;
  readonly #steps: ImportSteps;
  readonly #tenancy: Tenancy;

  // eslint-disable-next-line max-params -- a chunk is read, planned, written and told
  constructor(
    @Inject(ImportStore) store: ImportStore,
    @Inject(Ledger) ledger: Ledger,
    @Inject(Planner) planner: Planner,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#store = store;
    this.#ledger = ledger;
    this.#planner = planner;
    this.#steps = steps;
    this.#tenancy = tenancy;
  }

  async check(ref: ImportRef, signal: AbortSignal): Promise<void> {
    const begun = await this.#begin(ref);
    if (begun === undefined) return;
    try {
      await this.#read(begun, signal);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }

  async #begin(ref: ImportRef): Promise<Begun | undefined> {
    const kept = await this.#store.find([ref.unitId], ref.id);
    if (kept === undefined || !['queued', 'checking'].includes(kept.state)) return undefined;
    const done = await this.#tenancy.within({ units: [ref.unitId] }, async (transaction) => {
      const step = { from: ['queued', 'checking'], to: 'checking', at: this.#steps.now() } as const;
      if (!(await this.#store.move(transaction, ref, step))) return undefined;
      return this.#ledger.last(transaction, ref);
    });
    if (done === undefined) return undefined;
    const source = await openKept(kept, this.#store.parts(ref));
    return { kept, source, done };
  }

  async #read(begun: Begun, signal: AbortSignal): Promise<void> {
    const { kept, source } = begun;
    const office = await this.#planner.office(kept.unitId);
    const whole = new WholeList(source.listsElsewhere === true);
    for await (const chunk of chunksOf(source, kept, office, whole)) {
      if (signal.aborted) throw new Error('asked to stop');
      // Read again to know the codes; what stands in the ledger already is not written twice.
      if ((chunk.at(-1)?.number ?? 0) > begun.done) await this.#record(kept, office, chunk);
    }
    await this.#finish(kept, whole);
  }

  async #record(kept: ImportKept, office: PlanningOffice, chunk: Chunk): Promise<void> {
    const drafts = await this.#drafts(kept, office, chunk);
    const [first] = drafts;
    await this.#tenancy.within({ units: [kept.unitId] }, async (transaction) => {
      const now = await this.#store.lock(transaction, kept);
      const last = await this.#ledger.last(transaction, kept);
      if (now?.state !== 'checking' || (first !== undefined && first.number !== last + 1)) {
        throw new Overtaken();
      }
      await this.#ledger.add(transaction, kept, drafts);
      await this.#steps.tell(transaction, kept);
    });
    this.#steps.announce();
  }

  async #drafts(
    kept: ImportKept,
    office: PlanningOffice,
    rows: Chunk,
  ): Promise<readonly RowDraft[]> {
    const sound = rows
      .filter(({ twice }) => !twice)
      .flatMap(({ reading }) => (reading.ok ? [reading.value] : []));
    const plans = await this.#planner.plan(kept, office, sound, 'look');
    const outcomes = new Map(sound.map((told, index) => [told, plans[index]?.outcome]));
    return rows.map((row) => draftOf(row, outcomes));
  }

  async #finish(kept: ImportKept, whole: WholeList): Promise<void> {
    await this.#tenancy.within({ units: [kept.unitId] }, (transaction) =>
      this.#store.note(transaction, kept, whole),
    );
    if (whole.rows === 0) {
      await this.#steps.fail(kept, whole.skipped === 0 ? 'no-rows' : 'no-rows-of-this-unit');
      return;
    }
    await this.#tenancy.within({ units: [kept.unitId] }, async (transaction) => {
      const moved = kept.dryRun
        ? await this.#steps.end(transaction, kept, ['checking'], 'checked')
        : await this.#steps.beginCommit(transaction, kept, ['checking']);
      if (moved) await this.#steps.tell(transaction, kept);
    });
    this.#steps.announce();
  }
}

interface Begun {
  readonly kept: ImportKept;
  readonly source: Source;
  /** How many rows stand in the ledger. */
  readonly done: number;
}

/** What only a list as a whole tells. */
class WholeList {
  rows = 0;
  skipped = 0;
  readonly #listsElsewhere: boolean;
  #both = 0;
  #same = 0;

  constructor(listsElsewhere: boolean) {
    this.#listsElsewhere = listsElsewhere;
  }

  note({ finishIsHandover }: RowRead): void {
    this.rows += 1;
    if (finishIsHandover === undefined) return;
    this.#both += 1;
    this.#same += finishIsHandover ? 1 : 0;
  }

  /** Where every row gives the day of the hand-over for the end of the work, somebody should look. */
  get warnings(): readonly ImportWarning[] {
    const isOneDay = this.#both >= TELLING_ROWS && this.#same === this.#both;
    return [
      ...(isOneDay ? (['finish-equals-handover'] as const) : []),
      ...(this.#listsElsewhere ? (['lists-elsewhere'] as const) : []),
    ];
  }
}

async function* chunksOf(
  source: Source,
  kept: ImportKept,
  planning: PlanningOffice,
  whole: WholeList,
): AsyncGenerator<Chunk> {
  const seen = new SeenCodes();
  let rows: NumberedRow[] = [];
  const list = source.rows(readingOffice(kept, planning), planning.unit);
  for await (const row of inTurns(list)) {
    if (row === OTHER_UNIT) {
      whole.skipped += 1;
      continue;
    }
    whole.note(row);
    rows.push({ ...seen.checked(row), number: whole.rows });
    if (rows.length < CHUNK) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

const readingOffice = (
  { asked, exportedAt }: ImportKept,
  { unit, calendar, now }: PlanningOffice,
): RowOffice => ({
  ...{ now, exportedAt, calendar, citySource: unit.settings.citySource },
  defaultSource: asked.source ?? unit.settings.citySource,
  endsWait: unit.settings.restartAt === 'submitted',
  ...(asked.channel !== undefined && { channel: asked.channel }),
});

const UNCHANGED: RowOutcome = { kind: 'unchanged', differences: [], faults: [] };

function draftOf(
  { number, line, reading, externalCode, twice, cells }: NumberedRow,
  outcomes: ReadonlyMap<ToldDossier, RowOutcome | undefined>,
): RowDraft {
  const again = cells === undefined ? {} : { cells: keptCells(cells) };
  if (!reading.ok) {
    const faults = reading.faults.map(({ column, code }) => ({ column, code }));
    return {
      ...{ number, line, kind: 'wrong', differences: [], faults, marks: [] },
      ...(externalCode !== undefined && { externalCode: shown(externalCode) }),
      body: { faults: reading.faults, ...again },
    };
  }
  const told = reading.value;
  const outcome = twice ? UNCHANGED : (outcomes.get(told) ?? UNCHANGED);
  const body = outcome.kind === 'wrong' ? { told, ...again } : { told };
  return {
    ...{ number, line, ...outcome, marks: told.marks },
    ...{ source: told.source, externalCode: told.externalCode, body },
    ...(told.officialCode !== undefined && { officialCode: told.officialCode }),
  };
}
