import type { ProcedureRules } from '#domain/dossier';
import type { ReportedStay, Stayed } from '#domain/report';
import type { OfficeBook } from '../../dossiers/index.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import type { Frame } from '../engine/frame.ts';
import type { Candidate } from './candidates.ts';
import { LifeShelves, type LifeOffice } from './life-shelf.ts';
import { plainLivesAmong, type PlainLife } from './plain-lives.ts';
import { firstOf, workedIn } from './told-life.ts';

/** Dossiers of one commune of whom a report by steps needs no more than their stays. */
export interface PlainLives {
  readonly frame: Frame;
  readonly lives: readonly Stayed[];
  /** By which they live, each with the first who does. */
  readonly procedures: ReadonlyMap<ProcedureRules, string>;
  readonly workedOf: (dossier: Stayed, stay: ReportedStay) => number;
}

/** Reads what is plain, and remembers what is over of it. */
export class PlainReader {
  readonly #offices: Pick<OfficeBook, 'knownRules'>;
  readonly #shelves = new LifeShelves<PlainLife>();

  constructor(offices: Pick<OfficeBook, 'knownRules'>) {
    this.#offices = offices;
  }

  use(unitId: number, office: LifeOffice): void {
    this.#shelves.use(unitId, office);
  }

  async among(
    transaction: Transaction,
    few: readonly Candidate[],
    { frame, office }: { readonly frame: Frame; readonly office: LifeOffice },
  ): Promise<PlainLives> {
    const { id: unitId } = frame.about;
    const { calendar } = office;
    const kept = this.#shelves.find(unitId, office, few);
    const known = new Set(kept.map(({ life }) => life.dossier.id));
    const ids = few.map(({ id }) => id).filter((id) => !known.has(id));
    const read = await plainLivesAmong(transaction, ids, {
      ...{ unitId, calendar },
      rulesOf: (procedure) => this.#offices.knownRules(unitId, { procedure }),
    });
    for (const told of read) this.#shelves.keep(unitId, office, told);
    const all = [...kept, ...read];
    return {
      frame,
      lives: all.map(({ life }) => life.dossier),
      procedures: firstOf(all),
      workedOf: (_, stay) => workedIn(calendar, stay, []),
    };
  }
}
