import { describe, expect, it } from '@jest/globals';
import { checkRules } from './check-rules.ts';
import { DEFAULT_ALERT_RULES } from './default-rules.ts';
import type { AlertRules, RuleOverride, Rung } from './rule.ts';
import { checkThreshold, thresholdKey, type Threshold } from './threshold.ts';

const outcome = (changes: Partial<AlertRules>): string => {
  const checked = checkRules({ ...DEFAULT_ALERT_RULES, ...changes });
  return checked.ok ? 'sound' : checked.refusal.code;
};
const overriding = (...overrides: readonly RuleOverride[]): string => outcome({ overrides });

const holder: Rung = { target: { kind: 'holder' }, afterMinutes: 0 };
const head = (afterMinutes: number): Rung => ({
  target: { kind: 'role', role: 'head' },
  afterMinutes,
});
const minutesBefore = (minutes: number): Threshold => ({ at: 'minutesBefore', minutes });

describe('rules of a unit', () => {
  it('those it starts with are sound, and come back as they are', () => {
    expect(checkRules(DEFAULT_ALERT_RULES)).toEqual({ ok: true, value: DEFAULT_ALERT_RULES });
  });

  it('the half hour in which to answer is kept before a leader is told at the due moment', () => {
    const near = { kind: 'dossier.near' } as const;
    expect(overriding({ ...near, thresholds: [minutesBefore(29)] })).toBe(
      'no-voice-before-escalation',
    );
    expect(overriding({ ...near, thresholds: [minutesBefore(30)] })).toBe('sound');
    expect(overriding({ ...near, thresholds: [] })).toBe('no-voice-before-escalation');
    expect(overriding({ ...near, enabled: false })).toBe('no-voice-before-escalation');
    expect(overriding({ kind: 'step.near', enabled: false })).toBe('no-voice-before-escalation');
  });

  it('without a leader to be told at once no half hour is needed', () => {
    const silent = { kind: 'dossier.near', enabled: false } as const;
    expect(overriding(silent, { kind: 'dossier.overdue', enabled: false })).toBe('sound');
    expect(overriding(silent, { kind: 'dossier.overdue', ladder: [holder] })).toBe('sound');
    expect(overriding(silent, { kind: 'dossier.overdue', ladder: [holder, head(30)] })).toBe(
      'sound',
    );
    expect(overriding(silent, { kind: 'dossier.overdue', ladder: [holder, head(29)] })).toBe(
      'no-voice-before-escalation',
    );
  });

  it('is kept in each allowance class and each procedure that says something of its own', () => {
    const override: RuleOverride = {
      kind: 'dossier.near',
      procedureCode: '2.000815',
      allowanceClass: 'sameDay',
      thresholds: [minutesBefore(10)],
    };
    const checked = checkRules({ ...DEFAULT_ALERT_RULES, overrides: [override] });
    expect(checked).toEqual({
      ok: false,
      refusal: {
        code: 'no-voice-before-escalation',
        facts: { kind: 'dossier.overdue', procedureCode: '2.000815', allowanceClass: 'sameDay' },
      },
    });
  });

  it('a ladder has rungs, unless its kind is off', () => {
    expect(overriding({ kind: 'dossier.new', ladder: [] })).toBe('ladder-without-rungs');
    expect(overriding({ kind: 'dossier.new', ladder: [], enabled: false })).toBe('sound');
  });

  it('a ladder climbs in whole minutes and never back', () => {
    expect(overriding({ kind: 'dossier.new', ladder: [head(60), head(30)] })).toBe(
      'ladder-out-of-order',
    );
    expect(overriding({ kind: 'dossier.new', ladder: [head(60), head(60)] })).toBe('sound');
    expect(overriding({ kind: 'dossier.new', ladder: [head(-1)] })).toBe('ladder-out-of-order');
    expect(overriding({ kind: 'dossier.new', ladder: [head(0.5)] })).toBe('ladder-out-of-order');
  });

  it('no threshold is said twice', () => {
    expect(
      overriding({ kind: 'dossier.new', thresholds: [minutesBefore(60), minutesBefore(60)] }),
    ).toBe('threshold-named-twice');
  });

  it('a threshold out of range is refused with its name', () => {
    expect(overriding({ kind: 'dossier.new', thresholds: [{ at: 'share', percent: 100 }] })).toBe(
      'threshold-out-of-range',
    );
  });

  it('the times of the desk lines are times of day', () => {
    expect(outcome({ bundleAt: ['15:00', '16h30'] })).toBe('not-a-time-of-day');
  });

  it('the figures are whole minutes', () => {
    expect(outcome({ staleAfterMinutes: -1 })).toBe('figure-out-of-range');
    expect(outcome({ voiceMinutes: 1.5 })).toBe('figure-out-of-range');
    expect(outcome({ voiceMinutes: 0, staleAfterMinutes: 0 })).toBe('sound');
  });
});

describe('a threshold', () => {
  it.each<[Threshold, string]>([
    [{ at: 'moment' }, 'moment'],
    [{ at: 'dayStart' }, 'day'],
    [{ at: 'share', percent: 50 }, '50%'],
    [{ at: 'daysBefore', days: 3 }, '-3d'],
    [{ at: 'minutesBefore', minutes: 120 }, '-2h'],
    [{ at: 'minutesBefore', minutes: 90 }, '-90m'],
    [{ at: 'minutesAfter', minutes: 30 }, '+30m'],
    [{ at: 'daysAfter', days: 5 }, '+5d'],
  ])('%j is written %s', (threshold, key) => {
    expect(thresholdKey(threshold)).toBe(key);
    expect(checkThreshold(threshold).ok).toBe(true);
  });

  it.each<Threshold>([
    { at: 'share', percent: 0 },
    { at: 'share', percent: 100 },
    { at: 'share', percent: 12.5 },
    { at: 'daysBefore', days: 0 },
    { at: 'daysAfter', days: 91 },
    { at: 'minutesBefore', minutes: 0 },
    { at: 'minutesAfter', minutes: 129_601 },
  ])('%j is out of range', (threshold) => {
    expect(checkThreshold(threshold)).toMatchObject({
      ok: false,
      refusal: { code: 'threshold-out-of-range', facts: { threshold: thresholdKey(threshold) } },
    });
  });

  it.each<Threshold>([
    { at: 'share', percent: 1 },
    { at: 'share', percent: 99 },
    { at: 'daysAfter', days: 90 },
    { at: 'minutesAfter', minutes: 129_600 },
  ])('%j is just in range', (threshold) => {
    expect(checkThreshold(threshold).ok).toBe(true);
  });
});
