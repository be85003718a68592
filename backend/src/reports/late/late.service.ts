import { Inject, Injectable } from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import type { LateAnswer, LateItem, LateQuery, LateStretchTold } from '#contract/reports';
import {
  LATE_COLUMNS,
  TOTAL_ROW,
  boundsOf,
  lateTaleOf,
  latenessOf,
  rowKeyOf,
  type LateColumn,
  type LateStretch,
  type LateTale,
} from '#domain/report';
import { formatInstant, workingBetween, type WorkingCalendar } from '#domain/working-time';
import type { Language } from '#wording';
import { DossierItems, OfficeBook } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import type { Frame } from '../engine/frame.ts';
import type { ProfileHeap } from '../engine/heap.ts';
import { HeapReader } from '../engine/heap-reader.service.ts';
import { KnownThen, type Known } from '../engine/known-then.service.ts';
import { FrameBook } from '../frame-book.service.ts';
import { headOf, type Heard } from '../report-answer.ts';
import { ReportDesk } from '../report-desk.service.ts';
import { minutesOf } from '../steps/life-reader.service.ts';
import { LateNameBook, type LateNames } from './late-names.service.ts';

/** A late dossier with its way from hand to hand. */
export interface ToldLate extends Known {
  readonly tale: LateTale;
  readonly responsible: string;
  readonly field: string;
  readonly stepNames: ReadonlyMap<string, string>;
}

/** Every late dossier of the days with who held it and for how long; its members are those of the cells. */
@Injectable()
export class LateService {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #heaps: HeapReader;
  readonly #then: KnownThen;
  readonly #offices: OfficeBook;
  readonly #names: LateNameBook;
  readonly #items: DossierItems;

  // eslint-disable-next-line max-params -- a way is told by its dossier, its office and its people
  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(HeapReader) heaps: HeapReader,
    @Inject(KnownThen) then: KnownThen,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(LateNameBook) names: LateNameBook,
    @Inject(DossierItems) items: DossierItems,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#heaps = heaps;
    this.#then = then;
    this.#offices = offices;
    this.#names = names;
    this.#items = items;
  }

  async list(actor: RequestActor, query: LateQuery, language: Language): Promise<LateAnswer> {
    const frame = await this.#frames.of(actor, query);
    const { heard, found } = await this.#desk.read(frame, (transaction) =>
      this.#read(transaction, frame, query),
    );
    const told = await this.tell(frame, heard, found.known);
    const { items, nextCursor } = pageOfRows(told, query.limit, {
      item: (each) => each,
      key: ({ dossier }) => [dossier.id],
    });
    const named = items.map(({ unit, dossier }) => ({ unitId: unit.id, id: dossier.id }));
    const [rows, names] = await Promise.all([
      this.#items.of(actor, named),
      this.#names.of(
        { actor, frame, language },
        items.map(({ responsible }) => responsible),
      ),
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      form: 'late',
      ...headOf(frame, heard),
      ...{ by: query.by, row: query.row, counts: found.counts },
      items: items.flatMap((each) => {
        const row = byId.get(each.dossier.id);
        return row === undefined ? [] : [itemOf(row, each, names)];
      }),
      nextCursor,
    };
  }

  /** The first so many of all; asked of the snapshot the figures are made of. */
  find(transaction: Transaction, frame: Frame, limit: number): Promise<FoundLate> {
    return this.#read(transaction, frame, { by: 'field', row: TOTAL_ROW, limit });
  }

  async #read(transaction: Transaction, frame: Frame, query: Asked): Promise<FoundLate> {
    const { by, limit, cursor } = query;
    const grain = 'passage' as const;
    const heaps = (await this.#heaps.heaps(transaction, frame, { by, grain })).filter((heap) =>
      isAsked(heap, query),
    );
    const [after] = readCursor(cursor, part.uuid) ?? [];
    const named = await this.#heaps.members(
      transaction,
      frame,
      { by, grain, heaps },
      { after, limit: limit + 1 },
    );
    const known = await this.#then.read(transaction, frame, named);
    return { counts: countsOf(heaps), known: inOrder(known) };
  }

  /** Each with its way from hand to hand. */
  async tell(frame: Frame, heard: Heard, known: readonly Known[]): Promise<readonly ToldLate[]> {
    const { end } = boundsOf(frame.period);
    const told: ToldLate[] = [];
    for (const each of known) {
      const { unit, dossier } = each;
      const rules = latenessOf(unit.lateness);
      const calendar = await this.#offices.calendar(unit.id);
      const question = { end, now: heard.now, rules, workedBetween: workedIn(calendar) };
      const tale = lateTaleOf(dossier, question);
      if (tale === null) continue;
      const { steps } = await this.#offices.rulesOf(unit.id, each.intake);
      const stepNames = new Map(steps.map(({ key, name }) => [key, name]));
      const responsible = rowKeyOf(dossier, 'responsible', end, rules);
      const field = rowKeyOf(dossier, 'field', end, rules);
      told.push({ ...each, tale, responsible, field, stepNames });
    }
    return told;
  }
}

type Asked = Pick<LateQuery, 'by' | 'row' | 'limit'> &
  Partial<Pick<LateQuery, 'column' | 'cursor'>>;

/** The late of a frame, as its figures count them. */
export interface FoundLate {
  readonly counts: LateAnswer['counts'];
  readonly known: readonly Known[];
}

const workedIn =
  (calendar: WorkingCalendar) =>
  (...[from, to]: Parameters<Parameters<typeof lateTaleOf>[1]['workedBetween']>): number =>
    workingBetween(calendar, from, to);

const inOrder = (known: readonly Known[]): readonly Known[] =>
  known.toSorted((one, other) => (one.dossier.id < other.dossier.id ? -1 : 1));

const isLate = (exit: string): exit is LateColumn => LATE_COLUMNS.some((column) => column === exit);

/** The heaps of the late, in the row and the column that were opened. */
function isAsked({ row, profile }: ProfileHeap, query: Asked): boolean {
  const { exit } = profile.passage;
  const wanted = query.row.normalize('NFC');
  return (
    isLate(exit) &&
    (query.column === undefined || exit === query.column) &&
    (wanted === TOTAL_ROW || row.normalize('NFC') === wanted)
  );
}

function countsOf(heaps: readonly ProfileHeap[]): LateAnswer['counts'] {
  const counts = { resolvedLate: 0, pendingLate: 0 };
  for (const { profile, length } of heaps) {
    const { exit } = profile.passage;
    if (isLate(exit)) counts[exit] += length;
  }
  return counts;
}

function itemOf(row: DossierItem, told: ToldLate, names: LateNames): LateItem {
  const { tale, responsible } = told;
  return {
    ...row,
    column: tale.column,
    heldTo: formatInstant(tale.dueAt),
    until: formatInstant(tale.until),
    lateMinutes: minutesOf(tale.workedLate),
    responsible: { key: responsible, label: names.responsible(responsible) },
    held: tale.stretches.map((stretch) => stretchOf(stretch, told, names)),
  };
}

function stretchOf(stretch: LateStretch, told: ToldLate, names: LateNames): LateStretchTold {
  const { stepKey, holder, state, from, to, worked, workedLate } = stretch;
  const step =
    stepKey === null ? null : { key: stepKey, label: told.stepNames.get(stepKey) ?? stepKey };
  return {
    ...{ step, state, agency: holder?.agency ?? null },
    department: names.department(holder?.departmentCode),
    officer: names.officer(told.unit.id, holder?.userId),
    ...{ from: formatInstant(from), to: formatInstant(to) },
    ...{ minutes: minutesOf(worked), lateMinutes: minutesOf(workedLate) },
  };
}
