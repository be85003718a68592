import { Inject, Injectable } from '@nestjs/common';
import type {
  CityCell,
  CityCellQuery,
  CityConsolidation,
  CityReportsQuery,
} from '#contract/reports';
import {
  DIGITISATION_COLUMNS,
  II06B_COLUMNS,
  contributions,
  type DigitisationColumn,
  type Ii06bColumn,
  type Part,
} from '#domain/report';
import { formatDay, formatInstant } from '#domain/working-time';
import { OfficeBook } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { CatalogueService } from '../../procedures/index.ts';
import { CityBook, type City } from './city-book.service.ts';
import { LiveFigures } from './live-figures.service.ts';
import { digitisationTable, figuresTogether, ii06bTable, type Counted } from './told-table.ts';
import { ReceivedReports, countedBy } from './received.service.ts';
import { fileForms, frozen, type Awaited, type FrozenRow } from './received-store.ts';

interface Parts {
  readonly counted: readonly Counted[];
  readonly ii06b: readonly Part<Ii06bColumn>[];
  readonly digitisation: readonly Part<DigitisationColumn>[];
  readonly frozen: readonly FrozenRow[];
}

const pick = <Column extends string>(
  columns: readonly Column[],
  row: Readonly<Record<Column, number>>,
): Record<Column, number> =>
  Object.fromEntries(columns.map((column) => [column, row[column]])) as Record<Column, number>;

/** The report of the city: what its units have issued or sent as a file, added up; who is missing is named. */
@Injectable()
export class CityConsolidations {
  readonly #cities: CityBook;
  readonly #received: ReceivedReports;
  readonly #live: LiveFigures;
  readonly #offices: OfficeBook;
  readonly #catalogue: CatalogueService;
  readonly #tenancy: Tenancy;

  // eslint-disable-next-line max-params -- a sum is of what came in, beside what is so now
  constructor(
    @Inject(CityBook) cities: CityBook,
    @Inject(ReceivedReports) received: ReceivedReports,
    @Inject(LiveFigures) live: LiveFigures,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(CatalogueService) catalogue: CatalogueService,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#cities = cities;
    this.#received = received;
    this.#live = live;
    this.#offices = offices;
    this.#catalogue = catalogue;
    this.#tenancy = tenancy;
  }

  async tell(actor: RequestActor, query: CityReportsQuery): Promise<CityConsolidation> {
    const city = await this.#cities.of(actor, query.unitId);
    const parts = await this.#parts(city, query);
    const live = await this.#live.of(actor, city, query);
    const order = await this.#catalogue.fields(city.about.id);
    const { counted } = parts;
    const present = new Set(counted.map(({ unitId }) => unitId));
    return {
      form: 'consolidation',
      city: city.about,
      report: query.report,
      ...{ from: formatDay(query.from), to: formatDay(query.to) },
      asOf: formatInstant(this.#offices.now()),
      missing: city.units.filter(({ id }) => !present.has(id)),
      ii06b: ii06bTable(parts.ii06b, { counted, order, live: live.ii06b }),
      digitisation: digitisationTable(parts.digitisation, {
        ...{ counted, order, live: live.digitisation },
      }),
      indicators: figuresTogether(parts.frozen.flatMap(({ indicators }) => indicators.indicators)),
    };
  }

  /** A number taken apart: by the same parts that made it. */
  async cell(actor: RequestActor, query: CityCellQuery): Promise<CityCell> {
    const city = await this.#cities.of(actor, query.unitId);
    const { counted, ...parts } = await this.#parts(city, query);
    const told =
      query.form === 'ii06b'
        ? inCell(parts.ii06b, II06B_COLUMNS, query)
        : inCell(parts.digitisation, DIGITISATION_COLUMNS, query);
    const byCode = new Map(counted.map((each) => [each.code, each]));
    return {
      items: told.flatMap(({ unit, row, count }) => {
        const part = byCode.get(unit);
        return part === undefined ? [] : [{ ...part, row, count }];
      }),
    };
  }

  async #parts(city: City, awaited: Awaited): Promise<Parts> {
    const rows = await this.#received.rows(city, awaited);
    const byUnit = new Map(rows.map((row) => [row.unitId, row]));
    const counted = city.units.flatMap(({ id: unitId, code, name }): readonly CountedRef[] => {
      const row = byUnit.get(unitId);
      const source = row && countedBy(row);
      if (row === undefined || source === undefined || source === null) return [];
      const { countedId, countedNumber: version, countedState: state, fileId } = row;
      const about = { unitId, code, name, source };
      return source === 'issue'
        ? [{ ...about, issueId: countedId, version, state, fileId: null }]
        : [{ ...about, issueId: null, version: null, state: null, fileId }];
    });
    return this.#read(counted);
  }

  async #read(refs: readonly CountedRef[]): Promise<Parts> {
    const units = refs.map(({ unitId }) => unitId);
    const of = (key: 'issueId' | 'fileId') =>
      refs.flatMap((ref) => (ref[key] === null ? [] : [{ unitId: ref.unitId, id: ref[key] }]));
    const [issued, files] = await this.#tenancy.within({ units }, async (transaction) => [
      await frozen(transaction, of('issueId')),
      await fileForms(transaction, of('fileId')),
    ]);
    const byIssue = new Map(issued.map((row) => [row.unitId, row]));
    const byFile = new Map(files.map(({ unitId, forms }) => [unitId, forms]));
    return {
      counted: refs.map(({ unitId, code, name, source, issueId, version, state }) => ({
        ...{ unitId, code, name, source, issueId, version, state },
      })),
      frozen: issued,
      ii06b: refs.map(({ unitId, code: unit }) => {
        const rows = byIssue.get(unitId)?.ii06b.rows;
        const told = rows?.map((row) => ({ label: row.label, numbers: pick(II06B_COLUMNS, row) }));
        return { unit, rows: told ?? byFile.get(unitId)?.ii06b ?? [] };
      }),
      digitisation: refs.map(({ unitId, code: unit, name }) => {
        const total = byIssue.get(unitId)?.digitisation.total;
        const told = total && [{ label: name, numbers: pick(DIGITISATION_COLUMNS, total) }];
        return { unit, rows: told ?? byFile.get(unitId)?.digitisation ?? [] };
      }),
    };
  }
}

interface CountedRef extends Counted {
  readonly fileId: string | null;
}

function inCell<Column extends string>(
  parts: readonly Part<Column>[],
  columns: readonly Column[],
  { row: field, column: asked }: CityCellQuery,
) {
  const column = columns.find((each) => each === asked);
  if (column === undefined) throw new ProblemError('report-cell-unknown');
  return contributions(parts, { field, column });
}
