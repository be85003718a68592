import { claimFindings } from './claim-checks.ts';
import { documentOf } from './document.ts';
import type { Finding } from './finding.ts';
import { paperFindings } from './paper-checks.ts';
import { percentFindings } from './percent-checks.ts';
import { periodFindings } from './period-checks.ts';
import { repeatFindings } from './repeat-checks.ts';
import { sumChecks } from './sum-checks.ts';
import { tableFindings } from './table-checks.ts';

export interface CheckedReport {
  /** As it was read: the places of the findings are places in it. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** How many numbers were looked at, and how many tables. */
  readonly figures: number;
  readonly tables: number;
}

/** More than anybody would explain. */
const MOST_FINDINGS = 500;

const sameness = ({ kind, place, values }: Finding): string =>
  [kind, place.from, place.to, ...values].join('\u0000');

/**
 * Reads somebody's report and tells what in it does not agree with what. Of a report that agrees with itself
 * nothing is told; whether its figures are true is another question.
 *
 * @example checkReport('Đã giải quyết 80/100 hồ sơ, đạt 90%').findings[0]?.expected // '80,00'
 */
export function checkReport(raw: string): CheckedReport {
  const document = documentOf(raw);
  const found = [
    ...percentFindings(document),
    ...sumChecks(document),
    ...tableFindings(document),
    ...repeatFindings(document),
    ...claimFindings(document),
    ...periodFindings(document),
    ...paperFindings(document),
  ];
  const once = new Map(found.map((finding) => [sameness(finding), finding]));
  const findings = [...once.values()].toSorted(
    (one, other) => one.place.from - other.place.from || one.place.to - other.place.to,
  );
  const { text, figures, tables } = document;
  return {
    text,
    findings: findings.slice(0, MOST_FINDINGS),
    figures: figures.length,
    tables: tables.length,
  };
}
