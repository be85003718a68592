import type {
  AutomaticParagraph,
  HumanPassage,
  NewHeading,
  PassageState,
  ReportBlock,
  ReportChapter,
  ReportHeading,
  ReportText,
} from '#contract/reports';
import type { NamedPeriod, Period } from '#domain/report';
import {
  CITY_CHAPTERS,
  TEXT_TEMPLATES,
  namedByDays,
  numberChapters,
  placeholdersIn,
  type AutomaticKey,
  type Chapter,
  type Part,
  type PassageKey,
  type TextFigures,
  type TextTemplate,
} from '#domain/report-text';
import { headingOf } from './chapter-headings.ts';
import { compared } from './compared.ts';
import { faultsOf } from './faults.ts';
import { lateness, pending, received, refusals, resolved, stood } from './handling.ts';
import type { ReportOffice } from './office-words.ts';
import { speakerOf, standardPaper, subjectOf, titleOf } from './paper.ts';
import { bundled, fields, outOfArea, sources, vertical } from './parted.ts';
import { PASSAGES } from './passages.ts';
import { daysText, periodName } from './period-words.ts';
import * as ratios from './ratios.ts';
import * as registers from './registers.ts';
import { contributors } from './contributors.ts';
import { lowerFirst, plain, type Sentence, type Teller } from './say.ts';
import { cumulative, week } from './spans.ts';
import { tableOf } from './tables.ts';

/** What somebody has written, or what was written in the last report. */
export interface WrittenPassage {
  readonly body: string;
  readonly state: PassageState;
  readonly version: number;
  readonly carriedFrom: HumanPassage['carriedFrom'];
}

export interface TextSource {
  readonly figures: TextFigures;
  readonly office: ReportOffice;
  readonly heading: NewHeading;
  readonly headingVersion: number;
  /** Number and day as the office's book gave them. */
  readonly document: { readonly number: string; readonly date: string } | null;
  readonly passages: ReadonlyMap<string, WrittenPassage>;
  readonly asOf: string;
}

interface About extends TextSource {
  readonly named: NamedPeriod;
}

type Framed = (about: About) => readonly Sentence[];

const opening: Framed = ({ figures, office, named }) => {
  const { template, sections } = figures;
  const days = daysText(sections.main);
  const isRange = named.kind === 'range' || named.kind === 'week';
  const when = isRange ? days : `${periodName(named)} (số liệu ${days})`;
  return [
    plain`Thực hiện chế độ báo cáo về cải cách thủ tục hành chính (TTHC), ${speakerOf(template, office)} báo cáo kết quả ${when} như sau:`,
  ];
};

const closing: Framed = ({ figures, office, named }) => {
  const { template } = figures;
  const subject = lowerFirst(subjectOf(template));
  return [
    plain`Trên đây là báo cáo ${subject} ${periodName(named)} của ${speakerOf(template, office)}./.`,
  ];
};

const TELLERS: Readonly<Record<Exclude<AutomaticKey, 'opening' | 'closing'>, Teller>> = {
  received,
  resolved,
  pending,
  fields,
  sources,
  vertical,
  bundled,
  outOfArea,
  ...{ procedures: ratios.procedures, onlineServices: ratios.onlineServices },
  ...{ payment: ratios.payment, electronicResults: ratios.electronicResults },
  ...{ digitisation: ratios.digitisation, reuse: ratios.reuse, targets: ratios.targets },
  lateness,
  refusals,
  stood,
  cumulative,
  week,
  compared,
  contributors,
  ...registers.TELLERS,
};

type Automatic = Extract<Part, { kind: 'automatic' }>;

function sentencesOf(about: About, { key, section: name }: Automatic): readonly Sentence[] {
  if (key === 'opening') return opening(about);
  if (key === 'closing') return closing(about);
  const section = about.figures.sections[name];
  return section === undefined ? [] : TELLERS[key]({ name, section, figures: about.figures });
}

const NOBODY: WrittenPassage = { body: '', state: 'empty', version: 0, carriedFrom: null };

