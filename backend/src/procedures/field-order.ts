import type { Transaction } from '../platform/database/tenancy.ts';
import { STARTER_CATALOGUE } from './catalogue/starter-catalogue.ts';
import { OWNERS, STARTER } from './procedure-store.ts';

interface FieldRow {
  readonly field: string;
}

const STARTER_CODES = STARTER_CATALOGUE.map(({ code }) => code);

// What dossiers of other systems brought along names no field of the catalogue until somebody compared it.
const FIELDS = `select field from procedure join procedure_version as first using (owner_id, code)
    left join unnest($2::text[]) with ordinality as starter (code, place) using (code)
  where owner_id in ${OWNERS} and first.version = 1
    and (reconciled or first.created_by = '${STARTER}')
  group by field
  order by bool_and(owner_id = $1 and owner_id <> coalesce((select parent_id from unit where id = $1), $1)),
    min(starter.place) nulls last, min(procedure.place)`;

/**
 * The fields of a catalogue, each where its first entry stands: what came with the product, then what the
 * city added as it added it, then what only the unit has.
 */
export async function fieldsInOrder(
  transaction: Pick<Transaction, 'query'>,
  unitId: number,
): Promise<readonly string[]> {
  const rows = await transaction.query<FieldRow>(FIELDS, [unitId, STARTER_CODES]);
  return rows.map(({ field }) => field);
}
