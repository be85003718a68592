import type { ProcedureComponent, ProcedureDefinition } from '#contract/procedures';
import type { Allowance, AllowanceKind, Limits } from '#domain/deadline';

export type TypedKind = AllowanceKind | 'none';

/** An allowance as it is typed: hours of a day and numbers of days are both only text. */
export interface TypedAllowance {
  readonly kind: TypedKind;
  readonly amount: string;
}

export interface TypedStep {
  /** Kept, so that a dossier half-way through finds its step again; a new one gets its own. */
  readonly key: string;
  readonly name: string;
  readonly role: ProcedureDefinition['steps'][number]['role'];
  readonly departmentCode: string;
  readonly hours: string;
}

export interface TypedVariant {
  readonly key: string;
  readonly label: string;
  readonly allowance: TypedAllowance;
}

export interface TypedComponent {
  readonly name: string;
  readonly kind: ProcedureComponent['kind'];
  readonly copies: string;
}

/** Members that are one of a few words. */
export const CHOICES = ['authority', 'onlineLevel', 'onSupplement', 'clockStart'] as const;

export type ChoiceName = (typeof CHOICES)[number];

export const LIMIT_NAMES = ['statutory', 'city', 'commune'] as const;
export const FLAGS = ['paperResult', 'paymentIntegrated', 'published', 'eProcess'] as const;

export type LimitName = (typeof LIMIT_NAMES)[number];

/** A version as it is being written. */
export interface TypedProcedure {
  readonly name: string;
  readonly field: string;
  readonly authority: ProcedureDefinition['authority'];
  readonly onlineLevel: ProcedureDefinition['onlineLevel'];
  readonly onSupplement: ProcedureDefinition['onSupplement'];
  readonly clockStart: ProcedureDefinition['clockStart'];
  readonly limits: Readonly<Record<LimitName, TypedAllowance>>;
  readonly variants: readonly TypedVariant[];
  readonly steps: readonly TypedStep[];
  readonly components: readonly TypedComponent[];
  readonly fee: string;
  readonly feeNote: string;
  readonly flags: Readonly<Record<(typeof FLAGS)[number], boolean>>;
}

export type TypedFault = 'amount' | 'cutoff' | 'name' | 'hours' | 'fee' | 'copies';

const typedAllowance = (allowance: Allowance | undefined): TypedAllowance => {
  if (allowance === undefined) return { kind: 'none', amount: '' };
  const { kind } = allowance;
  return { kind, amount: kind === 'sameDay' ? allowance.cutoff : String(allowance.amount) };
};

export const typedProcedure = (known: ProcedureDefinition): TypedProcedure => ({
  ...{ name: known.name, field: known.field, authority: known.authority },
  ...{ onlineLevel: known.onlineLevel, onSupplement: known.onSupplement },
  ...{ clockStart: known.clockStart, feeNote: known.feeNote ?? '' },
  fee: known.fee === null ? '' : String(known.fee),
  limits: {
    statutory: typedAllowance(known.limits.statutory),
    city: typedAllowance(known.limits.city),
    commune: typedAllowance(known.limits.commune),
  },
  variants: known.variants.map(({ key, label, allowance }) => ({
    ...{ key, label, allowance: typedAllowance(allowance) },
  })),
  steps: known.steps.map(({ key, name, role, departmentCode = '', allowanceHours }) => ({
    ...{ key, name, role, departmentCode, hours: String(allowanceHours).replace('.', ',') },
  })),
  components: known.components.map(({ name, kind, copies }) => ({
    ...{ name, kind, copies: String(copies) },
  })),
  flags: {
    ...{ paperResult: known.paperResult, paymentIntegrated: known.paymentIntegrated },
    ...{ published: known.published, eProcess: known.eProcess },
  },
});

const WHOLE = /^[1-9]\d{0,8}$/;
const TIME = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;
const COPIES = /^(?:[1-9]\d{0,2}|1000)$/;
const HOURS = /^\d{1,4}(?:[.,]\d{1,2})?$/;
const FEE = /^\d{1,12}$/;

export const allowanceFault = ({ kind, amount }: TypedAllowance): TypedFault | undefined => {
  if (kind === 'none') return undefined;
  if (kind === 'sameDay') return TIME.test(amount.trim()) ? undefined : 'cutoff';
  return WHOLE.test(amount.trim()) ? undefined : 'amount';
};

