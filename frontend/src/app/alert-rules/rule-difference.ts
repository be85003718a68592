import type { AlertRules } from '#domain/alert';
import type { AlertRuleWords } from '#wording/alert-rules';
import {
  CLASSES,
  GROUPS,
  isOfUnit,
  linesOf,
  proceduresApart,
  sentencesOf,
  type NameOf,
  type RuleLine,
} from './rule-lines.ts';

/** One thing that is not as it was, in words. */
export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

interface Names {
  readonly words: AlertRuleWords;
  readonly nameOf: NameOf;
  readonly procedureOf: (code: string) => string;
}

/** Of which dossiers a line speaks; nothing for all of them. */
export const scopeText = (
  { kind, classes, procedureCode }: Pick<RuleLine, 'kind' | 'classes' | 'procedureCode'>,
  { words, procedureOf }: Omit<Names, 'nameOf'>,
): string => {
  const isEvery = classes.length === CLASSES.length || isOfUnit(kind);
  return [
    ...(procedureCode === null ? [] : [words.forProcedure(procedureOf(procedureCode))]),
    ...(isEvery ? [] : [words.forClasses(classes.map((each) => words.classes[each]).join(', '))]),
  ].join(' · ');
};

const generalOf = ({ bundleAt, voiceMinutes }: AlertRules, words: AlertRuleWords): string =>
  [
    bundleAt.length === 0 ? words.general.noBundle : words.general.bundle(bundleAt.join(', ')),
    words.general.voice(voiceMinutes),
  ].join(' ');

/** What a line of the one rules says in the other, where that is something else. */
function differencesOf(line: RuleLine, before: AlertRules, names: Names): readonly Difference[] {
  const { words, nameOf } = names;
  const after = sentencesOf(line, words, nameOf).join(' ');
  return linesOf(before, line.kind, line.procedureCode).flatMap((former) => {
    const classes = former.classes.filter((each) => line.classes.includes(each));
    const text = sentencesOf(former, words, nameOf).join(' ');
    if (classes.length === 0 || text === after) return [];
    const where = scopeText({ ...line, classes }, names);
    const kind = words.kinds[line.kind];
    return [{ what: where === '' ? kind : `${kind} (${where})`, before: text, after }];
  });
}

/**
 * What one version of the rules says otherwise than another.
 *
 * @example [{ what: 'Sắp đến hạn trả (Thời hạn trên 3 ngày)', before: '…', after: '…' }]
 */
export function differencesBetween(
  before: AlertRules,
  after: AlertRules,
  names: Names,
): readonly Difference[] {
  const { words } = names;
  const general = { before: generalOf(before, words), after: generalOf(after, words) };
  const ofKinds = Object.values(GROUPS)
    .flat()
    .flatMap((kind) => {
      const apart = [...before.overrides, ...after.overrides];
      return [null, ...proceduresApart(apart, kind)].flatMap((procedureCode) =>
        linesOf(after, kind, procedureCode).flatMap((line) => differencesOf(line, before, names)),
      );
    });
  return general.before === general.after
    ? ofKinds
    : [{ what: words.difference.general, ...general }, ...ofKinds];
}
