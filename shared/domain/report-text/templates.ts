import type { Depth } from './number-chapters.ts';
import type { TextSection, TextTemplate } from './text-figures.ts';

/** The sentences that are made from figures; F6 (i) to (xiii) of the offices' own reports, in their order. */
export type AutomaticKey =
  | 'opening'
  | 'received'
  | 'resolved'
  | 'pending'
  | 'fields'
  | 'sources'
  | 'vertical'
  | 'bundled'
  | 'outOfArea'
  | 'procedures'
  | 'onlineServices'
  | 'payment'
  | 'electronicResults'
  | 'digitisation'
  | 'reuse'
  | 'lateness'
  | 'refusals'
  | 'stood'
  | 'targets'
  | 'cumulative'
  | 'week'
  | 'compared'
  | 'directives'
  | 'publications'
  | 'outreach'
  | 'feedback'
  | 'surveys'
  | 'verticalTyped'
  | 'index766'
  | 'otherFigures'
  | 'contributors'
  | 'closing';

/** What people write; `remark` is the report's free text. */
export type PassageKey =
  | 'direction'
  | 'regulation'
  | 'publicity'
  | 'simplification'
  | 'oneStop'
  | 'feedback'
  | 'satisfaction'
  | 'institution'
  | 'apparatus'
  | 'civilService'
  | 'finance'
  | 'digitalGovernment'
  | 'remark'
  | 'limits'
  | 'causes'
  | 'tasks'
  | 'proposals';

export type TableKey = 'ii06b' | 'digitisation' | 'indicators' | 'late';

export type Part =
  | { readonly kind: 'automatic'; readonly key: AutomaticKey; readonly section: TextSection }
  | { readonly kind: 'human'; readonly key: PassageKey }
  | { readonly kind: 'table'; readonly key: TableKey };

export interface Chapter {
  readonly key: string;
  readonly depth: Depth;
  readonly parts: readonly Part[];
}

const auto = (...keys: readonly AutomaticKey[]): readonly Part[] =>
  keys.map((key) => ({ kind: 'automatic', key, section: 'main' }));
const over = (section: TextSection, ...keys: readonly AutomaticKey[]): readonly Part[] =>
  keys.map((key) => ({ kind: 'automatic', key, section }));
const human = (key: PassageKey): Part => ({ kind: 'human', key });
const chapter = (key: string, depth: Depth, ...parts: readonly Part[]): Chapter => ({
  key,
  depth,
  parts,
});

const OPENING = chapter('opening', 0, ...auto('opening'));
const CLOSING = chapter('closing', 0, ...auto('closing'));
const APPENDICES = chapter(
  'appendices',
  0,
  { kind: 'table', key: 'ii06b' },
  { kind: 'table', key: 'digitisation' },
  { kind: 'table', key: 'indicators' },
  { kind: 'table', key: 'late' },
);

const ASSESSMENT: readonly Chapter[] = [
  chapter('assessment', 1),
  chapter('progress', 2, ...auto('compared'), human('remark')),
  chapter('limits', 2, human('limits')),
  chapter('causes', 2, human('causes')),
];

const OUTLOOK: readonly Chapter[] = [
  chapter('tasks', 1, human('tasks')),
  chapter('proposals', 1, human('proposals')),
];

const HANDLING = auto('received', 'resolved', 'pending', 'lateness', 'refusals', 'stood');

const PARTED = auto('fields', 'vertical', 'verticalTyped', 'bundled', 'outOfArea');
const PUBLICITY = auto('publications', 'outreach');

const OTHERS: readonly Chapter[] = [
  chapter('index766', 2, ...auto('index766')),
  chapter('otherFigures', 2, ...auto('otherFigures')),
];

/** *Báo cáo tháng*. */
const MONTHLY: readonly Chapter[] = [
  OPENING,
  chapter('results', 1),
  chapter('regulation', 2, ...auto('directives'), human('direction'), human('regulation')),
  chapter('publicity', 2, ...PUBLICITY, human('publicity')),
  chapter('handling', 2, ...HANDLING, ...PARTED),
  chapter('onlineServices', 2, ...auto('procedures', 'onlineServices', 'payment')),
  chapter('digitisation', 2, ...auto('digitisation', 'electronicResults', 'reuse')),
  chapter('cumulative', 2, ...over('cumulative', 'cumulative')),
  chapter('feedback', 2, ...auto('feedback', 'surveys'), human('feedback')),
  ...OTHERS,
  ...ASSESSMENT,
  ...OUTLOOK,
  CLOSING,
  APPENDICES,
];