/** A passage as whoever writes the report sees it. */
export function passageBlock(key: PassageKey, written: WrittenPassage = NOBODY): HumanPassage {
  const { body, state, version, carriedFrom } = written;
  return {
    kind: 'human',
    key,
    ...PASSAGES[key],
    ...{ body, version, carriedFrom, placeholders: placeholdersIn(body) },
    state: body === '' ? 'empty' : state,
  };
}

/** A list of nobody is no appendix. */
const hasLate = ({ sections: { main } }: TextFigures): boolean =>
  main.ii06b.resolvedLate + main.ii06b.pendingLate > 0;

function blocksOf(about: About, part: Part): readonly ReportBlock[] {
  switch (part.kind) {
    case 'human':
      return [passageBlock(part.key, about.passages.get(part.key))];
    case 'table':
      if (part.key === 'late' && !hasLate(about.figures)) return [];
      return [tableOf(part.key, about.office, about.figures.sections.main)];
    case 'automatic':
      return sentencesOf(about, part).map(({ marker, runs }): AutomaticParagraph => ({
        kind: 'automatic',
        key: part.key,
        marker,
        runs,
      }));
  }
}

const hasWords = (blocks: readonly ReportBlock[]): boolean =>
  blocks.some((block) => block.kind !== 'human' || block.state !== 'empty');

const templateOf = ({ template, contributors: units }: TextFigures): readonly Chapter[] =>
  units === undefined ? TEXT_TEMPLATES[template] : CITY_CHAPTERS;

function chaptersOf(about: About): readonly ReportChapter[] {
  const told = templateOf(about.figures).map((chapter: Chapter) => ({
    chapter,
    blocks: chapter.parts.flatMap((part) => blocksOf(about, part)),
  }));
  const numbers = numberChapters(
    told.map(({ chapter: { depth }, blocks }) => ({ depth, hasWords: hasWords(blocks) })),
  );
  return told.map(({ chapter: { key, depth }, blocks }, at) => ({
    ...{ key, depth, blocks, heading: headingOf(key, about.named) },
    number: numbers[at]?.number ?? null,
    printed: numbers[at]?.printed ?? false,
  }));
}

/** *15/BC-UBND*: the office's book gives number and symbol in one. */
function numbered(document: TextSource['document'], symbol: string) {
  if (document === null) return { number: null, symbol, date: null };
  const [number = '', given] = document.number.split('/');
  return { number: number.trim(), symbol: given?.trim() ?? symbol, date: document.date };
}

interface PaperSource extends Pick<
  TextSource,
  'office' | 'heading' | 'headingVersion' | 'document'
> {
  readonly template: TextTemplate;
  readonly period: Period;
}

/** The head and foot of a report's paper. */
export function paperOf({ template, period, office, ...set }: PaperSource): ReportHeading {
  const { heading, headingVersion, document } = set;
  const named = namedByDays(template, period);
  const paper = { ...standardPaper(template, office), ...heading };
  return {
    ...paper,
    ...numbered(document, paper.symbol),
    kind: 'BÁO CÁO',
    title: titleOf(template, named),
    days: `(Số liệu ${daysText(period)})`,
    version: headingVersion,
  };
}

const isHuman = (block: ReportBlock): block is HumanPassage => block.kind === 'human';

/**
 * The text of a report: its paper, its sentences made from the figures, and what people have written. Always
 * in Vietnamese, whoever reads it: it is the office's paper.
 */
export function composeText(source: TextSource): ReportText {
  const { figures, asOf } = source;
  const about = { ...source, named: namedByDays(figures.template, figures.sections.main) };
  const chapters = chaptersOf(about);
  const { template, sections } = figures;
  const heading = paperOf({ ...source, template, period: sections.main });
  const passages = chapters.flatMap(({ blocks }) => blocks.filter(isHuman));
  return { heading, chapters, faults: faultsOf(heading, passages), asOf };
}

/** The same with the number and the day the office's book gave it afterwards. */
export const withDocument = (text: ReportText, document: TextSource['document']): ReportText => ({
  ...text,
  heading: { ...text.heading, ...numbered(document, text.heading.symbol) },
});
