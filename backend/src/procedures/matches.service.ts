import { Inject, Injectable } from '@nestjs/common';
import type { MadeProcedureMatch, NewProcedureMatch, UnknownCode } from '#contract/procedures';
import { LikenessBook } from '#domain/import';
import { formatInstant, instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { once } from '../platform/idempotency/once.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import type { Editor } from './catalogue.service.ts';
import {
  addMatch,
  matchesOf,
  namesOf,
  usesOf,
  type CatalogueName,
  type CodeUse,
  type MatchRow,
} from './match-store.ts';
import { lockProcedure } from './procedure-store.ts';
import { StarterService } from './starter.service.ts';

/** *Đối chiếu danh mục*: what the codes are that sources name and nobody has catalogued. */
@Injectable()
export class ProcedureMatches {
  readonly #tenancy: Tenancy;
  readonly #starter: StarterService;
  readonly #clock: Clock;
  readonly #audit: AuditBook;

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

  /** Codes nobody knows and codes that somebody has matched; those with most dossiers first. */
  async list(unitId: number, units: readonly number[]): Promise<readonly UnknownCode[]> {
    await this.#starter.rootWithCatalogue(unitId);
    return this.#tenancy.within({ units }, async (transaction) => {
      const names = await namesOf(transaction, unitId);
      const matches = new Map(
        (await matchesOf(transaction, unitId)).map((match) => [match.code, match]),
      );
      const codes = names.filter(({ unknown }) => unknown);
      const told = codes.map(({ code }) => code);
      const uses = await usesOf(transaction, units, told);
      return listed({ names, codes, matches, uses: new Map(uses.map((use) => [use.code, use])) });
    });
  }

  /** The last word holds: chosen again, it is another; without a target it is unknown again. */
  async match(
    editor: Editor,
    { code, targetCode }: NewProcedureMatch,
  ): Promise<MadeProcedureMatch> {
    const { unitId, actor, from, asking } = editor;
    await this.#starter.rootWithCatalogue(unitId);
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const { id } = await once(transaction, asking, async () => {
        await lockProcedure(transaction, code);
        const names = await namesOf(transaction, unitId);
        const target = targetIn(names, code, targetCode);
        const at = sqlInstant(this.#clock.officeNow());
        const made = { ownerId: unitId, code, target, at, by: actor.id };
        const number = await addMatch(transaction, made);
        await this.#audit.write(transaction, {
          ...{ unitId, actor, from, act: 'procedure.matched' },
          subject: { type: 'procedure', id: code },
          facts: { targetCode, number },
        });
        return { id: String(number), result: undefined };
      });
      return { code, targetCode, number: Number(id) };
    });
  }
}

/** A code that is known is matched to nothing, and what nobody knows explains nothing. */
function targetIn(
  names: readonly CatalogueName[],
  code: string,
  targetCode: string | null,
): CatalogueName | null {
  const known = names.find((each) => each.code === code);
  if (known?.unknown !== true) throw new ProblemError('procedure-not-unknown', { code });
  if (targetCode === null) return null;
  const target = names.find((each) => each.code === targetCode);
  if (target === undefined || target.unknown) {
    throw new ProblemError('match-target-unknown', { targetCode });
  }
  return target;
}

interface Listing {
  readonly names: readonly CatalogueName[];
  readonly codes: readonly CatalogueName[];
  readonly matches: ReadonlyMap<string, MatchRow>;
  readonly uses: ReadonlyMap<string, CodeUse>;
}

function listed({ names, codes, matches, uses }: Listing): readonly UnknownCode[] {
  const known = names.filter(({ unknown }) => !unknown);
  const byCode = new Map(known.map((entry) => [entry.code, entry]));
  const book = new LikenessBook(known);
  return codes
    .map((entry): UnknownCode => {
      const { code, name } = entry;
      const { dossiers = 0, open = 0, fields = [entry.field] } = uses.get(code) ?? {};
      const match = matches.get(code);
      return {
        ...{ code, name, fields, dossiers, open },
        suggestions: book.suggest(entry).map(({ entry: like, by }) => ({ ...shownOf(like), by })),
        match: match === undefined ? null : matchOf(match, byCode),
      };
    })
    .toSorted((a, b) => b.dossiers - a.dossiers || (a.code < b.code ? -1 : 1));
}

const shownOf = ({ code, name, field }: CatalogueName) => ({ code, name, field });

function matchOf(
  { targetCode, matchedAt, matchedBy }: MatchRow,
  byCode: ReadonlyMap<string, CatalogueName>,
): UnknownCode['match'] {
  const target = targetCode === null ? undefined : byCode.get(targetCode);
  if (target === undefined) return null;
  return { ...shownOf(target), matchedBy, matchedAt: formatInstant(instant(matchedAt)) };
}
