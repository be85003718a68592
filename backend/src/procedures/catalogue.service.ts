import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import type {
  NewProcedure,
  NewProcedureVersion,
  Procedure,
  ProcedureHistory,
  ProceduresQuery,
} from '#contract/procedures';
import type { Result } from '#domain/kernel';
import { dayOf, formatDay, instant, parseDay } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { refusalProblem } from '../platform/problem/refusal-problem.ts';
import { plainText } from '../platform/text/plain-text.ts';
import { resolve, resolveRead, type CataloguedProcedure, type VersionRow } from './catalogued.ts';
import { changesIn, named } from './definition.ts';
import { changedDraft, entryDraft, type Draft, type DraftRefusal } from './next-version.ts';
import { fieldsInOrder } from './field-order.ts';
import { getNumbered } from './numbered.ts';
import {
  addVersion,
  allVersions,
  findCodes,
  headsInForce,
  latestVersions,
  lockProcedure,
  versionsInForce,
} from './procedure-store.ts';
import { StarterService } from './starter.service.ts';
import { historyOf } from './version-history.ts';
import { VersionShelf } from './version-shelf.ts';

/** More than any catalogue has; the national one counts some thousands. */
const MOST_PROCEDURES = 20_000;

/** Who adds something to which catalogue. */
export interface Editor extends Ask {
  readonly unitId: number;
}

type Drafting = (latest: readonly VersionRow[]) => Result<Draft, DraftRefusal>;

