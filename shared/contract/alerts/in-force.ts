import { DEFAULT_ALERT_RULES, type AlertRules, type RuleOverride } from '#domain/alert';
import type { AlertSettings } from './rules.ts';

const MINUTES = 60;

const { overrides, bundleAt, voiceMinutes } = DEFAULT_ALERT_RULES;

/** What a unit that never set anything has. */
export const DEFAULT_ALERT_SETTINGS: AlertSettings = { overrides, bundleAt, voiceMinutes };

/**
 * The rules in force where these are set.
 *
 * @example alertRulesOf(DEFAULT_ALERT_SETTINGS, 4).staleAfterMinutes // 240
 */
export const alertRulesOf = (settings: AlertSettings, staleAfterHours: number): AlertRules => ({
  ...DEFAULT_ALERT_RULES,
  ...settings,
  // On the wire a user is told by the text of the id.
  overrides: settings.overrides as readonly RuleOverride[],
  staleAfterMinutes: Math.round(staleAfterHours * MINUTES),
});
