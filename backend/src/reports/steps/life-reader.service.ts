import { setImmediate as breath } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { ReportQuery } from '#contract/reports';
import { unitRulesOf } from '#contract/units';
import { replay, type DossierState, type ProcedureRules } from '#domain/dossier';
import type { Life, ReportedStay, Stayed } from '#domain/report';
import { MINUTE_MS, type Instant, type WorkingCalendar } from '#domain/working-time';
import { HistoryReader, OfficeBook } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import type { Frame } from '../engine/frame.ts';
import { enteredBy } from '../engine/known-then.service.ts';
import { FrameBook } from '../frame-book.service.ts';
import type { Heard } from '../report-answer.ts';
import { ReportDesk } from '../report-desk.service.ts';
import { candidatesIn, type Candidate } from './candidates.ts';
import { LifeShelves, type LifeOffice } from './life-shelf.ts';
import { oneAhead } from './one-ahead.ts';
import { PlainReader, type PlainLives } from './plain-reader.ts';
import { ProcedureLearner } from './procedure-learner.service.ts';
import { firstOf, toldLife, workedIn, type ToldLife } from './told-life.ts';

// More of them, and whoever is served meanwhile waits for the reading of their events.
const AT_ONCE = 100;

/** The dossiers of one commune that a period may count, each as its events tell it. */
export interface Lives {
  readonly frame: Frame;
  readonly calendar: WorkingCalendar;
  readonly lives: readonly Life[];
  /** By which they live, each with the first who does. */
  readonly procedures: ReadonlyMap<ProcedureRules, string>;
  /** Working milliseconds of a stay, without those in which the dossier stood still. */
  readonly workedOf: (life: Pick<Life['dossier'], 'id'>, stay: ReportedStay) => number;
}

/** What was asked of a commune, or of all a city has: one after the other, never a city held whole. */
interface AskedLives {
  readonly frame: Frame;
  readonly heard: Heard;
  readonly units: AsyncIterable<Lives>;
}

/** Whom to read of a commune; who of them is counted their lives tell. */
type Among = (transaction: Transaction, frame: Frame) => Promise<readonly Candidate[]>;

/** What is asked besides the dossiers of a unit. */
interface Asking {
  readonly among?: Among;
  /** Takes dossiers of whom no more than their stays is needed, heap by heap; they are in no lives then. */
  readonly takePlain?: ((plain: PlainLives) => void) | undefined;
}

/** Dossiers by their ids, as their events make them, or as they were told before. */
type FoundWhole = ReadonlyMap<string, DossierState | ToldLife>;

/** The dossiers of one commune in a snapshot: those of whom a text tells no more than their stays, and all others. */
export interface FoundLives {
  readonly plain: readonly Stayed[];
  readonly whole: FoundWhole;
}

const isTold = (found: DossierState | ToldLife): found is ToldLife => 'life' in found;

/** Reads dossiers whole, for what no row of facts can tell: the clocks of their steps, and what was done when. */
@Injectable()
export class LifeReader {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #histories: HistoryReader;
  readonly #offices: OfficeBook;
  readonly #procedures: ProcedureLearner;
  readonly #plain: PlainReader;
  readonly #shelves = new LifeShelves<ToldLife>();
  readonly #worked = new WeakMap<ReportedStay, number>();

