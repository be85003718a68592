import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reported, type Telling, type ToldIntake } from '../../../test/support/reported-history.ts';
import { dayOf, type Day } from '../working-time/index.ts';
import { DOSSIER_INDICATORS, dossierIndicator } from './dossier-indicators.ts';
import { FEEDBACK_INDICATORS, feedbackIndicator, type Feedback } from './feedback-indicators.ts';
import { neededForTarget } from './indicator.ts';
import {
  INDICATORS,
  definitionOn,
  type DossierIndicator,
  type IndicatorDefinition,
} from './indicator-definition.ts';
import { PROCEDURE_INDICATORS, procedureIndicator } from './procedure-indicators.ts';
import type { ReportedDossier } from './reported-dossier.ts';

const day = (text: string): Day => dayOf(at(text));

const JANUARY = { from: day('2025-12-15'), to: day('2026-01-14') };

const due = '2026-01-13 17:00';
const NEW: Telling = ['received', '2026-01-12 08:00', { due }];
const OLD: Telling = ['received', '2025-12-01 08:00', { due: '2026-01-13 17:00' }];
const issued = (when: string): Telling => ['resultIssued', when, { due }];

const hs = (id: string, told: ToldIntake, ...tellings: readonly Telling[]): ReportedDossier =>
  reported({ ...told, id }, ...tellings);

const OFFLINE: ToldIntake = { intake: { channel: 'direct' } };

const DOSSIERS: readonly ReportedDossier[] = [
  hs('early', {}, NEW, issued('2026-01-13 10:00')),
  hs('onTime', {}, NEW, issued('2026-01-13 17:00')),
  hs('late', {}, NEW, issued('2026-01-14 10:00')),
  hs('refused', OFFLINE, NEW, ['refused', '2026-01-13 10:00']),
  hs('withdrawn', {}, NEW, ['withdrawn', '2026-01-13 10:00']),
  hs('open', OFFLINE, ['received', '2026-01-14 08:00', { due: '2026-01-20 17:00' }]),
  hs('openLate', {}, NEW),
  hs('carried', {}, OLD, issued('2026-01-12 09:00')),
];

interface Sets {
  readonly denominator: readonly string[];
  readonly numerator: readonly string[];
  readonly missing: readonly string[];
}

function setsOf(
  indicator: DossierIndicator,
  dossiers: readonly ReportedDossier[] = DOSSIERS,
  definitions: readonly IndicatorDefinition[] = [],
): Sets {
  const figure = dossierIndicator(indicator, dossiers, JANUARY, definitions);
  const { denominator, numerator, missing } = figure;
  return { denominator, numerator, missing };
}

const FRESH = ['early', 'onTime', 'late', 'refused', 'withdrawn', 'open', 'openLate'];
const SETTLED = ['early', 'onTime', 'late', 'refused', 'withdrawn', 'carried'];
const RESULTS = ['early', 'onTime', 'late', 'carried'];

