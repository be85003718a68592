import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  FEEDBACK_MONTH_STARTS_ON,
  II06B_COLUMNS,
  lastYearOf,
  periodOf,
  previousOf,
  type IndicatorDefinition,
  type NamedPeriod,
  type Period,
} from '#domain/report';
import { checkReport } from '#domain/report-check';
import {
  FEEDBACK_ABOUT,
  feedbackAim,
  registerTelling,
  type RegisterEntries,
  type RegisterEntry,
  type RegisterKind,
  type RegisterValues,
} from '#domain/register';
import type { TextFigures, TextTemplate } from '#domain/report-text';
import { dayOfDate, formatDay, plusDays } from '#domain/working-time';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import {
  fieldHeaps,
  figuresOf,
  ii06bOf,
  sectionOf,
  type FieldHeap,
} from '../../../test/support/report-heaps.ts';
import { composeText } from './compose.ts';
import { printedText } from './printed-text.ts';

const NAMED: readonly (readonly [TextTemplate, NamedPeriod])[] = [
  ['monthly', { kind: 'month', year: 2026, month: 1 }],
  ['monthly', { kind: 'month', year: 2026, month: 7 }],
  ['weekly', { kind: 'week', day: dayOfDate(2026, 1, 22) }],
  ['yearToDate', { kind: 'range', from: dayOfDate(2025, 12, 15), to: dayOfDate(2026, 5, 19) }],
  ['quarterly', { kind: 'quarter', year: 2026, quarter: 2 }],
  ['halfYear', { kind: 'halfYear', year: 2026, half: 1 }],
  ['nineMonths', { kind: 'nineMonths', year: 2026 }],
  ['yearly', { kind: 'year', year: 2026 }],
];

const yearTo = ({ to }: Period): Period => ({ from: dayOfDate(2025, 12, 15), to });

/** What passed before the period belongs to the year with it; a year has at least as much as its month. */
interface Office {
  readonly named: readonly [TextTemplate, NamedPeriod];
  readonly heaps: readonly FieldHeap[];
  readonly earlier: readonly FieldHeap[];
  readonly before: readonly FieldHeap[];
  readonly yearAgo: readonly FieldHeap[];
  readonly target: number | undefined;
  readonly refusals: number;
  readonly sources: readonly number[];
  readonly vertical: readonly FieldHeap[];
  readonly registers: RegisterEntries;
  readonly lives: Pick<
    NonNullable<TextFigures['lives']>,
    'partlyLate' | 'partlyLateOpen' | 'apologies' | 'outOfArea' | 'bundled' | 'stood'
  >;
}

const lives = fc
  .record({
    partlyLate: fc.nat(30),
    open: fc.nat(30),
    apologies: fc.nat(9),
    outOfArea: fc.nat(40),
    bundled: fc.nat(300),
    onHold: fc.nat(5),
    awaitingPayment: fc.nat(5),
  })
  .map(({ open, onHold, awaitingPayment, ...told }) => ({
    ...told,
    partlyLateOpen: Math.min(open, told.partlyLate),
    stood: { refused: 0, awaitingSupplement: 0, onHold, awaitingPayment },
  }));

const START = dayOfDate(2025, 9, 1);

const typedIn = (kind: RegisterKind, entries: fc.Arbitrary<RegisterValues>) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 500 }), entries), { maxLength: 6 })
    .map((some): readonly [RegisterKind, readonly RegisterEntry[]] => [
      kind,
      some.map(([on, values], at): RegisterEntry => {
        const day = plusDays(START, on);
        return { id: `${kind}-${String(at)}`, day, values };
      }),
    ]);

const whole = fc.integer({ min: 0, max: 3000 });
const dateText = fc.integer({ min: 0, max: 500 }).map((on) => formatDay(plusDays(START, on)));

/** What somebody may have typed into each register, whole or in part. */
const registers: fc.Arbitrary<RegisterEntries> = fc
  .tuple(
    typedIn(
      'feedback',
      fc.record(
        {
          about: fc.constantFrom(...FEEDBACK_ABOUT),
          dueOn: dateText,
          answeredOn: dateText,
        },
        { requiredKeys: ['about', 'dueOn'] },
      ),
    ),
    typedIn('directive', fc.record({ form: fc.constantFrom('plan', 'decision', 'letter') })),
    typedIn(
      'publication',
      fc.record(
        { procedures: whole, dueOn: dateText, publishedOn: dateText },
        { requiredKeys: ['procedures', 'dueOn'] },
      ),
    ),
    typedIn(
      'survey',
      fc.tuple(whole, whole).map(([one, other]) => ({
        asked: Math.max(one, other),
        satisfied: Math.min(one, other),
      })),
    ),
    typedIn('outreach', fc.record({ times: whole, people: whole })),
    typedIn(
      'vertical',
      fc.record({
        agency: fc.constantFrom('Văn phòng Đăng ký đất đai', 'Bảo hiểm xã hội'),
        ...{ received: whole, resolved: whole, pending: whole },
      }),
    ),
    typedIn(
      'index766',
      fc.record({
        group: fc.constantFrom('openness', 'progress', 'online', 'payment', 'constructor'),
        score: fc.integer({ min: 0, max: 2200 }).map((points) => points / 100),
      }),
    ),
    typedIn(
      'other',
      fc.record({
        ...{ label: fc.constant('Biên chế'), value: whole, unit: fc.constantFrom('', 'người') },
        source: fc.constant('Phòng Văn hóa – Xã hội'),
      }),
    ),
  )
  .map((pairs) => new Map(pairs));

