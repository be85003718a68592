import { Inject, Injectable } from '@nestjs/common';
import type { ReportHeading, ReportText } from '#contract/reports';
import { formatInstant } from '#domain/working-time';
import {
  lastYearOf,
  periodOf as daysOf,
  previousOf,
  type FrozenHeap,
  type IndicatorDefinition,
  type NamedPeriod,
} from '#domain/report';
import { feedbackAim, type RegisterTelling } from '#domain/register';
import { namedByDays } from '#domain/report-text';
import { composeText, paperOf, type ReportOffice, type TextSource } from '#wording/report-text';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { WaitingLine } from '../../platform/waiting-line/waiting-line.ts';
import { RegisterTellings } from '../../registers/index.ts';
import { DefinitionBook } from '../definition-book.service.ts';
import type { Frame } from '../engine/frame.ts';
import { HeapReader } from '../engine/heap-reader.service.ts';
import { periodOf, type IssueRow } from '../issue/issue-row.ts';
import { SectionBuilder, type Built, type SectionUse } from '../issue/section-builder.service.ts';
import { LifeReader, type FoundLives } from '../steps/life-reader.service.ts';
import { textFigures, type ComparedWith } from './text-figures.ts';
import {
  indicatorHeaps,
  lateHeaps,
  lifeHeaps,
  passageHeaps,
  type TextHeaps,
} from './text-heaps.ts';
import { TextStore } from './text-store.ts';

/** A report as it reads at one moment, with everybody behind its numbers. */
export interface BuiltText {
  readonly built: Built;
  readonly text: ReportText;
  readonly heaps: TextHeaps;
  readonly registers: RegisterTelling;
}

interface OfficeRow {
  readonly name: string;
  readonly level: ReportOffice['level'];
  readonly city: string | null;
  readonly head: Readonly<Record<string, string>> | null;
}

const OFFICE = `select unit.name, unit.level, city.name as city,
    (select wording -> 'texts' from form_edition as kept
      where kept.unit_id = unit.id and sheet = 'head' order by version desc limit 1) as head
  from unit left join unit as city on city.id = unit.parent_id where unit.id = $1`;

interface Besides {
  readonly heaps: TextHeaps;
  readonly found: FoundLives | null;
  readonly late: readonly FrozenHeap[];
  readonly registers: RegisterTelling;
}

// Two at a time end no sooner than one after the other, and the counter waits twice as long meanwhile.
const LINE = { atOnce: 1, waiting: 200 } as const;

/** Makes the text of a report from the same snapshot as its forms. */
@Injectable()
export class TextBuilder {
  readonly #sections: SectionBuilder;
  readonly #heaps: HeapReader;
  readonly #lives: LifeReader;
  readonly #definitions: DefinitionBook;
  readonly #store: TextStore;
  readonly #registers: RegisterTellings;
  readonly #tenancy: Tenancy;
  readonly #line = new WaitingLine(LINE);

  // eslint-disable-next-line max-params -- a text is its figures, its lives, its rules and what people wrote
  constructor(
    @Inject(SectionBuilder) sections: SectionBuilder,
    @Inject(HeapReader) heaps: HeapReader,
    @Inject(LifeReader) lives: LifeReader,
    @Inject(DefinitionBook) definitions: DefinitionBook,
    @Inject(TextStore) store: TextStore,
    @Inject(RegisterTellings) registers: RegisterTellings,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#sections = sections;
    this.#heaps = heaps;
    this.#lives = lives;
    this.#definitions = definitions;
    this.#store = store;
    this.#registers = registers;
    this.#tenancy = tenancy;
  }

  build(actor: RequestActor, row: IssueRow, use: SectionUse): Promise<BuiltText> {
    return this.#line.run(() => this.#build(actor, row, use));
  }

  async #build(actor: RequestActor, row: IssueRow, use: SectionUse): Promise<BuiltText> {
    const compared = comparedWith(row);
    await this.#lives.learn(row.unitId);
    const definitions = await this.#definitions.of(row.unitId);
    const built = await this.#sections.buildWith(
      actor,
      row,
      async (transaction, frame) => ({
        ...(await this.#read(transaction, frame, { compared, definitions })),
        registers: await this.#registers.tell(transaction, row.unitId, sectionsOf(row)),
      }),
      use,
    );
    const { heaps: read, found, registers, late } = built.besides;
    const lives = await this.#livesOf(built, found);
    const heaps = { ...read, ...lives, ...withLate(lives, late) };
    const figures = textFigures(row.template, built, {
      ...{ heaps, compared, registers },
      feedbackAim: feedbackAim(registers, definitions),
    });
    const [written, asOf] = [await this.#written(row), formatInstant(built.heard.now)];
    return { built, heaps, registers, text: composeText({ ...written, figures, asOf }) };
  }

