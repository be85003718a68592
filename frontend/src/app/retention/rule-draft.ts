import { retainedKinds, type RetainedKind, type RetentionRules } from '#contract/retention';

const FEWEST_MONTHS = 12;
const MOST_MONTHS = 600;
/** What is offered when somebody turns a rule on: nothing is due of an office that young. */
const OFFERED = '120';

/** A rule as it is typed. */
export interface RuleDraft {
  readonly isOn: boolean;
  readonly months: string;
}

export type RuleDrafts = Readonly<Record<RetainedKind, RuleDraft>>;

const draftOf = (months: number | null): RuleDraft => ({
  isOn: months !== null,
  months: months === null ? OFFERED : String(months),
});

export const draftsOf = ({ applicants, words }: RetentionRules): RuleDrafts => ({
  applicants: draftOf(applicants),
  words: draftOf(words),
});

export const isFaulty = ({ isOn, months }: RuleDraft): boolean => {
  const typed = Number(months.trim());
  const isNumber = months.trim() !== '' && Number.isInteger(typed);
  return isOn && !(isNumber && typed >= FEWEST_MONTHS && typed <= MOST_MONTHS);
};

/** Undefined while something cannot be meant. */
export const rulesOf = (drafts: RuleDrafts): RetentionRules | undefined => {
  if (retainedKinds.some((kind) => isFaulty(drafts[kind]))) return undefined;
  const monthsOf = ({ isOn, months }: RuleDraft): number | null =>
    isOn ? Number(months.trim()) : null;
  return { applicants: monthsOf(drafts.applicants), words: monthsOf(drafts.words) };
};

export const isSame = (one: RetentionRules, other: RetentionRules): boolean =>
  retainedKinds.every((kind) => one[kind] === other[kind]);
