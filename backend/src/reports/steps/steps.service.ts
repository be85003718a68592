import { Inject, Injectable } from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type {
  ReportQuery,
  ReviewAnswer,
  ReviewCellQuery,
  StepCellQuery,
  StepsAnswer,
  StepsQuery,
} from '#contract/reports';
import {
  REVIEW_ROWS,
  STOOD_ROWS,
  membersOf,
  numbersOf,
  reviewOf,
  tablesTogether,
  type Listed,
  type Members,
  type RowNames,
  type Spread,
} from '#domain/report';
import type { Language } from '#wording';
import { DossierItems } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import type { Frame, FrameUnit } from '../engine/frame.ts';
import { headOf, type Heard } from '../report-answer.ts';
import { RowNameBook } from '../row-names.service.ts';
import { reviewedIn } from './candidates.ts';
import { LifeReader, minutesOf } from './life-reader.service.ts';
import type { PlainLives } from './plain-reader.ts';
import { StepSums, scopeOf } from './step-sums.ts';

/** What a commune should look at again. */
interface Reviewed {
  readonly unit: Pick<FrameUnit, 'id' | 'code' | 'name'>;
  readonly table: Listed;
}

/** Where the time went, and what to look at again: numbers and lists are the same sets. */
@Injectable()
export class StepsService {
  readonly #lives: LifeReader;
  readonly #names: RowNameBook;
  readonly #items: DossierItems;

  constructor(
    @Inject(LifeReader) lives: LifeReader,
    @Inject(RowNameBook) names: RowNameBook,
    @Inject(DossierItems) items: DossierItems,
  ) {
    this.#lives = lives;
    this.#names = names;
    this.#items = items;
  }

  async steps(actor: RequestActor, query: StepsQuery, language: Language): Promise<StepsAnswer> {
    const { frame, heard, sums } = await this.#summed(actor, query, query.by);
    const names = await this.#namesOf(frame, sums, { by: query.by, language });
    const report = sums.report(names);
    const times = sums.spreads();
    return {
      form: 'steps',
      ...headOf(frame, heard),
      by: query.by,
      rows: report.rows.map(({ key, label, cells }) => ({
        ...{ key, label, ...numbersOf(cells) },
        spread: spreadAs(times.get(key)),
      })),
      total: numbersOf(report.total),
      refusals: rowsOf(sums.refusals()),
      stood: countsIn(sums.stood(), STOOD_ROWS),
    };
  }

  async stepDossiers(actor: RequestActor, query: StepCellQuery): Promise<Page<DossierItem>> {
    const by = query.by === 'department' ? 'department' : 'step';
    const { sums } = await this.#summed(actor, query, by);
    const unitOf = (id: string): number | undefined => sums.unitOf(id);
    return this.#page(actor, { ids: stepMembers(sums, query), unitOf, query });
  }

  async review(actor: RequestActor, query: ReportQuery): Promise<ReviewAnswer> {
    const { frame, heard, reviewed } = await this.#reviewed(actor, query);
    const table = together(reviewed);
    return {
      form: 'review',
      ...headOf(frame, heard),
      rows: countsIn(table, REVIEW_ROWS),
      total: table.total.dossiers.length,
      units: reviewed.map(({ unit: { id, code, name }, table: own }) => ({
        ...{ id, code, name, rows: countsIn(own, REVIEW_ROWS) },
        total: own.total.dossiers.length,
      })),
    };
  }

  async reviewDossiers(actor: RequestActor, query: ReviewCellQuery): Promise<Page<DossierItem>> {
    const { reviewed } = await this.#reviewed(actor, query);
    const units = new Map(
      reviewed.flatMap(({ unit, table }) => table.total.dossiers.map((id) => [id, unit.id])),
    );
    const unitOf = (id: string): number | undefined => units.get(id);
    const ids = membersOf(together(reviewed), query.row, 'dossiers');
    return this.#page(actor, { ids, unitOf, query });
  }

  async #summed(
    actor: RequestActor,
    query: ReportQuery,
    by: StepsQuery['by'],
  ): Promise<{ readonly frame: Frame; readonly heard: Heard; readonly sums: StepSums }> {
    const sums = new StepSums(by);
    const takePlain = (plain: PlainLives): void => sums.addPlain(plain);
    const { frame, heard, units } = await this.#lives.of(actor, query, { takePlain });
    for await (const found of units) sums.add(found);
    return { frame, heard, sums };
  }

  async #reviewed(actor: RequestActor, query: ReportQuery) {
    const { frame, heard, units } = await this.#lives.of(actor, query, { among: reviewedIn });
    const reviewed: Reviewed[] = [];
    for await (const { frame: own, calendar, lives } of units) {
      reviewed.push({ unit: own.about, table: reviewOf(lives, { ...scopeOf(own), calendar }) });
    }
    return { frame, heard, reviewed };
  }

  async #namesOf(frame: Frame, { stepNames }: StepSums, { by, language }: Named) {
    if (by === 'step') return { labels: stepNames, order: [...stepNames.keys()] };
    return this.#names.of(frame, 'department', { keys: [], language });
  }

  async #page(actor: RequestActor, { ids, unitOf, query }: Paged): Promise<Page<DossierItem>> {
    const [after = ''] = readCursor(query.cursor, part.uuid) ?? [];
    const rest = ids
      .flatMap((id) => {
        const unitId = unitOf(id);
        return unitId === undefined || id <= after ? [] : [{ unitId, id }];
      })
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .slice(0, query.limit + 1);
    const { items, nextCursor } = pageOfRows(rest, query.limit, {
      item: (named) => named,
      key: ({ id }) => [id],
    });
    return { items: await this.#items.of(actor, items), nextCursor };
  }
}

interface Named extends Pick<StepsQuery, 'by'> {
  readonly language: Language;
}

interface Paged {
  readonly ids: Members;
  readonly unitOf: (id: string) => number | undefined;
  readonly query: Pick<StepCellQuery, 'limit' | 'cursor'>;
}

const IN_ORDER: RowNames = { order: REVIEW_ROWS };

const together = (reviewed: readonly Reviewed[]): Listed =>
  tablesTogether(
    ['dossiers'],
    reviewed.map(({ table }) => table),
    IN_ORDER,
  );

/** The dossiers of a cell, whichever of the four lists it stands in. */
function stepMembers(sums: StepSums, { by, row, column }: StepCellQuery): Members {
  if (by === 'refusal') return membersOf(sums.refusals(), row, 'dossiers');
  if (by === 'stood') return membersOf(sums.stood(), row, 'dossiers');
  return membersOf(sums.report(), row, column);
}

const rowsOf = ({ rows }: Listed) =>
  rows.map(({ key, label, cells }) => ({ key, label, dossiers: cells.dossiers.length }));

/** Every row there may be: that nobody stands in one is worth knowing, too. */
const countsIn = <Key extends string>(table: Listed, keys: readonly Key[]) =>
  keys.map((key) => ({ key, dossiers: membersOf(table, key, 'dossiers').length }));

function spreadAs(spread: Spread | undefined): StepsAnswer['rows'][number]['spread'] {
  if (spread === undefined) return null;
  const { count, least, lowerQuarter, median, upperQuarter, p90, most } = spread;
  return {
    count,
    ...{ least: minutesOf(least), lowerQuarter: minutesOf(lowerQuarter) },
    ...{ median: minutesOf(median), upperQuarter: minutesOf(upperQuarter) },
    ...{ p90: minutesOf(p90), most: minutesOf(most) },
  };
}
