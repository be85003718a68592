import { Inject, Injectable } from '@nestjs/common';
import type { FeeExport } from '#contract/fees';
import { bookLinesOf, sumOf } from '#domain/fee';
import type { Day } from '#domain/working-time';
import { feesWords } from '#wording/fees';
import { DossierFile, type Asking } from '../dossiers/index.ts';
import { Letterheads, Press, shortMoment, writtenDay, type PrintedTable } from '../forms/index.ts';
import { Signers } from '../identity/index.ts';
import type { UnitCard } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { periodOf, today } from './fee-period.ts';
import { officersNamed } from './officer-names.ts';
import { PROCEDURE_NAME, TAKEN, TAKEN_COLUMNS, meantBy, type TakenRow } from './taken.ts';

/** More lines than this are no book any more, and hold a process up. */
const MOST_ROWS = { xlsx: 20_000, pdf: 2_000 } as const;

interface Row extends TakenRow {
  readonly code: string;
  readonly procedure: string;
  readonly payer: string | null;
}

/** A paper of the office: it is in Vietnamese, whatever the screen speaks. */
const words = feesWords.vi;

const ROWS = `select ${TAKEN_COLUMNS}, coalesce(official_code, code) as code,
    coalesce(${PROCEDURE_NAME}, dossier.procedure_code) as procedure,
    (select name from applicant where unit_id = dossier.unit_id and dossier_id = dossier.id) as payer
  from ${TAKEN} order by entry.occurred_at, entry.dossier_id, entry.version limit $7`;

/** *Bảng kê thu phí, lệ phí*: the payments of some days, on paper or as a sheet. */
@Injectable()
export class FeeExports {
  readonly #files: DossierFile;
  readonly #signers: Signers;
  readonly #tenancy: Tenancy;
  readonly #heads: Letterheads;
  readonly #press: Press;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a paper is made of what lies in as many rooms
  constructor(
    @Inject(DossierFile) files: DossierFile,
    @Inject(Signers) signers: Signers,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Letterheads) heads: Letterheads,
    @Inject(Press) press: Press,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#files = files;
    this.#signers = signers;
    this.#tenancy = tenancy;
    this.#heads = heads;
    this.#press = press;
    this.#clock = clock;
  }

  async make(asking: Asking, wanted: FeeExport): Promise<Buffer> {
    const unit = asking.actor.choose('fees.read', wanted.unitId);
    const { from, to } = periodOf(wanted, this.#clock);
    const { format, method, officer } = wanted;
    const most = MOST_ROWS[format];
    const meant = meantBy({ ...{ from, to, method, officer }, unitId: unit.id });
    const rows = await this.#tenancy.within({ units: [unit.id] }, async (transaction) => {
      const found = await transaction.query<Row>(ROWS, [...meant, most + 1]);
      const facts = { list: 'fees', rows: Math.min(found.length, most) };
      const shown = { ...{ unit, id: null, facts }, act: 'fees.export' };
      await this.#files.note(transaction, asking, shown);
      return found;
    });
    if (rows.length > most) throw new ProblemError('book-too-long', { rows: most });
    const withNames = asking.actor.may('personalData.read', unit.id);
    const table = await this.#table(rows, { ...{ from, to, withNames }, unit });
    return this.#press.print({ kind: 'table', format, table });
  }

  async #table(rows: readonly Row[], about: About): Promise<PrintedTable> {
    const officers = rows.map(({ officer }) => officer);
    const named = await officersNamed(this.#signers, officers);
    const { authority, centre, place } = await this.#heads.of(about.unit);
    const { paper, otherSystem } = words;
    return {
      head: [authority, centre],
      title: [paper.title, coverOf(about)],
      ...{ sheet: paper.sheet, signers: paper.signers, columns: COLUMNS },
      rows: rows.map((row, index) => [
        ...[String(index + 1), shortMoment(row.occurredAt), row.code, row.procedure],
        ...[about.withNames ? (row.payer ?? '') : '', methodName(row.method)],
        ...[named(row.officer).name ?? otherSystem, row.amount],
      ]),
      totals: totalsOf(rows),
      dateLine: `${place}, ${writtenDay(today(this.#clock))}`,
    };
  }
}

interface About {
  readonly unit: UnitCard;
  readonly from: Day;
  readonly to: Day;
  readonly withNames: boolean;
}

/** In characters of a sheet, column by column. */
const WIDTHS = [6, 17, 30, 46, 28, 18, 26, 16];
const COLUMNS = words.paper.columns.map((label, place) => ({ label, width: WIDTHS[place] ?? 16 }));

const coverOf = ({ from, to }: About): string =>
  from === to
    ? words.paper.day(writtenDay(from))
    : words.paper.period(writtenDay(from), writtenDay(to));

const methodName = (method: string): string => words.methods[method] ?? method;

const totalsOf = (rows: readonly Row[]): PrintedTable['totals'] => {
  const lines = bookLinesOf(rows);
  const { line, total } = words.paper;
  const row = (label: string, amount: number) => ['', '', '', label, '', '', '', amount];
  return [
    ...lines.map(({ method, count, amount }) => row(line(methodName(method), count), amount)),
    row(line(total, rows.length), sumOf(lines)),
  ];
};
