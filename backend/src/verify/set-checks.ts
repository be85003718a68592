import type { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { ALERT_QUESTIONS } from './alert-questions.ts';
import { COMMON_QUESTIONS, SEALS } from './common-questions.ts';
import type { Finding } from './finding.ts';
import { MOST, type Question } from './question.ts';
import type { CheckedUnit } from './unit.ts';
import { UNIT_QUESTIONS } from './unit-questions.ts';

interface Row {
  readonly where: string;
}

const limited = ({ sql }: Question): string =>
  `select found.where from (${sql}) as found order by 1 limit ${MOST}`;

/** What one question over whole tables can tell of one unit. */
export async function checkUnitSets(
  tenancy: Tenancy,
  { id, code }: CheckedUnit,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const question of [...UNIT_QUESTIONS, ...ALERT_QUESTIONS]) {
    const rows = await tenancy.ask<Row>({ units: [id] }, limited(question), [id]);
    findings.push(...rows.map(({ where }) => ({ check: question.check, unit: code, where })));
  }
  return findings;
}

/** What is of no unit, or of all of them together. */
export async function checkCommonSets(
  tenancy: Tenancy,
  machineNow: number,
): Promise<readonly Finding[]> {
  const seals = await tenancy.everywhere((transaction) =>
    transaction.query<Row & { readonly unit: string | null }>(
      `select unit.code as unit, found.where from (${SEALS}) as found
       left join unit on unit.id = found.unit_id order by 1, 2 limit ${MOST}`,
    ),
  );
  const findings: Finding[] = seals.map((seal) => ({ check: 'audit-sealed', ...seal }));
  for (const question of COMMON_QUESTIONS) {
    const rows = await tenancy.everywhere((transaction) =>
      transaction.query<Row>(limited(question), [sqlInstant(machineNow)]),
    );
    findings.push(...rows.map(({ where }) => ({ check: question.check, unit: null, where })));
  }
  return findings;
}
