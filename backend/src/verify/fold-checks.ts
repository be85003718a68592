import type { Projection } from '../dossiers/index.ts';
import type { Tenancy } from '../platform/database/tenancy.ts';
import type { Finding } from './finding.ts';

const PORTION = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface Unit {
  readonly id: number;
  readonly code: string;
}

const nextIds = async (tenancy: Tenancy, unit: Unit, after: string): Promise<readonly string[]> => {
  const rows = await tenancy.ask<{ readonly id: string }>(
    { units: [unit.id] },
    'select id from dossier where unit_id = $1 and id > $2 order by id limit $3',
    [unit.id, after, PORTION],
  );
  return rows.map(({ id }) => id);
};

const examined = async (
  projection: Projection,
  unit: Unit,
  ids: readonly string[],
): Promise<readonly Finding[]> => {
  const { differences, unlawful } = await projection.examine(unit.id, ids);
  return [
    ...differences.map(({ dossierId, members }): Finding => ({
      check: 'row-is-fold',
      unit: unit.code,
      where: `${dossierId} ${members.join(' ')}`,
    })),
    ...unlawful.map(({ dossierId, version }): Finding => ({
      check: 'transitions-lawful',
      unit: unit.code,
      where: `${dossierId} ${version}`,
    })),
  ];
};

/** Tells every dossier anew from its events, portion by portion. */
export async function checkFolds(
  tenancy: Tenancy,
  projection: Projection,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const units = await tenancy.everywhere((transaction) =>
    transaction.query<Unit>('select id, code from unit order by id'),
  );
  for (const unit of units) {
    for (let ids = await nextIds(tenancy, unit, FIRST_ID); ids.length > 0;) {
      findings.push(...(await examined(projection, unit, ids)));
      ids = await nextIds(tenancy, unit, ids.at(-1) ?? FIRST_ID);
    }
  }
  return findings;
}
