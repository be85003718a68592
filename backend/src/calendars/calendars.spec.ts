import { describe, expect, it } from '@jest/globals';
import { compileCalendar, mergeLayers, type CalendarLayer } from '#domain/working-time';
import { NATIONAL_LAYER, daysOfYear, type NamedLayers } from './calendar-year.ts';
import { layerAfter } from './layer-change.ts';
import { hashOf, numberOf, versionId } from './version-id.ts';
import { changesBetween, storyOf } from './version-story.ts';

const merged = (...layers: readonly CalendarLayer[]) => {
  const calendar = mergeLayers(layers);
  if (!calendar.ok) throw new Error(calendar.refusal.code);
  return calendar.value;
};

describe('a change of a layer', () => {
  const layer: CalendarLayer = {
    weeklyHours: { sat: [['07:30', '11:30']] },
    days: [
      { date: '2026-11-23', kind: 'off', name: 'Hội làng' },
      { date: '2026-12-24', kind: 'off' },
    ],
  };

  it('replaces what was said of a day and of a weekday, and leaves the rest', () => {
    const after = layerAfter(layer, {
      weeklyHours: { fri: [['07:30', '16:00']] },
      days: [{ date: '2026-11-23', kind: 'plain' }],
    });
    expect(after.weeklyHours).toEqual({ sat: [['07:30', '11:30']], fri: [['07:30', '16:00']] });
    expect(after.days).toEqual([
      { date: '2026-11-23', kind: 'plain' },
      { date: '2026-12-24', kind: 'off' },
    ]);
  });

  it('keeps the years that somebody said are told, each once', () => {
    const told = layerAfter({ officialYears: [2029] }, { officialYears: [2028, 2029] });
    expect(told.officialYears).toEqual([2028, 2029]);
    expect(layerAfter({}, {})).not.toHaveProperty('officialYears');
  });

  it('leaves a day named twice to be refused', () => {
    const twice = [
      { date: '2026-11-23', kind: 'off' },
      { date: '2026-11-23', kind: 'worked' },
    ] as const;
    const calendar = mergeLayers([layerAfter({}, { days: twice })]);
    expect(calendar).toMatchObject({ ok: false, refusal: { code: 'date-given-twice' } });
  });
});

describe('what a version of a calendar changed', () => {
  const before = merged(NATIONAL_LAYER);
  const made = (number: number, definition: typeof before, madeBy: string) => ({
    ...{ number, hash: hashOf(definition), definition, madeAt: 0, madeBy, moved: null },
  });

  it('is the days and weekdays it has otherwise, and nothing that stayed', () => {
    const after = merged(NATIONAL_LAYER, {
      weeklyHours: { sat: [['07:30', '11:30']] },
      days: [
        { date: '2026-11-23', kind: 'off', name: 'Hội làng' },
        { date: '2026-11-24', kind: 'plain' },
      ],
      officialYears: [2028],
    });
    expect(changesBetween(before, after)).toEqual({
      weekdays: ['sat'],
      days: [
        { date: '2026-11-23', kind: 'off', name: 'Hội làng' },
        { date: '2026-11-24', kind: 'plain' },
      ],
      officialYears: [2028],
    });
    expect(changesBetween(after, after)).toEqual({ weekdays: [], days: [], officialYears: [] });
  });

  it('is nobody’s and nothing for the one a unit began with', () => {
    expect(storyOf(made(1, before, 'first-use'), undefined)).toMatchObject({
      ...{ number: 1, madeBy: null, days: [], inForceFrom: '1970-01-01T07:00:00+07:00' },
    });
    expect(storyOf(made(2, before, 'u1'), made(1, before, 'first-use')).madeBy).toBe('u1');
  });
});

describe('the year of a calendar', () => {
  const unit: CalendarLayer = {
    days: [
      { date: '2026-03-02', kind: 'off', name: 'Hội làng', source: 'Thông báo 5/TB-UBND' },
      { date: '2026-03-07', kind: 'worked', name: 'Làm bù ngày 02/3' },
      { date: '2026-03-09', kind: 'plain', hours: [['07:00', '11:00']] },
    ],
  };
  const layers: NamedLayers = [
    { name: 'national', layer: NATIONAL_LAYER },
    { name: 'unit', layer: unit },
  ];
  const calendar = compileCalendar(merged(NATIONAL_LAYER, unit), 'test');
  const days = daysOfYear(calendar, layers, 2026);
  const day = (date: string) => days.find((one) => one.date === date);

  it('has every day', () => {
    expect(days).toHaveLength(365);
    expect(daysOfYear(calendar, layers, 2028)).toHaveLength(366);
  });

  it('tells who closed a day, and on what ground', () => {
    expect(day('2026-03-02')).toEqual({
      date: '2026-03-02',
      kind: 'off',
      name: 'Hội làng',
      source: 'Thông báo 5/TB-UBND',
      hours: [],
      provisional: false,
      layer: 'unit',
    });
    expect(day('2026-02-17')).toMatchObject({ kind: 'off', layer: 'national' });
  });

  it('gives a make-up day the hours of a full day, and other days their own', () => {
    expect(day('2026-03-07')).toMatchObject({
      kind: 'makeUp',
      hours: [
        ['07:30', '11:30'],
        ['13:00', '17:00'],
      ],
    });
    expect(day('2026-03-09')?.hours).toEqual([['07:00', '11:00']]);
    expect(day('2026-03-08')).toMatchObject({ kind: 'weekend', hours: [] });
  });

  it('marks what no notice has confirmed', () => {
    const [tet] = daysOfYear(calendar, layers, 2027).filter(({ date }) => date === '2027-02-08');
    expect(tet).toMatchObject({ kind: 'off', provisional: true });
    expect(daysOfYear(calendar, layers, 2028).every(({ provisional }) => provisional)).toBe(true);
  });
});

describe('the name of a calendar version', () => {
  it('is the same calendar by the same hash, whatever layers it came from', () => {
    const day = { date: '2026-11-23', kind: 'off' } as const;
    const byCity = merged(NATIONAL_LAYER, { days: [day] }, {});
    const byUnit = merged(NATIONAL_LAYER, {}, { days: [day] });
    expect(hashOf(byCity)).toBe(hashOf(byUnit));
    expect(hashOf(byCity)).not.toBe(hashOf(merged(NATIONAL_LAYER)));
  });

  it('tells its number again', () => {
    const id = versionId(12, hashOf(merged(NATIONAL_LAYER)));
    expect(id).toMatch(/^12-[\da-f]{8}$/);
    expect(numberOf(id)).toBe(12);
    for (const foreign of ['v1', '0-00000000', '12', '']) expect(numberOf(foreign)).toBeUndefined();
  });
});
