import { accepted, refused, type Result } from '../kernel/index.ts';
import { isTimeOfDay } from '../working-time/index.ts';
import type { AllowanceClass } from './allowance-class.ts';
import type { AlertKind } from './kind.ts';
import { ruleFor, type AlertRules, type KindRule, type RuleScope } from './rule.ts';
import { checkThreshold, thresholdKey, type Threshold } from './threshold.ts';

export type RuleRefusal =
  | 'threshold-out-of-range'
  | 'threshold-named-twice'
  | 'ladder-without-rungs'
  | 'ladder-out-of-order'
  | 'no-voice-before-escalation'
  | 'figure-out-of-range'
  | 'not-a-time-of-day';

type Checked = Result<null, RuleRefusal>;

const sound: Checked = accepted(null);

const firstRefusal = (checks: readonly Checked[]): Checked =>
  checks.find((check) => !check.ok) ?? sound;

function checkThresholds(kind: AlertKind, thresholds: readonly Threshold[]): Checked {
  const keys = thresholds.map(thresholdKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) return refused('threshold-named-twice', { kind, threshold: twice });
  for (const threshold of thresholds) {
    const checked = checkThreshold(threshold);
    if (!checked.ok) return checked;
  }
  return sound;
}

function checkLadder(kind: AlertKind, { enabled, ladder }: KindRule): Checked {
  if (ladder.length === 0) return enabled ? refused('ladder-without-rungs', { kind }) : sound;
  const waits = ladder.map((rung) => rung.afterMinutes);
  const climbing = waits.toSorted((one, other) => one - other);
  return waits.every((wait, i) => wait === climbing[i] && Number.isInteger(wait) && wait >= 0)
    ? sound
    : refused('ladder-out-of-order', { kind });
}

/** Working minutes before the due moment; a share or whole days always leave the half hour of a voice. */
const minutesLeft = (threshold: Threshold): number =>
  threshold.at === 'minutesBefore' ? threshold.minutes : Infinity;

const OVERDUE_OF = [
  ['dossier.near', 'dossier.overdue'],
  ['step.near', 'step.overdue'],
] as const;

/** *Không quy trách nhiệm khi chưa được giải trình*: a leader told at the due moment was preceded by a near notice. */
function checkVoice(rules: AlertRules, scope: RuleScope): Checked {
  return firstRefusal(
    OVERDUE_OF.map(([nearKind, overdueKind]) => {
      const overdue = ruleFor(rules, overdueKind, scope);
      const near = ruleFor(rules, nearKind, scope);
      const others = overdue.ladder.filter(({ target }) => target.kind !== 'holder');
      const hasVoice =
        near.enabled && near.thresholds.some((each) => minutesLeft(each) >= rules.voiceMinutes);
      const toldAtOnce = others.some((rung) => rung.afterMinutes < rules.voiceMinutes);
      return !overdue.enabled || !toldAtOnce || hasVoice
        ? sound
        : refused('no-voice-before-escalation', { kind: overdueKind, ...scope });
    }),
  );
}

const CLASSES: readonly AllowanceClass[] = ['sameDay', 'short', 'long'];

function checkScope(rules: AlertRules, scope: RuleScope): Checked {
  const kinds = Object.keys(rules.kinds) as readonly AlertKind[];
  return firstRefusal([
    ...kinds.flatMap((kind) => {
      const rule = ruleFor(rules, kind, scope);
      return [checkThresholds(kind, rule.thresholds), checkLadder(kind, rule)];
    }),
    checkVoice(rules, scope),
  ]);
}

function checkFigures({ bundleAt, staleAfterMinutes, voiceMinutes }: AlertRules): Checked {
  const badTime = bundleAt.find((text) => !isTimeOfDay(text));
  if (badTime !== undefined) return refused('not-a-time-of-day', { text: badTime });
  return [staleAfterMinutes, voiceMinutes].every((each) => Number.isInteger(each) && each >= 0)
    ? sound
    : refused('figure-out-of-range', { staleAfterMinutes, voiceMinutes });
}

/**
 * Refuses rules that could not be carried out, that would say a thing twice, or that would accuse somebody
 * before the half hour in which to answer; every procedure an override names is looked at in every class.
 * @example checkRules({ ...DEFAULT_ALERT_RULES, overrides: [{ kind: 'dossier.near', thresholds: [] }] })
 * // refused 'no-voice-before-escalation'
 */
export function checkRules(rules: AlertRules): Result<AlertRules, RuleRefusal> {
  const procedures = new Set(rules.overrides.map(({ procedureCode }) => procedureCode ?? null));
  const scopes = [...procedures.add(null)].flatMap((procedureCode) =>
    CLASSES.map((allowanceClass): RuleScope => ({ procedureCode, allowanceClass })),
  );
  const checked = firstRefusal([
    checkFigures(rules),
    ...scopes.map((scope) => checkScope(rules, scope)),
  ]);
  return checked.ok ? accepted(rules) : checked;
}
