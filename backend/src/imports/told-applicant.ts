import type { ToldDossier } from '#domain/import';
import {
  applicantOf,
  toldAnew,
  type ApplicantChange,
  type ApplicantRow,
  type KeyedHash,
} from '../dossiers/index.ts';
import type { ImportKept } from './import-row.ts';
import type { KnownRecord } from './known-dossiers.ts';
import type { Plan } from './plan.ts';

interface Standing {
  readonly dossierId: string;
  readonly record: KnownRecord | undefined;
  readonly person: ApplicantRow | undefined;
}

/** Who handed it in, by the newest word of the system whose word counts; undefined where nothing is new. */
export const applicantTold = (
  { applicant }: Pick<ToldDossier, 'applicant'>,
  { dossierId, record, person }: Standing,
  { unitId, exportedAt }: Pick<ImportKept, 'unitId' | 'exportedAt'>,
  hashes: KeyedHash,
): ApplicantChange | undefined => {
  const asOf = record?.asOf ?? undefined;
  const isOlder = asOf !== undefined && asOf > exportedAt;
  const after = applicant === undefined || isOlder ? undefined : toldAnew(person, applicant);
  return after && { dossierId, before: person, after: applicantOf(unitId, after, hashes) };
};

/** A row that tells of another person changes its dossier, though nothing happened to it. */
export const withApplicant = (plan: Plan, applicant: ApplicantChange | undefined): Plan => {
  if (applicant === undefined) return plan;
  const { kind, ...outcome } = plan.outcome;
  const isChange = kind === 'unchanged' || kind === 'changed';
  return { ...plan, applicant, outcome: { ...outcome, kind: isChange ? 'changed' : kind } };
};