const offices: fc.Arbitrary<Office> = fc.record({
  named: fc.constantFrom(...NAMED),
  heaps: fieldHeaps,
  earlier: fieldHeaps,
  before: fieldHeaps,
  yearAgo: fieldHeaps,
  target: fc.constantFrom(undefined, 50, 60, 95, 100),
  refusals: fc.nat(100),
  sources: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 4 }),
  vertical: fieldHeaps,
  registers,
  lives,
});

const SOURCES = [
  'Một cửa Hải Phòng',
  'Bộ Y tế',
  'Đăng ký hộ kinh doanh (Bộ Tài chính)',
  'Bộ GD&ĐT',
];

/** Every dossier stands in one system: the first takes what the others leave. */
function sourcesOf({ sources }: Office, total: number) {
  let left = total;
  const told = sources.map((size, at) => {
    const count = at === sources.length - 1 ? left : Math.min(size, left);
    left -= count;
    return { key: `he-thong-${String(at)}`, label: SOURCES[at] ?? 'khác', count };
  });
  return told;
}

function figuresIn(office: Office): TextFigures {
  const [template, named] = office.named;
  const period = periodOf(named);
  const main = sectionOf(office.heaps, period, office.target);
  const { rejected, total } = main.ii06b;
  const first = Math.min(office.refusals, rejected);
  const late = main.ii06b.resolvedLate + main.ii06b.pendingLate;
  const registers = registerTelling(office.registers, {
    main: period,
    feedback: template === 'monthly' ? periodOf(named, FEEDBACK_MONTH_STARTS_ON) : period,
  });
  return figuresOf(main, {
    template,
    sections: {
      main,
      cumulative: sectionOf([...office.heaps, ...office.earlier], yearTo(period)),
      week: sectionOf(office.before, periodOf({ kind: 'week', day: period.to })),
    },
    sources: sourcesOf(office, total),
    vertical: ii06bOf(office.vertical),
    registers,
    feedbackAim: feedbackAim(registers, aimAt(office.target)),
    previous: { named: previousOf(named), ii06b: ii06bOf(office.before) },
    lastYear: { named: lastYearOf(named), ii06b: ii06bOf(office.yearAgo) },
    lives: {
      ...office.lives,
      refusalParties: {
        ...{ citizen: first, agency: rejected - first },
        ...{ commune: 0, unknown: 0 },
      },
      ...{ lateOfCommune: late - Math.min(late, office.refusals) },
      lateOfAgency: Math.min(late, office.refusals),
      refusals: [
        { key: 'a', label: 'Không đủ điều kiện theo quy định', count: first },
        { key: 'b', label: 'Thành phần hồ sơ không đúng, không đủ', count: rejected - first },
      ].filter(({ count }) => count > 0),
    },
  });
}

const aimAt = (targetPercent: number | undefined): readonly IndicatorDefinition[] =>
  targetPercent === undefined
    ? []
    : [
        {
          ...{ indicator: 'feedbackInTime', population: 'total', targetPercent },
          effectiveFrom: dayOfDate(2000, 1, 1),
        },
      ];

const OFFICE = { name: 'Xã Đồng Muối', level: 'xa', city: 'Thành phố Hải Phòng' } as const;

const textOf = (figures: TextFigures) =>
  composeText({
    ...{ figures, office: OFFICE, heading: {}, headingVersion: 0, passages: new Map() },
    document: null,
    asOf: '2026-01-15T08:00:00+07:00',
  });

/** The form as it is printed behind the text: its rows, then their sums. */
const tableOf = ({ heaps }: Office): string => {
  const rows = [...Map.groupBy(heaps, ({ row }) => row)].map(([row, some], at) => {
    const numbers = ii06bOf(some);
    return [at + 1, row, ...II06B_COLUMNS.map((column) => numbers[column])].join('\t');
  });
  const total = ii06bOf(heaps);
  const last = ['', 'Tổng cộng', ...II06B_COLUMNS.map((column) => total[column])].join('\t');
  return ['Biểu số II.06b/VPCP/KSTT', ...rows, last].join('\n');
};

describe('the text of any report', () => {
  it('gives the report checker nothing to find', () => {
    fc.assert(
      fc.property(offices, (office) => {
        const figures = figuresIn(office);
        const printed = `${printedText(textOf(figures))}\n${tableOf(office)}`;
        expect(checkReport(printed).findings).toEqual([]);
      }),
      { numRuns: propertyRuns(0.02) },
    );
  });

  it('has no number that nobody counted, and none that grows by nothing', () => {
    fc.assert(
      fc.property(offices, (office) => {
        const text = textOf(figuresIn(office));
        for (const block of text.chapters.flatMap(({ blocks }) => blocks)) {
          if (block.kind !== 'automatic' || block.key === 'opening' || block.key === 'closing') {
            continue;
          }
          const words = block.runs.filter(({ kind }) => kind === 'words');
          const typed = words.map(({ text: told }) => told).join(' ');
          expect(typed.replace(/chỉ tiêu thành phố giao \d+%/g, '')).not.toMatch(OUTSIDE_NAMES);
        }
        expect(printedText(text)).not.toMatch(
          /(?:tăng|giảm) 0(?![1-9]|,\d*[1-9])|NaN|undefined|null/,
        );
      }),
      { numRuns: propertyRuns(0.01) },
    );
  });
});

/** Digits that are no date, month, quarter or year. */
const OUTSIDE_NAMES = /(?<!\d|\/|tháng |năm |kỳ )\d+(?!\d|\/| tháng)/;
