import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_UNIT_SETTINGS,
  latenessOf,
  sourceNameIn,
  unitRulesOf,
  unitSettingsChangesSchema,
  unitSettingsSchema,
  withSettings,
} from './index.ts';

describe('the settings of a unit', () => {
  it('begin with what the contract says', () => {
    expect(unitSettingsSchema.parse(DEFAULT_UNIT_SETTINGS)).toEqual(DEFAULT_UNIT_SETTINGS);
    expect(DEFAULT_UNIT_SETTINGS).toMatchObject({
      mode: 'wholeDays',
      maxExtensions: 1,
      lateAgainst: 'beforeExtension',
      citySource: 'mot-cua-hai-phong',
      staleAfter: 4,
    });
  });

  it('say where a source shows a dossier, by an address of the web and nothing else', () => {
    const of = (address: string) =>
      unitSettingsChangesSchema.safeParse({ sourcePages: { dvcqg: address } }).success;
    expect(of('https://mot-cua.gov.vn/ho-so?ma={code}')).toBe(true);
    expect([of('javascript:alert(1)'), of('mot-cua.gov.vn'), of('https://a b')]).toEqual([
      ...[false, false, false],
    ]);
  });

  it.each(['dvc', 'constructor', '__proto__', 'toString'])(
    'call a source without a name (%s) by its code',
    (source) => {
      expect(sourceNameIn(DEFAULT_UNIT_SETTINGS, source)).toBe(source);
    },
  );

  it('call a source by the name people know, if it has one', () => {
    const named = (name: string) =>
      unitSettingsChangesSchema.safeParse({ sourceNames: { dvcqg: name } }).success;
    expect(DEFAULT_UNIT_SETTINGS.sourceNames).toEqual({ 'mot-cua-hai-phong': 'Một cửa Hải Phòng' });
    expect([named('Cổng Dịch vụ công quốc gia'), named(''), named('x'.repeat(101))]).toEqual([
      ...[true, false, false],
    ]);
  });

  it('change one by one, approvals form by form', () => {
    const changes = unitSettingsChangesSchema.parse({
      mode: 'runningHours',
      approvals: { mau02: 'head' },
    });
    const settings = withSettings(DEFAULT_UNIT_SETTINGS, changes);
    expect(unitRulesOf(settings)).toMatchObject({
      mode: 'runningHours',
      restartAt: 'received',
      approvals: { mau02: 'head', mau03: 'director' },
    });
    expect(latenessOf(settings)).toEqual({
      earlyBy: 'minute',
      lateAfter: 'dueMoment',
      lateAgainst: 'beforeExtension',
    });
  });

  it('are only those there are', () => {
    expect(unitSettingsChangesSchema.safeParse({ colour: 'red' }).success).toBe(false);
    expect(unitSettingsChangesSchema.safeParse({ maxExtensions: -1 }).success).toBe(false);
  });
});
