import type { ProcedureRules } from '#domain/dossier';
import type { Transaction } from '../platform/database/tenancy.ts';
import { rulesOf } from './definition.ts';
import { findNumbered, type NumberedProcedure } from './numbered.ts';

/** The rules a dossier was born with, asked by whoever has a transaction and nothing else. */
export async function findRulesOfVersion(
  asking: Pick<Transaction, 'query'>,
  numbered: NumberedProcedure,
): Promise<ProcedureRules | undefined> {
  const found = await findNumbered(asking, numbered);
  return found && rulesOf(found.definition);
}
