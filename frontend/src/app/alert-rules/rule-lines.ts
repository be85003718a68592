import type { AlertRulesAnswer, AlertSettings } from '#contract/alerts';
import {
  ruleFor,
  type AlertKind,
  type AlertRules,
  type AllowanceClass,
  type KindRule,
  type RuleOverride,
} from '#domain/alert';
import type { AlertRuleWords } from '#wording/alert-rules';

export const CLASSES: readonly AllowanceClass[] = ['sameDay', 'short', 'long'];

/** The kinds as people look for them: along the way of a dossier, and last what is no dossier's. */
export const GROUPS = {
  handover: ['dossier.new', 'intake.waiting', 'dossier.notForwarded'],
  promise: ['dossier.near', 'dossier.dueToday', 'dossier.overdue'],
  step: ['step.near', 'step.overdue'],
  supplement: ['supplement.toSend', 'supplement.ending', 'supplement.arrived', 'extension.ending'],
  afterwards: [
    ...(['result.uncollected', 'apology.missing', 'digitisation.missing'] as const),
    ...(['eResult.missing', 'archive.missing'] as const),
  ],
  unit: [
    ...(['source.stale', 'calendar.missing', 'import.failed', 'delivery.failed'] as const),
    ...(['report.due', 'report.ready', 'feedback.near', 'feedback.overdue'] as const),
  ],
} as const satisfies Record<keyof AlertRuleWords['groups'], readonly AlertKind[]>;

const OF_UNIT: ReadonlySet<AlertKind> = new Set(GROUPS.unit);

/** What is no dossier's has neither an allowance nor a procedure. */
export const isOfUnit = (kind: AlertKind): boolean => OF_UNIT.has(kind);

type Told = Pick<AlertRulesAnswer, 'kinds' | 'staleAfterMinutes'>;

/** The rules in force where these are set. */
export const rulesWith = (
  { kinds, staleAfterMinutes }: Told,
  { overrides, bundleAt, voiceMinutes }: AlertSettings,
): AlertRules => ({
  ...{ staleAfterMinutes, bundleAt, voiceMinutes },
  // On the wire a user is told by the text of the id.
  kinds: kinds as AlertRules['kinds'],
  overrides: overrides as readonly RuleOverride[],
});

/** One rule, for all allowances for which it is the same. */
export interface RuleLine {
  readonly kind: AlertKind;
  readonly procedureCode: string | null;
  readonly classes: readonly AllowanceClass[];
  readonly rule: KindRule;
  /** Whether it is not what every unit begins with. */
  readonly isOwn: boolean;
}

const sameText = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * The rules of a kind, one line for all allowances that are treated alike.
 *
 * @example linesOf(DEFAULT_ALERT_RULES, 'dossier.near', null).length // 3
 */
export function linesOf(
  rules: AlertRules,
  kind: AlertKind,
  procedureCode: string | null,
): readonly RuleLine[] {
  const common: AlertRules = { ...rules, overrides: [] };
  const lines: RuleLine[] = [];
  for (const allowanceClass of CLASSES) {
    const scope = { procedureCode, allowanceClass };
    const rule = ruleFor(rules, kind, scope);
    const isOwn = !sameText(rule, ruleFor(common, kind, scope));
    const alike = lines.findIndex((line) => line.isOwn === isOwn && sameText(line.rule, rule));
    const known = lines[alike];
    if (known === undefined) {
      lines.push({ kind, procedureCode, classes: [allowanceClass], rule, isOwn });
    } else lines[alike] = { ...known, classes: [...known.classes, allowanceClass] };
  }
  return lines;
}

/** The procedures for which something of a kind is set apart. */
export const proceduresApart = (
  overrides: readonly { readonly kind: AlertKind; readonly procedureCode?: string }[],
  kind: AlertKind,
): readonly string[] => [
  ...new Set(overrides.flatMap((each) => (each.kind === kind ? (each.procedureCode ?? []) : []))),
];

export type NameOf = (userId: string) => string | undefined;

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const joined = (texts: readonly string[], and: string): string =>
  texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')}${and}${texts[texts.length - 1] ?? ''}`;

/**
 * A rule in sentences.
 *
 * @example ['Báo người đang giữ và trưởng phòng: đúng lúc hết hạn.', 'Nếu chưa ai nhận việc thì báo tiếp …']
 */
export function sentencesOf(
  { kind, rule }: Pick<RuleLine, 'kind' | 'rule'>,
  words: AlertRuleWords,
  nameOf: NameOf,
): readonly string[] {
  if (!rule.enabled) return [words.off];
  if (rule.thresholds.length === 0) return [words.noThreshold];
  const when = joined(
    rule.thresholds.map((each) => words.threshold(kind, each)),
    words.and,
  );
  const atOnce = rule.ladder.filter(({ afterMinutes }) => afterMinutes === 0);
  const whom = joined(
    atOnce.map(({ target }) => words.target(target, nameOf)),
    words.and,
  );
  const later = rule.ladder
    .filter(({ afterMinutes }) => afterMinutes > 0)
    .map((rung) => words.climbs(words.target(rung.target, nameOf), words.span(rung.afterMinutes)));
  return [
    capital(whom === '' ? words.marks(when) : words.tells(whom, when)),
    ...(later.length > 0 ? [words.climbing(joined(later, words.and))] : []),
  ];
}
