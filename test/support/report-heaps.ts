import * as fc from 'fast-check';
import {
  DIGITISATION_COLUMNS,
  DOSSIER_INDICATORS,
  FACTS,
  II06B_COLUMNS,
  columnsOfFiles,
  columnsOfPassage,
  definitionOn,
  neededFor,
  partIn,
  type Entry,
  type Exit,
  type Period,
  type Profile,
} from '#domain/report';
import type {
  IndicatorShare,
  LifeFigures,
  NamedCount,
  SectionFigures,
  TextFigures,
} from '#domain/report-text';

/** Dossiers of a field that no form tells apart. */
export interface FieldHeap {
  readonly row: string;
  readonly profile: Profile;
  readonly length: number;
}

const FIELDS = [
  'Chứng thực',
  'Hộ tịch',
  'Hộ tịch có yếu tố nước ngoài',
  'Đất đai',
  'Bảo trợ xã hội',
  'Người có công',
  'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
  'Giáo dục mầm non',
  'Y tế dự phòng',
  'Lâm nghiệp',
  'Giảm nghèo',
];

const ENTRIES: readonly Entry[] = ['onlineInPeriod', 'directOrPostInPeriod', 'carriedOver'];
const SETTLED: readonly Exit[] = [
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'rejected',
  'withdrawn',
];
const OPEN: readonly Exit[] = ['pendingInTime', 'pendingLate', 'pendingSupplement'];

const channelOf = (entry: Entry) => (entry === 'directOrPostInPeriod' ? 'direct' : 'online');

/** Results and their files come after the resolution: an open dossier has none. */
const profiles = fc
  .record({
    entry: fc.constantFrom(...ENTRIES),
    exit: fc.constantFrom(...SETTLED, ...SETTLED, ...OPEN),
    onlineLevel: fc.constantFrom('full', 'partial', 'none'),
    paperResult: fc.boolean(),
    had: fc.subarray([...FACTS]),
  })
  .map(({ entry, exit, onlineLevel, paperResult, had }): Profile => {
    const isOpen = OPEN.includes(exit);
    const known = had.filter((fact) => !isOpen || fact !== 'resultDigitisedAt');
    return {
      passage: { entry, exit },
      ...{ channel: channelOf(entry), onlineLevel, paperResult, had: new Set(known) },
    };
  });

/** How the dossiers of a period passed through it, with sizes from a quiet week to a busy year. */
export const fieldHeaps: fc.Arbitrary<readonly FieldHeap[]> = fc.array(
  fc.record({
    row: fc.constantFrom(...FIELDS),
    profile: profiles,
    length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9000 })),
  }),
  { maxLength: 24 },
);

const sum = (heaps: readonly { readonly length: number }[]): number =>
  heaps.reduce((all, { length }) => all + length, 0);

const counts = <Column extends string>(
  columns: readonly Column[],
  heaps: readonly FieldHeap[],
  columnsIn: (heap: FieldHeap) => readonly Column[],
) =>
  Object.fromEntries(
    columns.map((column) => [
      column,
      sum(heaps.filter((heap) => columnsIn(heap).includes(column))),
    ]),
  ) as Record<Column, number>;

export const ii06bOf = (heaps: readonly FieldHeap[]) =>
  counts(II06B_COLUMNS, heaps, ({ profile }) => columnsOfPassage(profile.passage, 16));

const indicatorsOf = (
  heaps: readonly FieldHeap[],
  target: number | undefined,
  to: Period['to'],
): readonly IndicatorShare[] =>
  DOSSIER_INDICATORS.map((indicator) => {
    const { population } = definitionOn(indicator, [], to);
    const inPart = (wanted: 'numerator' | 'missing') =>
      sum(heaps.filter(({ profile }) => partIn(indicator, population, profile) === wanted));
    const numerator = inPart('numerator');
    const denominator = numerator + inPart('missing');
    return {
      ...{ indicator, subject: 'dossiers', population, numerator, denominator },
      targetPercent: target ?? null,
      needed: neededFor({ numerator, denominator }, target),
    };
  });

const namedBy = (heaps: readonly FieldHeap[]): readonly NamedCount[] =>
  [...Map.groupBy(heaps, ({ row }) => row)].map(([row, some]) => ({
    key: row,
    label: row,
    count: sum(some),
  }));

/** What a section counts of such heaps. */
export const sectionOf = (
  heaps: readonly FieldHeap[],
  { from, to }: Period,
  target?: number,
): SectionFigures => ({
  ...{ from, to, ii06b: ii06bOf(heaps), fields: namedBy(heaps) },
  digitisation: counts(DIGITISATION_COLUMNS, heaps, ({ profile }) => columnsOfFiles(profile)),
  indicators: indicatorsOf(heaps, target, to),
});

const NO_LIVES: LifeFigures = {
  refusals: [],
  refusalParties: { citizen: 0, agency: 0, commune: 0, unknown: 0 },
  ...{ lateOfCommune: 0, lateOfAgency: 0 },
  stood: { refused: 0, awaitingSupplement: 0, awaitingPayment: 0, onHold: 0 },
  ...{ partlyLate: 0, partlyLateOpen: 0, apologies: 0, outOfArea: 0, bundled: 0 },
};

/** A report over one section, with nothing beside it. */
export const figuresOf = (
  main: SectionFigures,
  besides: Partial<TextFigures> = {},
): TextFigures => ({
  template: 'monthly',
  sections: { main },
  sources: [],
  vertical: ii06bOf([]),
  lives: NO_LIVES,
  registers: { feedbackDays: main, figures: [], others: [], lists: [] },
  feedbackAim: null,
  previous: null,
  lastYear: null,
  ...besides,
});