  // eslint-disable-next-line max-params -- a life is found, read and told by its office
  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(ProcedureLearner) procedures: ProcedureLearner,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#histories = histories;
    this.#offices = offices;
    this.#plain = new PlainReader(offices);
    this.#procedures = procedures;
  }

  async of(actor: RequestActor, query: ReportQuery, asking: Asking = {}): Promise<AskedLives> {
    const frame = await this.#frames.of(actor, query);
    // Before the first of them is read: all up to this position is in each of them.
    const { heard } = await this.#desk.read(frame, () => Promise.resolve(null));
    return { frame, heard, units: this.#each(frame, asking, heard.now) };
  }

  /** Each by its own calendar and rules: the clocks of another commune are not its own. */
  async *#each(frame: Frame, asking: Asking, now: Instant): AsyncGenerator<Lives> {
    for (const unit of frame.units) {
      const own = { ...frame, about: unit, units: [unit] };
      const office = await this.#officeOf(own);
      this.#shelves.use(unit.id, office);
      await this.#procedures.learn(unit.id);
      const asked = { office, now };
      const { found } = await this.#desk.read(own, async (transaction) => {
        const few = await this.#among(transaction, own, { ...asking, office });
        return this.#read(transaction, own, { few, asked });
      });
      const told = await this.#tell(own, { found, ...asked });
      yield { frame: own, calendar: office.calendar, ...told };
    }
  }

  /** Whose histories are read whole; what was known at a moment of the past is told from all of them. */
  #among(transaction: Transaction, frame: Frame, among: Amongst): Promise<readonly Candidate[]> {
    const { among: few = candidatesIn, takePlain: take, office, isForText = false } = among;
    if (take === undefined || frame.asOf !== undefined) return few(transaction, frame);
    return this.#plain.take(transaction, { frame, calendar: office.calendar, take, isForText });
  }

  /** Before a snapshot is opened: without the rules dossiers live by each of them would be read whole. */
  learn(unitId: number): Promise<void> {
    return this.#procedures.learn(unitId);
  }

  /** The dossiers of one commune as they are found in a snapshot that others share. */
  async found(transaction: Transaction, frame: Frame): Promise<FoundLives> {
    const taken: Stayed[] = [];
    const office = await this.#officeOf(frame);
    const takePlain = ({ lives }: PlainLives): void => {
      taken.push(...lives);
    };
    const few = await this.#among(transaction, frame, { office, takePlain, isForText: true });
    const whole = await this.#read(transaction, frame, { few });
    return { whole, plain: taken.filter(({ id }) => !whole.has(id)) };
  }

  async #read(transaction: Transaction, frame: Frame, wanted: Wanted): Promise<FoundWhole> {
    const { few: candidates, asked } = wanted;
    const found = new Map<string, DossierState | ToldLife>();
    const read = async (few: readonly Candidate[]) => {
      const kept = this.#shelved(frame, asked?.office, few);
      for (const told of kept) found.set(told.life.dossier.id, told);
      const rest = few.map(({ id }) => id).filter((id) => !found.has(id));
      return this.#histories.read(frame.about.id, rest, transaction);
    };
    for await (const states of oneAhead(portionsOf(candidates), read)) {
      for (const [id, state] of states) {
        const then = stateThen(state, frame);
        if (then !== null) found.set(id, this.#toldIfKnown(then, id, frame, asked) ?? then);
      }
    }
    return found;
  }

  /** What is told is held instead of its events, which are ten times as much. */
  #toldIfKnown(state: DossierState, id: string, frame: Frame, asked?: Asked): ToldLife | undefined {
    const procedure = this.#offices.knownRules(frame.about.id, state.intake);
    if (asked === undefined || procedure === undefined) return undefined;
    return this.#toldBy(procedure, state, { id, frame, ...asked });
  }

  /** What was known at a moment of the past is told anew each time. */
  #shelved(
    { about, asOf }: Frame,
    office: LifeOffice | undefined,
    few: readonly Candidate[],
  ): readonly ToldLife[] {
    if (office === undefined || asOf !== undefined) return [];
    return this.#shelves.find(about.id, office, few);
  }

  /** Those found whole, told. */
  async told(
    frame: Frame,
    { found, now }: { readonly found: FoundWhole; readonly now: Instant },
  ): Promise<readonly Life[]> {
    const office = await this.#officeOf(frame);
    return (await this.#tell(frame, { found, office, now })).lives;
  }

  async #officeOf({ about }: Frame): Promise<LifeOffice> {
    const [calendar, { settings }] = await Promise.all([
      this.#offices.calendar(about.id),
      this.#offices.unit(about.id),
    ]);
    const unit = unitRulesOf(settings);
    return { calendar, unit, rules: JSON.stringify(unit) };
  }

  async #tell(
    frame: Frame,
    { found, office, now }: Told,
  ): Promise<Pick<Lives, 'lives' | 'procedures' | 'workedOf'>> {
    const all = new Map<string, ToldLife>();
    for (const [id, each] of found) {
      const told = isTold(each) ? each : await this.#toldOf(each, { id, frame, office, now });
      all.set(id, told);
      // Whoever else is served is not kept waiting for thousands of lives.
      if (!isTold(each) && all.size % AT_ONCE === 0) await breath();
    }
    const { calendar } = office;
    return {
      lives: [...all.values()].map(({ life }) => life),
      procedures: firstOf(all.values()),
      workedOf: ({ id }, stay) => this.#workedOf(stay, { calendar, told: all.get(id) }),
    };
  }

  async #toldOf(state: DossierState, telling: Telling): Promise<ToldLife> {
    const procedure = await this.#offices.rulesOf(telling.frame.about.id, state.intake);
    return this.#toldBy(procedure, state, telling);
  }

  #toldBy(procedure: ProcedureRules, state: DossierState, telling: Telling): ToldLife {
    const { id, frame, office, now } = telling;
    const { about, asOf } = frame;
    const { calendar, unit } = office;
    const told = toldLife(state, { id, unit: about.code }, { procedure, unit, calendar, now });
    if (asOf === undefined) this.#shelves.keep(about.id, office, told);
    return told;
  }

  #workedOf(stay: ReportedStay, { calendar, told }: Lived): number {
    const known = this.#worked.get(stay);
    if (known !== undefined) return known;
    const worked = workedIn(calendar, stay, told?.stops ?? []);
    if (told?.isOver === true) this.#worked.set(stay, worked);
    return worked;
  }
}

interface Lived {
  readonly calendar: WorkingCalendar;
  readonly told: ToldLife | undefined;
}

interface Asked {
  readonly office: LifeOffice;
  readonly now: Instant;
}

interface Wanted {
  readonly few: readonly Candidate[];
  readonly asked?: Asked;
}

interface Amongst extends Asking {
  readonly office: LifeOffice;
  readonly isForText?: boolean;
}

interface Told extends Asked {
  readonly found: FoundWhole;
}

interface Telling extends Asked {
  readonly id: string;
  readonly frame: Frame;
}

/** As it was known then; null for what nobody had told. */
function stateThen(state: DossierState, { asOf }: Frame): DossierState | null {
  return asOf === undefined ? state : replay(enteredBy(state.history, asOf));
}

function* portionsOf(candidates: readonly Candidate[]): Generator<readonly Candidate[]> {
  for (let place = 0; place < candidates.length; place += AT_ONCE) {
    yield candidates.slice(place, place + AT_ONCE);
  }
}

/** As a report tells working time. */
export const minutesOf = (ms: number): number => Math.round(ms / MINUTE_MS);