  /** What the registers say alone: it asks for no dossier. */
  registers(row: IssueRow): Promise<RegisterTelling> {
    return this.#tenancy.within({ units: [row.unitId] }, (transaction) =>
      this.#registers.tell(transaction, row.unitId, sectionsOf(row)),
    );
  }

  /** The head and foot of the paper alone: they ask for no figure. */
  async paper(row: IssueRow): Promise<ReportHeading> {
    const written = await this.#written(row);
    return paperOf({ ...written, template: row.template, period: periodOf(row.periods.main) });
  }

  async #written(row: IssueRow): Promise<Omit<TextSource, 'figures' | 'asOf'>> {
    const [passages, { heading, version }, office] = await Promise.all([
      this.#store.passages(row),
      this.#store.heading(row),
      this.#office(row),
    ]);
    return { passages, heading, headingVersion: version, office, document: row.document };
  }

  async #office({ unitId }: IssueRow): Promise<ReportOffice> {
    const [row] = await this.#tenancy.ask<OfficeRow>({ units: [unitId] }, OFFICE, [unitId]);
    if (row === undefined) throw new Error(`No unit ${String(unitId)}`);
    return row;
  }

  async #read(
    transaction: Transaction,
    frame: Frame,
    { compared, definitions }: Asked,
  ): Promise<Omit<Besides, 'registers'>> {
    const over = async (other: Partial<Frame>): Promise<readonly FrozenHeap[]> =>
      passageHeaps(
        await this.#heaps.named(
          transaction,
          { ...frame, ...other },
          { by: 'field', grain: 'passage' },
        ),
      );
    const profiles = { by: 'field', grain: 'profile' } as const;
    const heaps: TextHeaps = {
      sources: passageHeaps(
        await this.#heaps.named(transaction, frame, { by: 'source', grain: 'passage' }),
      ),
      indicators: indicatorHeaps(
        await this.#heaps.named(transaction, frame, profiles),
        definitions,
        frame.period,
      ),
      vertical: await over({ authority: 'vertical' }),
      previous: await over({ period: daysOf(compared.previous) }),
      lastYear: await over({ period: daysOf(compared.lastYear) }),
    };
    const isOne = frame.units.length === 1 && frame.units[0]?.id === frame.about.id;
    const byHands = { by: 'responsible', grain: 'passage' } as const;
    const late = isOne ? lateHeaps(await this.#heaps.named(transaction, frame, byHands)) : [];
    return { heaps, late, found: isOne ? await this.#lives.found(transaction, frame) : null };
  }

  async #livesOf(
    { frame, heard, sections }: Built & Pick<Told, 'frame' | 'heard'>,
    found: FoundLives | null,
  ): Promise<TextHeaps> {
    if (found === null) return {};
    const lives = await this.#lives.told(frame, { found: found.whole, now: heard.now });
    const main = sections.find(({ section }) => section === 'main');
    const counted = new Set(main?.heaps.ii06b.flatMap(({ members }) => members));
    const { period, authority, units } = frame;
    const scope = { ...period, authority, ...units[0]?.lateness };
    return lifeHeaps({ lives, plain: found.plain }, scope, counted);
  }
}

type Told = Awaited<ReturnType<SectionBuilder['buildWith']>>;

interface Asked {
  readonly compared: ComparedWith;
  readonly definitions: readonly IndicatorDefinition[];
}

/** Feedback keeps the days of its own section where the report has one. */
const sectionsOf = ({ periods: { main, pakn } }: IssueRow) => ({
  main: periodOf(main),
  feedback: periodOf(pakn ?? main),
});

/** What was late stands with the steps that were: both are told of whole lives only. */
const withLate = ({ steps }: TextHeaps, late: readonly FrozenHeap[]): TextHeaps =>
  steps === undefined ? {} : { steps: [...steps, ...late] };

function comparedWith({ template, periods }: IssueRow): ComparedWith {
  const named: NamedPeriod = namedByDays(template, periodOf(periods.main));
  return { previous: previousOf(named), lastYear: lastYearOf(named) };
}