describe('ratios over dossiers', () => {
  it.each<[DossierIndicator, readonly string[], readonly string[]]>([
    ['onlineReceipts', FRESH, ['early', 'onTime', 'late', 'withdrawn', 'openLate']],
    ['directOrPostReceipts', FRESH, ['refused', 'open']],
    ['resolution', [...FRESH, 'carried'], SETTLED],
    ['resolvedEarly', SETTLED, ['early', 'carried']],
    ['resolvedOnTime', SETTLED, ['onTime']],
    ['resolvedLate', SETTLED, ['late']],
    ['rejected', SETTLED, ['refused']],
    ['withdrawn', SETTLED, ['withdrawn']],
    ['resultsInTime', RESULTS, ['early', 'onTime', 'carried']],
    ['handledInTime766', [...FRESH, 'carried'], ['early', 'onTime', 'open', 'carried']],
    ['pendingLate', ['open', 'openLate'], ['openLate']],
  ])('%s has its denominator, its numerator and what is missing', (indicator, asked, met) => {
    const { denominator, numerator, missing } = setsOf(indicator);
    expect([...denominator].sort()).toEqual([...asked].sort());
    expect([...numerator].sort()).toEqual([...met].sort());
    expect([...missing].sort()).toEqual(asked.filter((id) => !met.includes(id)).sort());
  });

  it('asks online levels only of procedures that have them', () => {
    const dossiers = [
      hs('full', { procedure: { onlineLevel: 'full' } }, NEW),
      hs('fullAtDesk', { ...OFFLINE, procedure: { onlineLevel: 'full' } }, NEW),
      hs('partial', { procedure: { onlineLevel: 'partial' } }, NEW),
      hs('none', { procedure: { onlineLevel: 'none' } }, NEW),
    ];
    expect(setsOf('fullOnlineReceipts', dossiers)).toEqual({
      denominator: ['full', 'fullAtDesk'],
      numerator: ['full'],
      missing: ['fullAtDesk'],
    });
    expect(setsOf('partialOnlineReceipts', dossiers).denominator).toEqual(['partial']);
  });

  it('asks online payment only where a fee arose in time', () => {
    const fee: Telling = ['feeCharged', '2026-01-12 08:05', { payload: { amount: 8000 } }];
    const paid = (method: string): Telling => [
      'feePaid',
      '2026-01-12 08:10',
      { payload: { amount: 8000, method } },
    ];
    const dossiers = [
      hs('online', {}, NEW, fee, paid('online')),
      hs('cash', {}, NEW, fee, paid('cash')),
      hs('free', {}, NEW),
      hs('later', {}, NEW, ['feeCharged', '2026-01-15 00:00', { payload: { amount: 8000 } }]),
    ];
    expect(setsOf('onlinePayment', dossiers)).toEqual({
      denominator: ['online', 'cash'],
      numerator: ['online'],
      missing: ['cash'],
    });
  });

  it('asks electronic results only of results that are documents', () => {
    const dossiers = [
      hs('signed', {}, NEW, issued('2026-01-13 10:00'), [
        'electronicResultIssued',
        '2026-01-13 10:05',
      ]),
      hs('paper', {}, NEW, issued('2026-01-13 10:00')),
      hs('noDocument', { procedure: { paperResult: false } }, NEW, issued('2026-01-13 10:00')),
      hs('refused', {}, NEW, ['refused', '2026-01-13 10:00']),
    ];
    expect(setsOf('electronicResult', dossiers)).toEqual({
      denominator: ['signed', 'paper'],
      numerator: ['signed'],
      missing: ['paper'],
    });
  });

  it('asks files, store and reuse as Phụ lục 01 does', () => {
    const files: readonly Telling[] = [
      ['componentsDigitised', '2026-01-12 08:05'],
      ['dataReused', '2026-01-12 08:06'],
    ];
    const dossiers = [
      hs(
        'all',
        {},
        NEW,
        ...files,
        issued('2026-01-13 10:00'),
        ['resultDigitised', '2026-01-13 10:01'],
        ['archivedToStore', '2026-01-13 10:02'],
      ),
      hs('components', {}, NEW, ...files, issued('2026-01-13 10:00')),
      hs('open', {}, NEW, ...files),
    ];
    const numerators = [
      'componentsDigitised',
      'resultDigitised',
      'bothDigitised',
      'archived',
      'reused',
    ].map((indicator) => setsOf(indicator as DossierIndicator, dossiers).numerator);
    expect(numerators).toEqual([
      ['all', 'components'],
      ['all'],
      ['all'],
      ['all'],
      ['all', 'components', 'open'],
    ]);
    expect(setsOf('archived', dossiers).denominator).toEqual(['all', 'components']);
  });

  it('says that nothing has arisen where nobody is asked', () => {
    expect(dossierIndicator('onlinePayment', DOSSIERS, JANUARY).percentage).toEqual({
      code: 'not-arising',
    });
  });

  it('prints the exact share', () => {
    const { percentage } = dossierIndicator('pendingLate', DOSSIERS, JANUARY);
    expect(percentage).toEqual({ code: 'percent', hundredths: 5000, text: '50,00' });
  });
});

describe('what the city means by an indicator', () => {
  const definitions: readonly IndicatorDefinition[] = [
    { indicator: 'reused', effectiveFrom: day('2026-01-14'), population: 'new', targetPercent: 50 },
    { indicator: 'reused', effectiveFrom: day('2025-01-01'), population: 'total' },
    {
      indicator: 'reused',
      effectiveFrom: day('2026-01-15'),
      population: 'total',
      targetPercent: 80,
    },
    {
      indicator: 'archived',
      effectiveFrom: day('2026-01-01'),
      population: 'total',
      targetPercent: 80,
    },
  ];

  it('is what was in force on the last day of the period', () => {
    expect(definitionOn('reused', definitions, day('2026-01-14'))).toMatchObject({
      targetPercent: 50,
    });
    expect(definitionOn('reused', definitions, day('2026-01-13'))).toMatchObject({
      effectiveFrom: day('2025-01-01'),
    });
    expect(definitionOn('reused', definitions, day('2024-12-31'))).toEqual({
      indicator: 'reused',
      population: 'total',
    });
  });

  it('is the later of two set for the same day', () => {
    const twice: readonly IndicatorDefinition[] = [
      { indicator: 'reused', effectiveFrom: day('2026-01-01'), population: 'total' },
      { indicator: 'reused', effectiveFrom: day('2026-01-01'), population: 'new' },
    ];
    expect(definitionOn('reused', twice, day('2026-01-14')).population).toBe('new');
  });

  it('decides whether those carried over are asked', () => {
    const figure = dossierIndicator('reused', DOSSIERS, JANUARY, definitions);
    expect(figure.members).toHaveLength(7);
    expect(figure.members).not.toContain('carried');
    expect(dossierIndicator('reused', DOSSIERS, JANUARY).members).toContain('carried');
  });

  it('is printed with the figure', () => {
    const figure = dossierIndicator('reused', DOSSIERS, JANUARY, definitions);
    expect(figure.definition).toEqual(definitions[0]);
  });

  it('says how many more would reach the target', () => {
    const reused = dossierIndicator('reused', DOSSIERS, JANUARY, definitions);
    expect(neededForTarget(reused)).toBe(4);
    expect(neededForTarget(dossierIndicator('archived', DOSSIERS, JANUARY, definitions))).toBe(5);
    expect(neededForTarget(dossierIndicator('resolution', DOSSIERS, JANUARY))).toBeNull();
    expect(neededForTarget({ ...reused, denominator: [] })).toBeNull();
    expect(neededForTarget({ ...reused, numerator: reused.denominator })).toBe(0);
  });

  it('has a definition and a ratio for every indicator', () => {
    expect([...DOSSIER_INDICATORS, ...PROCEDURE_INDICATORS, ...FEEDBACK_INDICATORS]).toEqual(
      INDICATORS,
    );
  });
});

