import type { ProcedureComponent, ProcedureDefinition } from '#contract/procedures';
import type { Allowance, Limits } from '#domain/deadline';
import type { ProcedureWords } from '#wording/procedures';
import { numberText } from '../language/index.ts';

type Member = keyof ProcedureDefinition;

const LIMITS = ['statutory', 'city', 'commune'] as const;
const HOURS_A_DAY = 8;

const allowanceText = (allowance: Allowance, { allowances }: ProcedureWords): string =>
  allowance.kind === 'sameDay'
    ? allowances.sameDay(allowance.cutoff)
    : allowances[allowance.kind](allowance.amount);

const limitLines = (limits: Limits, words: ProcedureWords): readonly string[] =>
  LIMITS.flatMap((name) => {
    const allowance = limits[name];
    return allowance === undefined
      ? []
      : [`${words.limits[name]}: ${allowanceText(allowance, words)}`];
  });

/** The lowest that was promised is what officers go by. */
export const limitText = ({ limits }: ProcedureDefinition, words: ProcedureWords): string => {
  const binding = limits.commune ?? limits.city ?? limits.statutory;
  return binding === undefined ? words.noLimit : allowanceText(binding, words);
};

/** In working hours, where it can be said in them. */
const hoursOf = (allowance: Allowance): number | undefined => {
  switch (allowance.kind) {
    case 'sameDay':
      return HOURS_A_DAY;
    case 'workingHours':
      return allowance.amount;
    case 'workingDays':
      return allowance.amount * HOURS_A_DAY;
    case 'calendarDays':
      return undefined;
  }
};

/** The tightest limit in working hours; undefined where there is none, or none that is counted in them. */
export const tightestHours = (limits: Limits): number | undefined => {
  const hours = LIMITS.flatMap((name) => {
    const allowance = limits[name];
    return allowance === undefined ? [] : (hoursOf(allowance) ?? []);
  });
  return hours.length === 0 ? undefined : Math.min(...hours);
};

/** Some members of a definition; one that is told as undefined is not told. */
type Told = { readonly [Name in Member]?: ProcedureDefinition[Name] | undefined };

const componentText = (
  { name, kind, copies }: ProcedureComponent,
  { componentKinds, copies: copiesOf }: ProcedureWords,
): string => `${name} (${componentKinds[kind]}, ${copiesOf(copies)})`;

/** How each member is told; one that is missing here does not compile. */
const tellers: Readonly<
  Record<Member, (said: ProcedureDefinition, words: ProcedureWords) => string>
> = {
  name: ({ name }) => name,
  field: ({ field }) => field,
  authority: ({ authority }, { authorities }) => authorities[authority],
  onlineLevel: ({ onlineLevel }, { levels }) => levels[onlineLevel],
  limits: ({ limits }, words) => limitLines(limits, words).join('; ') || words.noLimit,
  variants: ({ variants }, words) =>
    variants
      .map(({ label, allowance }) => `${label}: ${allowanceText(allowance, words)}`)
      .join('; ') || words.nothing,
  steps: ({ steps }, words) =>
    steps
      .map(({ name, role, departmentCode, allowanceHours }) => {
        const who = [words.roles[role], departmentCode ?? []].flat();
        return `${name} (${who.join(', ')}, ${words.allowances.workingHours(allowanceHours)})`;
      })
      .join(' → ') || words.nothing,
  components: ({ components }, words) =>
    components.map((each) => componentText(each, words)).join('; ') || words.nothing,
  onSupplement: ({ onSupplement }, { supplements }) => supplements[onSupplement],
  clockStart: ({ clockStart }, { starts }) => starts[clockStart],
  fee: ({ fee }, { nothing }) => (fee === null ? nothing : numberText(fee)),
  feeNote: ({ feeNote }, { nothing }) => feeNote ?? nothing,
  onTheSpot: ({ onTheSpot }, { yes, no }) => (onTheSpot === null ? no : yes),
  paperResult: ({ paperResult }, { yes, no }) => (paperResult ? yes : no),
  paymentIntegrated: ({ paymentIntegrated }, { yes, no }) => (paymentIntegrated ? yes : no),
  published: ({ published }, { yes, no }) => (published ? yes : no),
  eProcess: ({ eProcess }, { yes, no }) => (eProcess ? yes : no),
};

export const MEMBERS = Object.keys(tellers) as readonly Member[];

export const memberText = (
  member: Member,
  said: ProcedureDefinition,
  words: ProcedureWords,
): string => tellers[member](said, words);

const told = (changes: Told): Partial<ProcedureDefinition> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

/** A definition with some members told otherwise. */
export const withTold = (before: ProcedureDefinition, changes: Told): ProcedureDefinition => ({
  ...before,
  ...told(changes),
});

interface MemberChange {
  readonly member: Member;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What a version says otherwise than what it replaces, in words. */
export const changesIn = (
  before: ProcedureDefinition,
  changes: Told,
  words: ProcedureWords,
): readonly MemberChange[] => {
  const after = withTold(before, changes);
  return MEMBERS.filter(
    (member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]),
  ).map((member) => ({
    ...{ member, label: words.members[member] },
    before: memberText(member, before, words),
    after: memberText(member, after, words),
  }));
};
