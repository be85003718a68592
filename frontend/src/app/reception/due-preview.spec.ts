import { describe, expect, it } from '@jest/globals';
import { procedureSchema } from '#contract/procedures';
import {
  DEFAULT_WEEKLY_HOURS,
  type Instant,
  compileCalendar,
  formatInstant,
  parseInstant,
} from '#domain/working-time';
import { dueToCome } from './due-preview.ts';

const calendar = compileCalendar(
  {
    weeklyHours: DEFAULT_WEEKLY_HOURS,
    days: [{ date: '2026-01-16', kind: 'off', name: 'Nghỉ bù' }],
    officialYears: [2026],
  },
  'v1',
);
const procedure = procedureSchema.parse({
  ...{ code: '2.000815', version: 1, effectiveFrom: '2026-01-01', unreconciled: false },
  ...{ overlaid: false, name: 'Chứng thực bản sao', field: 'Chứng thực', authority: 'commune' },
  onlineLevel: 'partial',
  limits: {
    statutory: { kind: 'workingDays', amount: 2 },
    city: { kind: 'sameDay', cutoff: '15:00' },
  },
  variants: [{ key: 'nhieu', label: 'Nhiều trang', allowance: { kind: 'workingDays', amount: 2 } }],
  ...{ steps: [], onSupplement: 'pause', clockStart: 'acceptance', fee: null, feeNote: null },
  ...{ paperResult: true, paymentIntegrated: false, published: true, eProcess: false },
  onTheSpot: null,
  components: [],
});
const at = (text: string): Instant => parseInstant(`2026-01-${text}:00+07:00`) as Instant;
const preview = (received: string, variantKey = '', declaredDueAt?: Instant) => {
  const startedAt = at(received);
  const receiving = { procedure, variantKey, startedAt, declaredDueAt, mode: 'wholeDays' } as const;
  return dueToCome(receiving, calendar, startedAt);
};
const dueOf = (...asked: Parameters<typeof preview>): string =>
  formatInstant(preview(...asked)?.dueAt as Instant).slice(8, 16);

describe('the due moment while a receipt is being typed', () => {
  it('is that of the limit that binds, and moves over the cut-off and a day off', () => {
    expect(dueOf('15T14:59')).toBe('15T17:00');
    expect(dueOf('15T15:01')).toBe('19T17:00');
    expect(preview('15T14:59')?.rule?.by).toBe('city');
  });

  it('is that of the case that was chosen, with each day named', () => {
    expect(dueOf('15T09:00', 'nhieu')).toBe('20T17:00');
    const days = preview('15T09:00', 'nhieu')?.days.map(({ kind, name }) => name ?? kind);
    expect(days).toEqual([
      ...['receiptDay', 'Nghỉ bù', 'weekend', 'weekend', 'counted', 'counted'],
    ]);
  });

  it('is the one a slip declares, with our own beside it', () => {
    const told = preview('15T09:00', '', at('19T11:00'));
    expect(told).toMatchObject({ dueAt: at('19T11:00'), oursAt: at('15T17:00'), isDeclared: true });
  });
});
