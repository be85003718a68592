import type { ImportAnswer, ImportError, ImportRow } from '#contract/imports';
import type { RowFault, ToldDossier } from '#domain/import';
import { formatInstant } from '#domain/working-time';
import { importFaultWording, type Language } from '#wording';
import type { ImportKept } from './import-row.ts';
import type { LedgerRow } from './ledger.ts';

export const importAnswer = (kept: ImportKept): ImportAnswer => ({
  ...{ id: kept.id, unitId: kept.unitId, profile: kept.profile, state: kept.state },
  ...{ dryRun: kept.dryRun, warnings: [...kept.warnings], failure: kept.failure },
  mapping: kept.asked.mappedBy ?? null,
  ...{ name: kept.asked.name ?? null, by: kept.by, undoable: kept.undoable, undo: kept.undo },
  exportedAt: formatInstant(kept.exportedAt),
  createdAt: formatInstant(kept.createdAt),
  changedAt: formatInstant(kept.changedAt),
  counts: {
    ...{ rows: kept.rows, new: kept.new, changed: kept.changed, unchanged: kept.unchanged },
    ...{ wrong: kept.wrong, done: kept.done, skipped: kept.skipped, differing: kept.differing },
  },
});

/** What stands in the row, for who may see persons. */
const valueOf = (
  { column, code }: Pick<RowFault, 'column' | 'code'>,
  { body }: LedgerRow,
  seesPersons: boolean,
): string | null => {
  const kept = body?.faults?.find((fault) => fault.column === column && fault.code === code);
  return (seesPersons ? kept?.value : undefined) ?? null;
};

const toldAnswer = (told: ToldDossier, seesPersons: boolean): ImportRow['told'] => {
  const received = told.tellings.find(({ type }) => type === 'received')?.at;
  const { declaredDueAt } = told;
  return {
    procedureCode: told.procedure.code,
    procedureName: told.procedure.name ?? null,
    channel: told.channel,
    applicantName: (seesPersons ? told.applicant?.name : undefined) ?? null,
    receivedAt: received === undefined ? null : formatInstant(received),
    dueAt: declaredDueAt === undefined ? null : formatInstant(declaredDueAt),
  };
};

export const rowAnswer = (row: LedgerRow, seesPersons: boolean): ImportRow => {
  const { body, faults, differences, marks, ...rest } = row;
  const told = body?.told;
  return {
    ...rest,
    marks: [...marks],
    differences: [...differences],
    faults: faults.map((fault) => ({ ...fault, value: valueOf(fault, row, seesPersons) })),
    told: told === undefined ? null : toldAnswer(told, seesPersons),
  };
};

/** One entry for each place that has to be mended. */
export const errorsOf = (
  row: LedgerRow,
  seesPersons: boolean,
  language: Language,
): readonly ImportError[] =>
  row.faults.map((fault) => ({
    row: row.line,
    column: fault.column,
    code: fault.code,
    value: valueOf(fault, row, seesPersons),
    reason: importFaultWording[language][fault.code],
  }));