/** The catalogue as administrators keep it and everybody looks things up in it. */
@Injectable()
export class CatalogueService {
  readonly #tenancy: Tenancy;
  readonly #starter: StarterService;
  readonly #clock: Clock;
  readonly #audit: AuditBook;
  readonly #shelf = new VersionShelf();

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(StarterService) starter: StarterService,
    @Inject(CLOCK) clock: Clock,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#starter = starter;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** The only city among these units: who looks after a city and its communes means the city's catalogue. */
  async findCity(units: readonly number[]): Promise<number | undefined> {
    const cities = await this.#tenancy.ask<{ readonly id: number }>(
      { units },
      `select id from unit where id = any($1) and kind = 'city'`,
      [units],
    );
    return cities.length === 1 ? cities[0]?.id : undefined;
  }

  async list(
    unitId: number,
    { q, field, limit, cursor }: ProceduresQuery,
  ): Promise<Page<Procedure>> {
    await this.#starter.rootWithCatalogue(unitId);
    const words = plainText(q ?? '')
      .split(' ')
      .filter(Boolean);
    const search = { unitId, words, field: field?.normalize('NFC'), after: cursor ?? '' };
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const codes = await findCodes(transaction, { ...search, limit: limit + 1 });
      const shown = codes.slice(0, limit);
      const rows = await versionsInForce(transaction, { unitId, codes: shown, on: this.#today() });
      return {
        items: shown.flatMap((code) => listed(unitId, code, rows)),
        nextCursor: codes.length > limit ? (shown.at(-1) ?? null) : null,
      };
    });
  }

  /** A procedure as it is in force, and every version that made it so. */
  async history(unitId: number, code: string): Promise<ProcedureHistory> {
    await this.#starter.rootWithCatalogue(unitId);
    const found = await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const inForce = await versionsInForce(transaction, {
        ...{ unitId, codes: [code], on: this.#today() },
      });
      const [procedure] = listed(unitId, code, inForce);
      const made = procedure && (await allVersions(transaction, unitId, code));
      return procedure && made && { procedure, versions: historyOf(unitId, made, inForce) };
    });
    if (found === undefined) throw new ProblemError('not-found');
    return found;
  }

  /** Every procedure that a unit has on a day: for reports, which ask of the catalogue as it was then. */
  async all(unitId: number, on: string): Promise<readonly CataloguedProcedure[]> {
    await this.#starter.rootWithCatalogue(unitId);
    const read = await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const everything = { unitId, words: [], field: undefined, after: '', limit: MOST_PROCEDURES };
      const codes = await findCodes(transaction, everything);
      const heads = await headsInForce(transaction, { unitId, codes, on });
      return this.#shelf.read(transaction, heads);
    });
    const byCode = Map.groupBy(read, ({ code }) => code);
    return [...byCode.values()].flatMap((versions) => resolveRead(unitId, versions) ?? []);
  }

  /** The fields of the catalogue in its order, which the rows of reports follow. */
  async fields(unitId: number): Promise<readonly string[]> {
    await this.#starter.rootWithCatalogue(unitId);
    const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      this.#tenancy.ask<Row>({ units: [unitId] }, sql, parameters);
    return fieldsInOrder({ query }, unitId);
  }

  /** A new entry; one that nobody had reconciled is reconciled by it. */
  add(editor: Editor, { code, name, ...sent }: NewProcedure): Promise<Procedure> {
    const definition = named(name, changesIn(sent));
    return this.#addVersion(editor, { code, effectiveFrom: sent.effectiveFrom }, (latest) =>
      entryDraft(editor.unitId, latest, definition),
    );
  }

  /** A version that changes some things from a day on. */
  change(editor: Editor, code: string, sent: NewProcedureVersion): Promise<Procedure> {
    const changes = changesIn(sent);
    return this.#addVersion(editor, { code, effectiveFrom: sent.effectiveFrom }, (latest) =>
      changedDraft(editor.unitId, latest, changes),
    );
  }

  async #addVersion(
    editor: Editor,
    { code, effectiveFrom = this.#today() }: { code: string; effectiveFrom?: string | undefined },
    draft: Drafting,
  ): Promise<Procedure> {
    if (parseDay(effectiveFrom) === undefined) {
      throw new ProblemError('date-not-a-day', { date: effectiveFrom });
    }
    const { unitId, asking } = editor;
    await this.#starter.rootWithCatalogue(unitId);
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const { id } = await once(transaction, asking, async () => {
        const version = await this.#draftVersion(transaction, editor, {
          code,
          effectiveFrom,
          draft,
        });
        return { id: String(version), result: undefined };
      });
      return told(await getNumbered(transaction, { unitId, code, version: Number(id) }));
    });
  }

  /** Adds what was drafted on top of what is there; tells the number that a dossier would keep of it. */
  async #draftVersion(
    transaction: Transaction,
    { unitId, actor, from }: Editor,
    { code, effectiveFrom, draft }: { code: string; effectiveFrom: string; draft: Drafting },
  ): Promise<number> {
    await lockProcedure(transaction, code);
    const before = await latestVersions(transaction, unitId, code);
    const drafted = draft(before);
    if (!drafted.ok) throw refusalProblem(drafted.refusal);
    const { version, stored, definition } = drafted.value;
    await addVersion(transaction, {
      ...{ ownerId: unitId, code, version, stored, shown: definition, effectiveFrom },
      ...{ reconciled: true, at: sqlInstant(this.#clock.officeNow()), by: actor.id },
    });
    const added = resolve(unitId, await latestVersions(transaction, unitId, code));
    if (added === undefined) throw new Error(`A version of ${code} was added and is not there`);
    await this.#audit.write(transaction, {
      ...{ unitId, actor, from, act: 'procedure.versionAdded' },
      subject: { type: 'procedure', id: code },
      facts: {
        ...{ before: resolve(unitId, before)?.definition ?? null, after: definition },
        ...{ version: added.version, effectiveFrom },
      },
    });
    return added.version;
  }

  #today(): string {
    return formatDay(dayOf(instant(this.#clock.officeNow())));
  }
}

function listed(unitId: number, code: string, rows: readonly VersionRow[]): readonly Procedure[] {
  const found = resolve(
    unitId,
    rows.filter((row) => row.code === code),
  );
  return found === undefined ? [] : [told(found)];
}

const told = (procedure: CataloguedProcedure): Procedure => ({
  code: procedure.code,
  version: procedure.version,
  effectiveFrom: procedure.effectiveFrom,
  unreconciled: !procedure.reconciled,
  overlaid: procedure.overlaid,
  ...procedure.definition,
});
