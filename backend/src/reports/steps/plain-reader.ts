import { setImmediate as breath } from 'node:timers/promises';
import type { ProcedureRules } from '#domain/dossier';
import { staysOnCourse, type ReportedStay, type Stayed } from '#domain/report';
import type { WorkingCalendar } from '#domain/working-time';
import type { OfficeBook } from '../../dossiers/index.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import type { Frame } from '../engine/frame.ts';
import type { Candidate } from './candidates.ts';
import { besideHeaps, heapsIn, portionsOf, turnsOf, type Heap } from './courses.ts';
import { firstOf, workedIn } from './told-life.ts';

/** Dossiers of one commune of whom a report by steps needs no more than their stays. */
export interface PlainLives {
  readonly frame: Frame;
  readonly lives: readonly Stayed[];
  /** By which they live, each with the first who does. */
  readonly procedures: ReadonlyMap<ProcedureRules, string>;
  readonly workedOf: (dossier: Stayed, stay: ReportedStay) => number;
}

interface Taking {
  readonly frame: Frame;
  readonly calendar: WorkingCalendar;
  readonly take: (plain: PlainLives) => void;
  /** Then those of whom a text tells more are given as well. */
  readonly isForText?: boolean;
}

/** So many are told before whoever else is served gets a turn. */
const AT_ONCE = 2_000;

/** Reads dossiers of which their course tells all: heap by heap, none of them by its events. */
export class PlainReader {
  readonly #offices: Pick<OfficeBook, 'knownRules'>;

  constructor(offices: Pick<OfficeBook, 'knownRules'>) {
    this.#offices = offices;
  }

  /** Has the plain ones taken; gives all others, whose histories have to be read whole. */
  async take(transaction: Transaction, taking: Taking): Promise<readonly Candidate[]> {
    const { frame, isForText = false } = taking;
    const strange: string[] = [];
    for (const heap of await heapsIn(transaction, frame)) {
      const procedure = this.#offices.knownRules(frame.about.id, heap);
      if (procedure !== undefined) await takeAll(heap, procedure, taking);
      else for (const few of portionsOf(heap, AT_ONCE)) strange.push(...few.map(({ id }) => id));
    }
    return besideHeaps(transaction, frame, { these: strange, isForText });
  }
}

async function takeAll(
  heap: Heap,
  procedure: ProcedureRules,
  { frame, calendar, take }: Taking,
): Promise<void> {
  const course = { turns: turnsOf(heap), isFromSource: heap.isFromSource };
  const staysOf = staysOnCourse(course, { procedure, calendar });
  for (const few of portionsOf(heap, AT_ONCE)) {
    const lives = few.map((member) => ({ id: member.id, stays: staysOf(member) }));
    take({
      ...{ frame, lives },
      procedures: firstOf(lives.map((dossier) => ({ life: { dossier }, procedure }))),
      workedOf: (_, stay) => workedIn(calendar, stay, []),
    });
    await breath();
  }
}