describe('ratios over procedures', () => {
  const catalogue = [
    { code: '1.001193', onlineLevel: 'full' },
    { code: '1.004884', onlineLevel: 'full' },
    { code: '1.115438', onlineLevel: 'partial' },
    { code: '1.001699', onlineLevel: 'none' },
  ] as const;
  const fee: Telling = ['feeCharged', '2026-01-12 08:05', { payload: { amount: 8000 } }];
  const paid: Telling = [
    'feePaid',
    '2026-01-12 08:06',
    { payload: { amount: 8000, method: 'online' } },
  ];
  const dossiers = [
    hs('a', { procedure: { code: '1.001193' } }, NEW, fee, paid),
    hs('b', { procedure: { code: '1.001193' } }, NEW, fee),
    hs('c', { procedure: { code: '1.115438' } }, NEW, fee),
    hs('d', { procedure: { code: '1.004884' } }, OLD),
    hs('e', { procedure: { code: '9.999999' } }, NEW),
  ];

  const scope = { ...JANUARY, catalogue };

  it.each([
    ['proceduresUsed', 4, ['1.001193', '1.115438']],
    ['fullOnlineProceduresUsed', 2, ['1.001193']],
    ['partialOnlineProceduresUsed', 1, ['1.115438']],
    ['proceduresPaidOnline', 2, ['1.001193']],
  ] as const)('%s counts procedures of the catalogue by code', (indicator, asked, met) => {
    const figure = procedureIndicator(indicator, dossiers, scope);
    expect([figure.members.length, figure.denominator.length]).toEqual([4, asked]);
    expect(figure.numerator).toEqual(met);
  });

  it('may be asked of the total, with what was carried over', () => {
    const total: IndicatorDefinition = {
      indicator: 'proceduresUsed',
      effectiveFrom: day('2026-01-01'),
      population: 'total',
    };
    expect(procedureIndicator('proceduresUsed', dossiers, scope, [total]).numerator).toContain(
      '1.004884',
    );
  });
});

describe('ratios over feedback (phản ánh, kiến nghị)', () => {
  const entry = (id: string, received: string, dueAt: string, answered?: string): Feedback => ({
    id,
    receivedAt: at(received),
    dueAt: at(dueAt),
    answeredAt: answered === undefined ? null : at(answered),
  });
  const register = [
    entry('inTime', '2026-01-05 08:00', '2026-01-09 17:00', '2026-01-09 17:00'),
    entry('late', '2026-01-05 08:00', '2026-01-09 17:00', '2026-01-12 08:00'),
    entry('openInTime', '2026-01-12 08:00', '2026-01-16 17:00'),
    entry('openLate', '2026-01-05 08:00', '2026-01-09 17:00', '2026-01-15 00:00'),
    entry('carried', '2025-12-14 08:00', '2025-12-16 17:00', '2025-12-16 08:00'),
    entry('before', '2025-12-01 08:00', '2025-12-05 17:00', '2025-12-05 08:00'),
    entry('after', '2026-01-15 00:00', '2026-01-19 17:00'),
  ];

  it('divides what was answered in time by what was answered', () => {
    const figure = feedbackIndicator('feedbackInTime', register, JANUARY);
    expect(figure).toMatchObject({
      members: ['inTime', 'late', 'openInTime', 'openLate', 'carried'],
      denominator: ['inTime', 'late', 'carried'],
      numerator: ['inTime', 'carried'],
      missing: ['late'],
    });
  });

  it('adds what is still in time and divides by all for Bộ chỉ số 766', () => {
    const figure = feedbackIndicator('feedbackInTime766', register, JANUARY);
    expect(figure.numerator).toEqual(['inTime', 'openInTime', 'carried']);
    expect(figure.missing).toEqual(['late', 'openLate']);
  });

  it('may be asked of new entries only', () => {
    const fresh: IndicatorDefinition = {
      indicator: 'feedbackInTime',
      effectiveFrom: day('2026-01-01'),
      population: 'new',
    };
    expect(feedbackIndicator('feedbackInTime', register, JANUARY, [fresh]).members).not.toContain(
      'carried',
    );
  });

  it('has not arisen where nobody wrote', () => {
    expect(feedbackIndicator('feedbackInTime', [], JANUARY).percentage).toEqual({
      code: 'not-arising',
    });
  });
});
