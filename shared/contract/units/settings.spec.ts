import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_UNIT_SETTINGS,
  latenessOf,
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
