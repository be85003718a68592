import { Inject, Injectable } from '@nestjs/common';
import type { EvidenceFormat, FindingKind } from '#contract/reconciliations';
import { sourceNameIn } from '#contract/units';
import type { DossierState } from '#domain/dossier';
import { dayOf, formatDay, instant, parseDay } from '#domain/working-time';
import { reconciliationWords } from '#wording/reconciliations';
import { HistoryReader, OfficeBook } from '../dossiers/index.ts';
import { Letterheads, Press, shortMoment, writtenDay, type PrintedTable } from '../forms/index.ts';
import { AuditBook } from '../audit/index.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { dueStory } from './due-story.ts';
import type { FindingRow, ReconciliationRow } from './reconciliation-row.ts';
import { ReconciliationStore } from './reconciliation-store.ts';

/** More lines than this are no evidence anybody reads. */
const MOST = 2_000;
const LATE = ['lateThere', 'lateHere'] as const satisfies readonly FindingKind[];

/** A paper of the office: it is in Vietnamese, whatever the screen speaks. */
const words = reconciliationWords.vi.evidence;

/** In characters of a sheet, column by column. */
const WIDTHS = [8, 26, 32, 18, 18, 18, 30, 60];

/** *Quá hạn trên hệ thống / Quá hạn thực tế*: for each dossier both due moments, and what ours rests on. */
@Injectable()
export class EvidenceSheets {
  readonly #store: ReconciliationStore;
  readonly #histories: HistoryReader;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #heads: Letterheads;
  readonly #press: Press;

  // eslint-disable-next-line max-params -- a paper is made of what lies in as many rooms
  constructor(
    @Inject(ReconciliationStore) store: ReconciliationStore,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Letterheads) heads: Letterheads,
    @Inject(Press) press: Press,
  ) {
    this.#store = store;
    this.#histories = histories;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#heads = heads;
    this.#press = press;
  }

  async make({ actor, from }: Ask, id: string, format: EvidenceFormat): Promise<Buffer> {
    const row = await this.#store.find(actor.covers('reconciliations.read', undefined), id);
    if (row === undefined) throw new ProblemError('not-found');
    const found = await this.#found(row);
    const { unitId } = row;
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#audit.write(transaction, {
        ...{ unitId, actor, from, act: 'reconciliation.exported' },
        subject: { type: 'reconciliation', id },
        facts: { format, rows: found.length },
      }),
    );
    const ids = found.flatMap(({ dossierId }) => dossierId ?? []);
    const states = await this.#histories.read(unitId, ids);
    const table = await this.#table(row, found, states);
    return this.#press.print({ kind: 'table', format, table });
  }

  async #found(row: ReconciliationRow): Promise<readonly FindingRow[]> {
    const found: FindingRow[] = [];
    for (const kind of LATE) {
      found.push(...(await this.#store.findings(row, { kind, limit: MOST + 1 }, { after: 0 })));
    }
    if (found.length > MOST) throw new ProblemError('book-too-long', { rows: MOST });
    return found;
  }

  async #table(
    { unitId, source, ...made }: ReconciliationRow,
    found: readonly FindingRow[],
    states: ReadonlyMap<string, DossierState>,
  ): Promise<PrintedTable> {
    const unit = await this.#offices.unit(unitId);
    const nameOf = (code: string): string => sourceNameIn(unit.settings, code);
    const { authority, centre, place } = await this.#heads.of(unit);
    const today = dayOf(instant(this.#offices.now()));
    return {
      head: [authority, centre],
      title: [words.title, words.cover(nameOf(source), dayWords(made.from), dayWords(made.to))],
      ...{ sheet: words.sheet, signers: words.signers },
      columns: words.columns.map((label, at) => ({ label, width: WIDTHS[at] ?? 18 })),
      rows: found.map((each, index) => [
        ...[String(index + 1), each.externalCode, each.dossierCode ?? ''],
        ...[shortMoment(each.declaredDueAt), shortMoment(each.dueAt)],
        each.finishedAt === null
          ? words.open(shortMoment(made.madeAt))
          : shortMoment(each.finishedAt),
        words.conclusions[each.kind === 'lateThere' ? 'lateThere' : 'lateHere'],
        basisOf(states.get(each.dossierId ?? ''), nameOf),
      ]),
      totals: [],
      dateLine: `${place}, ${writtenDay(today)}`,
    };
  }
}

const dayWords = (text: string): string => {
  const day = parseDay(text);
  return day === undefined ? text : formatDay(day).split('-').toReversed().join('/');
};

/** What moved the due moment, in order, each with whoever says so. */
const basisOf = (state: DossierState | undefined, nameOf: (source: string) => string): string =>
  state === undefined
    ? ''
    : dueStory(state)
        .map(({ type, at, source }) =>
          words.line(
            words.events[type],
            shortMoment(at),
            source === null ? words.here : words.there(nameOf(source)),
          ),
        )
        .join('\n');