const hoursOf = (text: string): number => {
  const plain = text.trim();
  return HOURS.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
};

export const hoursFault = (text: string): TypedFault | undefined =>
  hoursOf(text) > 0 ? undefined : 'hours';

export const copiesFault = (text: string): TypedFault | undefined =>
  COPIES.test(text.trim()) ? undefined : 'copies';

export const nameFault = (text: string): TypedFault | undefined =>
  text.trim() === '' ? 'name' : undefined;

/** Money may be written with dots between thousands. */
const plainFee = (text: string): string => text.replaceAll(/[.\s]/g, '');

export const feeFault = (text: string): TypedFault | undefined =>
  plainFee(text) === '' || FEE.test(plainFee(text)) ? undefined : 'fee';

export const hasFault = (typed: TypedProcedure): boolean =>
  [
    ...LIMIT_NAMES.map((name) => allowanceFault(typed.limits[name])),
    ...typed.variants.flatMap(({ label, allowance }) => [
      nameFault(label),
      allowance.kind === 'none' ? 'amount' : allowanceFault(allowance),
    ]),
    ...typed.steps.flatMap(({ name, hours }) => [nameFault(name), hoursFault(hours)]),
    ...typed.components.flatMap(({ name, copies }) => [nameFault(name), copiesFault(copies)]),
    ...[nameFault(typed.name), nameFault(typed.field), feeFault(typed.fee)],
  ].some((fault) => fault !== undefined);

const readAllowance = ({ kind, amount }: TypedAllowance): Allowance | undefined => {
  if (kind === 'none') return undefined;
  if (kind === 'sameDay') return { kind, cutoff: amount.trim().padStart(5, '0') };
  return { kind, amount: Number(amount) };
};

export const readLimits = (typed: TypedProcedure['limits']): Limits =>
  Object.fromEntries(
    LIMIT_NAMES.flatMap((name) => {
      const fault = allowanceFault(typed[name]);
      const allowance = fault === undefined ? readAllowance(typed[name]) : undefined;
      return allowance === undefined ? [] : [[name, allowance] as const];
    }),
  );

export const totalHours = ({ steps }: TypedProcedure): number =>
  steps.reduce((sum, { hours }) => sum + (hoursOf(hours) || 0), 0);

const readWhole = (typed: TypedProcedure) => ({
  ...{ name: typed.name.trim(), field: typed.field.trim(), authority: typed.authority },
  ...{ onlineLevel: typed.onlineLevel, limits: readLimits(typed.limits) },
  variants: typed.variants.flatMap(({ key, label, allowance }) => {
    const read = readAllowance(allowance);
    return read === undefined ? [] : [{ key, label: label.trim(), allowance: read }];
  }),
  steps: typed.steps.map(({ key, name, role, departmentCode, hours }) => ({
    ...{ key, name: name.trim(), role },
    ...(departmentCode !== '' && { departmentCode }),
    allowanceHours: hoursOf(hours),
  })),
  components: typed.components.map(({ name, kind, copies }) => ({
    ...{ name: name.trim(), kind, copies: Number(copies) },
  })),
  ...{ onSupplement: typed.onSupplement, clockStart: typed.clockStart },
  fee: plainFee(typed.fee) === '' ? null : Number(plainFee(typed.fee)),
  feeNote: typed.feeNote.trim() === '' ? null : typed.feeNote.trim(),
  ...typed.flags,
});

/** *5 tại chỗ* is told otherwise on the wire, and is not changed here. */
export type VersionChanges = Partial<Omit<ProcedureDefinition, 'onTheSpot'>>;

/** The same whatever the order in which members were told: a database keeps one of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Only what the new version says otherwise: an overlay must not freeze what the city may change. */
export const changesOf = (before: ProcedureDefinition, typed: TypedProcedure): VersionChanges => {
  const known: Readonly<Record<string, unknown>> = before;
  const changed = Object.entries(readWhole(typed)).filter(
    ([name, value]) => canonical(value) !== canonical(known[name]),
  );
  return Object.fromEntries(changed);
};

/** A key that none of these has. */
export const freshKey = (stem: string, taken: readonly { readonly key: string }[]): string => {
  const keys = new Set(taken.map(({ key }) => key));
  let number = taken.length + 1;
  while (keys.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
};
