import { Inject, Injectable } from '@nestjs/common';
import {
  issueSections,
  type IssueSection,
  type IssueSectionAnswer,
  type PrintedLate,
} from '#contract/reports';
import { columnsOfFiles, columnsOfPassage, type FrozenHeap, type RowNames } from '#domain/report';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { digitisationAnswer } from '../digitisation.service.ts';
import type { Frame } from '../engine/frame.ts';
import { HeapReader, type NamedHeap } from '../engine/heap-reader.service.ts';
import { FrameBook } from '../frame-book.service.ts';
import { ii06bAnswer } from '../ii06b.service.ts';
import { IndicatorsService, indicatorsAnswer } from '../indicators.service.ts';
import { PrintedLates } from '../late/printed-late.service.ts';
import type { Heard } from '../report-answer.ts';
import { ReportDesk } from '../report-desk.service.ts';
import { RowNameBook } from '../row-names.service.ts';
import { periodOf, type IssueRow } from './issue-row.ts';

/** The forms whose members are kept with a report. */
export type FrozenForm = 'ii06b' | 'digitisation';

/** A screen shows no list behind the forms: hundreds of lives are read only for what is printed or frozen. */
export type SectionUse = 'screen' | 'paper';

/** A section with everybody behind its numbers. */
export interface BuiltSection {
  readonly section: IssueSection;
  readonly answer: IssueSectionAnswer;
  readonly heaps: Readonly<Record<FrozenForm, readonly FrozenHeap[]>>;
}

export interface Built {
  readonly sections: readonly BuiltSection[];
  readonly position: number;
}

/** With what was read beside it, and of whom it all speaks. */
interface BuiltWith<Besides> extends Built {
  readonly frame: Frame;
  readonly heard: Heard;
  readonly besides: Besides;
}

/** Feedback has no figures of dossiers: its period is kept, its section is written by hand. */
const COUNTED: readonly IssueSection[] = issueSections.filter((section) => section !== 'pakn');

const membersOf = (heaps: readonly NamedHeap[], unit: string): BuiltSection['heaps'] => ({
  ii06b: heaps.map(({ row, profile, members }) => ({
    ...{ row, members },
    columns: columnsOfPassage(profile.passage, 16),
  })),
  digitisation: heaps.map(({ profile, members }) => ({
    ...{ row: unit, members },
    columns: columnsOfFiles(profile),
  })),
});

/** The late list stands behind the main section: it is of the report's own days. */
const withLate = (
  sections: readonly BuiltSection[],
  late: PrintedLate | null,
): readonly BuiltSection[] =>
  sections.map((built) =>
    built.section === 'main' && late !== null
      ? { ...built, answer: { ...built.answer, late } }
      : built,
  );

/** Makes the sections of a report, each over its own period, all of them as of one moment. */
@Injectable()
export class SectionBuilder {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #heaps: HeapReader;
  readonly #indicators: IndicatorsService;
  readonly #late: PrintedLates;
  readonly #names: RowNameBook;

  // eslint-disable-next-line max-params -- a section is its forms, its ratios and its lists
  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(HeapReader) heaps: HeapReader,
    @Inject(IndicatorsService) indicators: IndicatorsService,
    @Inject(PrintedLates) late: PrintedLates,
    @Inject(RowNameBook) names: RowNameBook,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#heaps = heaps;
    this.#indicators = indicators;
    this.#late = late;
    this.#names = names;
  }

  build(actor: RequestActor, row: IssueRow, use: SectionUse): Promise<Built> {
    return this.buildWith(actor, row, () => Promise.resolve(), use);
  }

  /** The same, with whatever else somebody asks of the snapshot. */
  async buildWith<Besides>(
    actor: RequestActor,
    { unitId, periods }: IssueRow,
    more: (transaction: Transaction, main: Frame) => Promise<Besides>,
    use: SectionUse,
  ): Promise<BuiltWith<Besides>> {
    const frames = await Promise.all(
      COUNTED.flatMap((section) => {
        const told = periods[section];
        if (told === undefined) return [];
        const asked = { unitId, ...periodOf(told), authority: 'commune' as const };
        return [this.#frames.of(actor, asked).then((frame) => ({ section, frame }))];
      }),
    );
    const [main] = frames;
    if (main === undefined) throw new Error('A report without a main section');
    const { heard, found } = await this.#desk.read(main.frame, async (transaction) => {
      const read: Awaited<ReturnType<SectionBuilder['read']>>[] = [];
      for (const { frame } of frames) read.push(await this.read(transaction, frame));
      const late = use === 'paper' ? await this.#late.find(transaction, main.frame) : null;
      return { read, late, besides: await more(transaction, main.frame) };
    });
    const names = await this.#names.of(main.frame, 'field', { keys: [], language: 'vi' });
    const sections = await Promise.all(
      frames.map(({ section, frame }, index) => {
        const parts = found.read[index];
        if (parts === undefined) throw new Error('A section was not read');
        return this.#tell(section, { frame, heard, names, ...parts });
      }),
    );
    const { besides } = found;
    const late =
      found.late && (await this.#late.print({ actor, frame: main.frame, heard }, found.late));
    return {
      sections: withLate(sections, late),
      ...{ position: heard.position, frame: main.frame },
      ...{ heard, besides },
    };
  }

  /** All that the forms of one section ask of the database. */
  async read(transaction: Transaction, frame: Frame) {
    return {
      fields: await this.#heaps.named(transaction, frame, { by: 'field', grain: 'profile' }),
      procedures: await this.#heaps.heaps(transaction, frame, {
        ...{ by: 'procedure', grain: 'profile' },
      }),
      uncounted: await this.#heaps.uncounted(transaction, frame),
    };
  }

  async #tell(
    section: IssueSection,
    parts: Awaited<ReturnType<SectionBuilder['read']>> & {
      readonly frame: Frame;
      readonly heard: Heard;
      readonly names: RowNames;
    },
  ): Promise<BuiltSection> {
    const { frame, heard, names, fields, procedures, uncounted } = parts;
    const { code, name } = frame.about;
    const inUnit = fields.map((heap) => ({ ...heap, row: code }));
    const ruled = await this.#indicators.ruled(frame);
    return {
      section,
      answer: {
        section,
        ii06b: ii06bAnswer(
          { frame, heard, heaps: fields, uncounted, names },
          { by: 'field', layout: 16 },
        ),
        digitisation: digitisationAnswer(
          { frame, heard, heaps: inUnit, names: { labels: new Map([[code, name]]) } },
          'unit',
        ),
        indicators: indicatorsAnswer({ frame, heard, heaps: procedures, ...ruled }),
      },
      heaps: membersOf(fields, code),
    };
  }
}
