import type { Projection } from '../dossiers/index.ts';
import { schemaDrift } from '../platform/database/catalogue.ts';
import type { Tenancy } from '../platform/database/tenancy.ts';
import type { Finding } from './finding.ts';
import { checkFolds } from './fold-checks.ts';
import { checkSets } from './set-checks.ts';

const checkSchema = async (tenancy: Tenancy): Promise<readonly Finding[]> => {
  const { missing, strange } = await tenancy.everywhere(schemaDrift);
  const found = (sign: string) => (line: string) =>
    ({ check: 'schema-unchanged', unit: null, where: `${sign} ${line}` }) as const;
  return [...missing.map(found('−')), ...strange.map(found('+'))];
};

/** Goes over all the books; an empty list means that they agree. The oracle of every fault test. */
export async function verify(
  tenancy: Tenancy,
  projection: Projection,
): Promise<readonly Finding[]> {
  return [
    ...(await checkSchema(tenancy)),
    ...(await checkSets(tenancy)),
    ...(await checkFolds(tenancy, projection)),
  ];
}
