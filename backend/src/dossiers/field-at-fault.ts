import type { FieldFault, ProblemCode } from '#contract/problem';
import type { Fact } from '#domain/kernel';
import type { FaultyField } from '../platform/problem/field-faults.ts';

type Facts = Readonly<Record<string, Fact>>;

/** Under which names a body says what a rule found wrong, the likeliest first. */
const FIELDS: Partial<Readonly<Record<ProblemCode, readonly [string, ...string[]]>>> = {
  'occurs-in-future': ['occurredAt', 'receivedAt'],
  'occurs-before-previous': ['occurredAt', 'receivedAt'],
  'backdate-reason-required': ['backdateReason'],
  'assignee-required': ['userId'],
  'amount-not-whole': ['amount', 'fee'],
  'respond-by-not-later': ['respondBy'],
  'declared-due-before-receipt': ['declaredDueAt'],
  'unknown-variant': ['variantKey'],
  'unknown-basis': ['basisCode'],
  'unknown-step': ['stepKey', 'toStepKey'],
  'not-current-step': ['stepKey'],
  'step-not-earlier': ['toStepKey'],
  'extension-not-later': ['dueAt'],
  'already-linked': ['dossierId'],
  'not-linked': ['dossierId'],
  'unknown-version': ['version'],
  'first-event-stays': ['version'],
  'revision-stays': ['version'],
  'amendment-empty': ['changes'],
  'amendment-unknown-member': ['changes'],
  'history-unlawful': ['changes', 'insert', 'version'],
  'amount-not-positive-integer': ['allowance'],
  'cutoff-not-a-time': ['allowance'],
  'outside-calendar': ['occurredAt', 'receivedAt', 'declaredDueAt', 'dueAt', 'respondBy'],
  'unknown-assignee': ['userId'],
  'unknown-department': ['departmentCode'],
  'unknown-dossier': ['dossierId'],
  'external-code-required': ['externalCode'],
  'target-required': ['ids'],
};

/** Where only one member of what the field holds is wrong. */
const MEMBERS: Partial<Readonly<Record<ProblemCode, (facts: Facts) => string>>> = {
  'amendment-unknown-member': ({ member }) => String(member),
  'amount-not-positive-integer': () => 'amount',
  'cutoff-not-a-time': () => 'cutoff',
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The first of the names that the body has, or that what it changes or fills in has. */
const placeIn = (body: object, names: readonly string[]): string | undefined => {
  const own = names.find((name) => name in body);
  if (own !== undefined) return own;
  return ['changes', 'insert'].flatMap((outer) => {
    const inner: unknown = Reflect.get(body, outer);
    const name = isObject(inner) ? names.find((each) => each in inner) : undefined;
    return name === undefined ? [] : [`${outer}.${name}`];
  })[0];
};

/** What a number is, if that is what is wrong with it; any other fault is the rule's own. */
const faultOf = (code: ProblemCode, { amount }: Facts): FieldFault | ProblemCode => {
  if (typeof amount !== 'number') return code;
  return Number.isInteger(amount) ? 'out-of-range' : 'not-whole';
};

/** The field of a request that a rule refuses; undefined where none is at fault, but the dossier as it is. */
export const fieldAtFault = (
  code: ProblemCode,
  facts: Facts,
  body: object,
): FaultyField | undefined => {
  const names = FIELDS[code];
  if (names === undefined) return undefined;
  const member = MEMBERS[code]?.(facts);
  const place = placeIn(body, names) ?? names[0];
  return {
    path: member === undefined ? place : `${place}.${member}`,
    code: faultOf(code, facts),
  };
};