/** *Báo cáo tuần, lũy kế*: the city's targets first. */
const WEEKLY: readonly Chapter[] = [
  OPENING,
  chapter('targets', 1, ...auto('targets', 'feedback')),
  chapter('handlingResults', 1),
  chapter('byField', 2, ...auto('received', 'fields', 'sources', 'verticalTyped')),
  chapter('byResult', 2, ...auto('resolved', 'pending', 'lateness')),
  chapter('stood', 2, ...auto('refusals', 'stood')),
  chapter('procedures', 2, ...auto('procedures', 'onlineServices', 'outOfArea')),
  chapter('payment', 2, ...auto('payment')),
  chapter('cumulative', 2, ...over('cumulative', 'cumulative')),
  ...OTHERS,
  chapter('difficulties', 1, human('limits'), human('remark')),
  chapter('tasks', 1, human('tasks')),
  CLOSING,
  APPENDICES,
];

/** *Báo cáo lũy kế từ đầu năm*. */
const YEAR_TO_DATE: readonly Chapter[] = [
  OPENING,
  chapter('results', 1),
  chapter('reform', 2),
  chapter('direction', 3, ...auto('directives'), human('direction')),
  chapter('impact', 3, human('regulation')),
  chapter('publicity', 3, ...PUBLICITY, human('publicity')),
  chapter('simplification', 3, human('simplification')),
  chapter(
    'handling',
    3,
    ...HANDLING,
    ...auto('fields', 'sources', 'outOfArea', 'procedures', 'onlineServices', 'payment'),
    ...auto('electronicResults', 'digitisation', 'reuse'),
  ),
  chapter('week', 3, ...over('week', 'week')),
  chapter('oneStop', 2, human('oneStop'), ...auto('vertical', 'verticalTyped', 'bundled')),
  chapter('feedback', 2, ...auto('feedback', 'surveys'), human('feedback')),
  ...OTHERS,
  chapter('difficulties', 1, human('limits')),
  chapter('assessmentWhole', 1, ...auto('compared'), human('remark')),
  ...OUTLOOK,
  CLOSING,
  APPENDICES,
];

/** *Báo cáo cải cách hành chính* of a quarter and of longer periods. */
const REFORM: readonly Chapter[] = [
  OPENING,
  chapter('steering', 1, ...auto('directives', 'outreach'), human('direction')),
  chapter('reformResults', 1),
  chapter('institution', 2, human('institution')),
  chapter('reform', 2),
  chapter('oneStop', 3, human('oneStop'), ...auto('publications'), human('publicity')),
  chapter('handling', 3, ...HANDLING, ...PARTED),
  chapter('feedback', 3, ...auto('feedback'), human('feedback')),
  chapter('satisfaction', 3, ...auto('surveys'), human('satisfaction')),
  chapter('apparatus', 2, human('apparatus')),
  chapter('civilService', 2, human('civilService')),
  chapter('finance', 2, human('finance')),
  chapter(
    'digitalGovernment',
    2,
    human('digitalGovernment'),
    ...auto(
      'procedures',
      'onlineServices',
      'payment',
      'electronicResults',
      'digitisation',
      'reuse',
    ),
  ),
  chapter('cumulative', 2, ...over('cumulative', 'cumulative')),
  ...OTHERS,
  ...ASSESSMENT,
  ...OUTLOOK,
  CLOSING,
  APPENDICES,
];

/** What a city reports of its units: who is in the sums first, then the sums, then what only people know. */
export const CITY_CHAPTERS: readonly Chapter[] = [
  OPENING,
  chapter('contributors', 1, ...auto('contributors')),
  chapter('handlingResults', 1),
  chapter('byResult', 2, ...auto('received', 'resolved', 'pending', 'lateness')),
  chapter('byField', 2, ...auto('fields')),
  chapter('onlineServices', 2, ...auto('onlineServices', 'electronicResults')),
  chapter('digitisation', 2, ...auto('digitisation')),
  chapter('targets', 1, ...auto('targets')),
  chapter('difficulties', 1, human('limits'), human('causes')),
  ...OUTLOOK,
  CLOSING,
  chapter(
    'appendices',
    0,
    { kind: 'table', key: 'ii06b' },
    { kind: 'table', key: 'digitisation' },
    { kind: 'table', key: 'indicators' },
  ),
];

/** The chapters of each kind of report, as the offices' own reports have them; the words are in the wording room. */
export const TEXT_TEMPLATES: Readonly<Record<TextTemplate, readonly Chapter[]>> = {
  monthly: MONTHLY,
  weekly: WEEKLY,
  yearToDate: YEAR_TO_DATE,
  quarterly: REFORM,
  halfYear: REFORM,
  nineMonths: REFORM,
  yearly: REFORM,
};

/** The passages people write in such chapters, in their order. */
export const passagesIn = (chapters: readonly Chapter[]): readonly PassageKey[] =>
  chapters.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'human' ? [part.key] : [])),
  );

/** The passages people write in a kind of report. */
export const passagesOf = (template: TextTemplate): readonly PassageKey[] =>
  passagesIn(TEXT_TEMPLATES[template]);
