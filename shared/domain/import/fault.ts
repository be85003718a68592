/** Why a row cannot be taken over. Stable codes; sentences are the wording room's. */
export const IMPORT_FAULTS = [
  'required',
  'wrong-type',
  'wrong-format',
  'unknown-value',
  'too-short',
  'too-long',
  'out-of-range',
  'not-whole',
  'not-json',
  'time-required',
  'date-ruined',
  'cell-ruined',
  'date-empty',
  'in-the-future',
  'opening-required',
  'told-twice',
  'after-finish',
  'finish-required',
  'finish-date-required',
  'status-contradicts-dates',
  'channels-contradict',
  'not-told-by-source',
  'unknown-variant',
  'code-given-twice',
  'code-of-another',
  'allowance-unclear',
  'step-unclear',
  'component-unclear',
  'unknown-department',
  'unknown-role',
  'line-given-twice',
  'account-elsewhere',
  'account-closed',
  'several-places',
  'last-administrator',
  'role-not-for-unit',
  'unexpected',
] as const;

export type ImportFault = (typeof IMPORT_FAULTS)[number];

/** What is wrong with one place of a row: a column, or a path into a line. */
export interface RowFault {
  readonly column: string;
  readonly code: ImportFault;
  /** What stands there; kept apart with the row, it may be about a person. */
  readonly value?: string;
}

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly RowFault[] };

export const read = <Value>(value: Value): Reading<Value> => ({ ok: true, value });

export const wrong = (...faults: readonly RowFault[]): Reading<never> => ({ ok: false, faults });
