import type { AlertSettings } from '#contract/alerts';
import type { AlertKind, AllowanceClass, KindRule } from '#domain/alert';
import { CLASSES } from './rule-lines.ts';

type Override = AlertSettings['overrides'][number];
type Own = Pick<Override, 'enabled' | 'thresholds' | 'ladder'>;

/** For which dossiers a rule is set. */
export interface RuleScope {
  readonly kind: AlertKind;
  readonly procedureCode: string | null;
  readonly classes: readonly AllowanceClass[];
}

const concerns = (override: Override, { kind, procedureCode }: RuleScope): boolean =>
  override.kind === kind && (override.procedureCode ?? null) === procedureCode;

const ownOf = ({ enabled, thresholds, ladder }: Override): Own => ({
  ...(enabled !== undefined && { enabled }),
  ...(thresholds !== undefined && { thresholds }),
  ...(ladder !== undefined && { ladder }),
});

/** What is set for each allowance, as the rules lay it over each other. */
function byClass(overrides: readonly Override[]): ReadonlyMap<AllowanceClass, Own> {
  const precise = overrides.toSorted(
    (one, other) =>
      Number(one.allowanceClass !== undefined) - Number(other.allowanceClass !== undefined),
  );
  return new Map(
    CLASSES.flatMap((each): readonly [AllowanceClass, Own][] => {
      const fitting = precise.filter(({ allowanceClass = each }) => allowanceClass === each);
      return fitting.length === 0
        ? []
        : [[each, fitting.reduce<Own>((own, next) => ({ ...own, ...ownOf(next) }), {})]];
    }),
  );
}

function overridesOf(
  { kind, procedureCode }: RuleScope,
  own: ReadonlyMap<AllowanceClass, Own>,
): readonly Override[] {
  const where = { kind, ...(procedureCode !== null && { procedureCode }) };
  const [first, ...others] = CLASSES.map((each) => own.get(each));
  const text = JSON.stringify(first);
  if (first !== undefined && others.every((each) => JSON.stringify(each) === text)) {
    return [{ ...where, ...first }];
  }
  return [...own].map(([allowanceClass, each]) => ({ ...where, allowanceClass, ...each }));
}

function changed(
  overrides: readonly Override[],
  scope: RuleScope,
  change: (own: Map<AllowanceClass, Own>) => void,
): readonly Override[] {
  const own = new Map(byClass(overrides.filter((each) => concerns(each, scope))));
  change(own);
  return [...overrides.filter((each) => !concerns(each, scope)), ...overridesOf(scope, own)];
}

/** The overrides with this rule for these dossiers; for all others everything stays as it was. */
export const withRule = (
  overrides: readonly Override[],
  scope: RuleScope,
  { enabled, thresholds, ladder }: KindRule,
): readonly Override[] =>
  changed(overrides, scope, (own) => {
    for (const each of scope.classes) own.set(each, { enabled, thresholds, ladder });
  });

/** Without anything of its own for these dossiers. */
export const withoutRule = (
  overrides: readonly Override[],
  scope: RuleScope,
): readonly Override[] =>
  changed(overrides, scope, (own) => {
    for (const each of scope.classes) own.delete(each);
  });
