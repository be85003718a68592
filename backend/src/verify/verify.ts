import type { Projection } from '../dossiers/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { schemaDrift } from '../platform/database/catalogue.ts';
import type { Tenancy } from '../platform/database/tenancy.ts';
import { DossierChecks } from './dossier-checks.ts';
import type { Finding } from './finding.ts';
import { LawBook } from './law-book.ts';
import { checkCommonSets, checkUnitSets } from './set-checks.ts';
import type { CheckedUnit } from './unit.ts';

/** What the books are read with. */
export interface VerifyParts {
  readonly tenancy: Tenancy;
  readonly projection: Projection;
  readonly clock: Clock;
  /** How far it is, for somebody who waits: large books take minutes. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly unit: string;
  readonly dossiers: number;
}

const checkSchema = async (tenancy: Tenancy): Promise<readonly Finding[]> => {
  const { missing, strange } = await tenancy.everywhere(schemaDrift);
  const found = (sign: string) => (line: string) =>
    ({ check: 'schema-unchanged', unit: null, where: `${sign} ${line}` }) as const;
  return [...missing.map(found('−')), ...strange.map(found('+'))];
};

const checkUnit = async (parts: VerifyParts, unit: CheckedUnit): Promise<readonly Finding[]> => {
  const { tenancy, projection, clock, onProgress } = parts;
  const dossiers = new DossierChecks({
    ...{ tenancy, projection, unit },
    law: new LawBook(tenancy, clock, unit),
    onProgress: (done) => onProgress?.({ unit: unit.code, dossiers: done }),
  });
  return [...(await checkUnitSets(tenancy, unit)), ...(await dossiers.run())];
};

/** Goes over all the books, unit by unit; an empty list means that they agree. The oracle of every fault test. */
export async function verify(parts: VerifyParts): Promise<readonly Finding[]> {
  const { tenancy, clock } = parts;
  const units = await tenancy.everywhere((transaction) =>
    transaction.query<CheckedUnit>('select id, code, settings from unit order by id'),
  );
  const findings: Finding[] = [
    ...(await checkSchema(tenancy)),
    ...(await checkCommonSets(tenancy, clock.machineNow())),
  ];
  for (const unit of units) findings.push(...(await checkUnit(parts, unit)));
  return findings;
}
