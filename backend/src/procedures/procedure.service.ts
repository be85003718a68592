import { Inject, Injectable } from '@nestjs/common';
import type { ProcedureDefinition } from '#contract/procedures';
import type { ProcedureRules, ProcedureSnapshot } from '#domain/dossier';
import { dayOf, formatDay, type Instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { resolve, type CataloguedProcedure } from './catalogued.ts';
import { named, rulesOf, snapshotOf } from './definition.ts';
import { getNumbered } from './numbered.ts';
import { addMissing, versionsInForce, versionsOf, type ProcedureHead } from './procedure-store.ts';
import { StarterService } from './starter.service.ts';

/** A procedure version as a dossier lives by it. */
export interface ProcedureInForce {
  readonly snapshot: ProcedureSnapshot;
  readonly rules: ProcedureRules;
  readonly definition: ProcedureDefinition;
  /** *Chưa đối chiếu*. */
  readonly unreconciled: boolean;
}

/** What a source tells of a procedure the catalogue may not have. */
export type ToldProcedure = Pick<ProcedureSnapshot, 'code'> &
  Partial<Pick<ProcedureDefinition, 'name' | 'field' | 'authority' | 'onlineLevel'>>;

export interface Born {
  readonly told: ToldProcedure;
  readonly at: Instant;
  /** The versions in force at that moment, the unit's and its city's. */
  readonly heads: readonly ProcedureHead[];
}

const REMEMBERED = 2_000;

/** The rules of procedures, for whoever handles dossiers. */
@Injectable()
export class ProcedureService {
  readonly #tenancy: Tenancy;
  readonly #starter: StarterService;
  readonly #clock: Clock;
  readonly #known = new Map<string, ProcedureInForce>();

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(StarterService) starter: StarterService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#starter = starter;
    this.#clock = clock;
  }

  /** The version a dossier received at that moment is born with; undefined for a code nobody catalogued. */
  async findInForce(
    unitId: number,
    code: string,
    at: Instant,
  ): Promise<ProcedureInForce | undefined> {
    await this.#starter.rootWithCatalogue(unitId);
    const on = formatDay(dayOf(at));
    const rows = await versionsInForce(this.#asking(unitId), { unitId, codes: [code], on });
    const found = resolve(unitId, rows);
    return found && livedBy(found);
  }

  /** As `findInForce`; an unknown code becomes an entry of the city's to be reconciled, never a refusal. */
  async inForce(unitId: number, told: ToldProcedure, at: Instant): Promise<ProcedureInForce> {
    const known = await this.findInForce(unitId, told.code, at);
    if (known !== undefined) return known;
    await this.#catalogue(unitId, told);
    const entered = await this.findInForce(unitId, told.code, at);
    if (entered === undefined)
      throw new Error(`Procedure ${told.code} was catalogued and is not there`);
    return entered;
  }

  /**
   * As `inForce`, for whoever was told already which versions those are: a version never changes, so what was
   * read once is not read again.
   */
  async born(unitId: number, { told, at, heads }: Born): Promise<ProcedureInForce> {
    await this.#starter.rootWithCatalogue(unitId);
    if (heads.length === 0) return this.inForce(unitId, told, at);
    const name = JSON.stringify([unitId, told.code, heads]);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const rows = await versionsOf(this.#asking(unitId), told.code, heads);
    const found = resolve(unitId, rows);
    if (found === undefined) return this.inForce(unitId, told, at);
    const [oldest] = this.#known.keys();
    if (this.#known.size >= REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(name, livedBy(found));
    return livedBy(found);
  }

  /** The version a dossier was born with, as it was then. */
  async version(unitId: number, code: string, version: number): Promise<ProcedureInForce> {
    const numbered = await getNumbered(this.#asking(unitId), { unitId, code, version });
    return livedBy(numbered);
  }

  async #catalogue(unitId: number, told: ToldProcedure): Promise<void> {
    const root = await this.#starter.rootWithCatalogue(unitId);
    const { code, name, ...known } = told;
    const definition = named(name ?? code, known);
    await this.#tenancy.within({ units: [root] }, (transaction) =>
      addMissing(transaction, {
        ownerId: root,
        entries: [{ code, definition }],
        at: sqlInstant(this.#clock.officeNow()),
        by: 'unknown-code',
      }),
    );
  }

  #asking(unitId: number): Pick<Transaction, 'query'> {
    return { query: (sql, parameters) => this.#tenancy.ask({ units: [unitId] }, sql, parameters) };
  }
}

const livedBy = ({
  code,
  version,
  definition,
  reconciled,
}: CataloguedProcedure): ProcedureInForce => ({
  snapshot: snapshotOf(code, version, definition),
  rules: rulesOf(definition),
  definition,
  unreconciled: !reconciled,
});
