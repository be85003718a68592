import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import type {
  NewProcedure,
  NewProcedureVersion,
  Procedure,
  ProceduresQuery,
} from '#contract/procedures';
import type { Result } from '#domain/kernel';
import { dayOf, formatDay, instant, parseDay } from '#domain/working-time';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { plainText } from '../platform/text/plain-text.ts';
import { resolve, type CataloguedProcedure, type VersionRow } from './catalogued.ts';
import { changesIn, named } from './definition.ts';
import { changedDraft, entryDraft, type Draft, type DraftRefusal } from './next-version.ts';
import {
  addVersion,
  findCodes,
  latestVersions,
  lockProcedure,
  versionsInForce,
} from './procedure-store.ts';
import { StarterService } from './starter.service.ts';

/** Who adds something to which catalogue. */
export interface Editor {
  readonly unitId: number;
  readonly by: string;
}

type Drafting = (latest: readonly VersionRow[]) => Result<Draft, DraftRefusal>;

/** The catalogue as administrators keep it and everybody looks things up in it. */
@Injectable()
export class CatalogueService {
  readonly #tenancy: Tenancy;
  readonly #starter: StarterService;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(StarterService) starter: StarterService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#starter = starter;
    this.#clock = clock;
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
    { unitId, by }: Editor,
    { code, effectiveFrom = this.#today() }: { code: string; effectiveFrom?: string | undefined },
    draft: Drafting,
  ): Promise<Procedure> {
    if (parseDay(effectiveFrom) === undefined) {
      throw new ProblemError('date-not-a-day', { date: effectiveFrom });
    }
    await this.#starter.rootWithCatalogue(unitId);
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await lockProcedure(transaction, code);
      const drafted = draft(await latestVersions(transaction, unitId, code));
      if (!drafted.ok) throw new ProblemError(drafted.refusal.code, drafted.refusal.facts);
      const { version, stored, definition } = drafted.value;
      await addVersion(transaction, {
        ...{ ownerId: unitId, code, version, stored, shown: definition, effectiveFrom, by },
        ...{ reconciled: true, at: sqlInstant(this.#clock.officeNow()) },
      });
      return this.#told(transaction, unitId, code);
    });
  }

  async #told(transaction: Transaction, unitId: number, code: string): Promise<Procedure> {
    const added = resolve(unitId, await latestVersions(transaction, unitId, code));
    if (added === undefined) throw new Error(`A version of ${code} was added and is not there`);
    return told(added);
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
