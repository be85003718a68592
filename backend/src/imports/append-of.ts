import type { Difference, DossierState, Intake } from '#domain/dossier';
import type { ToldDossier } from '#domain/import';
import { formatInstant, type Instant } from '#domain/working-time';
import {
  applicantOf,
  messageOrders,
  newLookupCode,
  sealedLookup,
  signalsOf,
  type Append,
  type WatchedOffice,
  type KeyedHash,
} from '../dossiers/index.ts';
import type { SecretBox } from '../platform/secret-box/secret-box.ts';
import type { ImportKept, KeptDifference } from './import-row.ts';

/** With what persons and slips are kept. */
export interface Keys {
  readonly box: SecretBox;
  readonly hashes: KeyedHash;
}

/** A dossier as its source leaves it, to be kept. */
export interface Taking {
  readonly import: Pick<ImportKept, 'unitId' | 'id' | 'actor' | 'exportedAt'>;
  readonly told: ToldDossier;
  readonly dossierId: string;
  readonly before: number;
  readonly state: DossierState;
  readonly office: WatchedOffice;
  readonly differences: readonly KeptDifference[];
}

export const keptDifference = ({
  kind,
  type,
  ours,
  theirs,
  taken,
}: Difference): KeptDifference => ({
  ...{ kind, type, taken },
  ...(ours !== undefined && { ours: formatInstant(ours) }),
  ...(theirs !== undefined && { theirs: formatInstant(theirs) }),
});

/** What people should see at the source's record of the dossier. */
export const recordNotes = (
  { marks }: Pick<ToldDossier, 'marks'>,
  differences: readonly KeptDifference[],
): readonly string[] => [
  ...marks,
  ...differences.filter(({ taken }) => !taken).map(({ kind, type }) => `${kind}:${type}`),
];

export function appendOf({ import: asked, told, ...taking }: Taking): Append {
  const { dossierId, before, state, office, differences } = taking;
  const { source, externalCode, sourceStatus } = told;
  const subject = { type: 'dossier', id: dossierId };
  const events = state.history.slice(before).map(({ type }) => type);
  const facts = { importId: asked.id, before, after: state.version, events };
  return {
    unit: asked.unitId,
    dossierId,
    expectedVersion: before,
    state,
    calendar: office.calendar.version,
    signals: signalsOf(state, office),
    sources: [
      {
        ...{ source, externalCode, asOf: asked.exportedAt, knownAt: office.now },
        ...(sourceStatus !== undefined && { sourceStatus }),
        differences: recordNotes(told, differences),
      },
    ],
    audit: [
      {
        ...{ officeAt: office.now, actor: asked.actor, outcome: 'done', subject, facts },
        act: 'dossier.imported',
      },
    ],
    feed: [{ op: before === 0 ? 'created' : 'changed', ...subject, at: office.now }],
    outbox: messageOrders({
      ...{ unitId: asked.unitId, id: dossierId, state, office },
      expectedVersion: before,
    }),
  };
}

/** What belongs to a dossier from its birth on. */
export const birthOf = (
  { import: asked, told, dossierId }: Pick<Taking, 'import' | 'told' | 'dossierId'>,
  unitCode: string,
  { box, hashes }: Keys,
): Partial<Append> => ({
  unitCode,
  lookup: sealedLookup(dossierId, newLookupCode(), box),
  ...(told.applicant !== undefined && {
    applicant: applicantOf(asked.unitId, told.applicant, hashes),
  }),
});

/** Who the dossier is. The store gives it its own code. */
export const intakeOf = (
  told: ToldDossier,
  procedure: Intake['procedure'],
  asOf: Instant,
): Intake => ({
  ...told.facts,
  code: '',
  procedure,
  channel: told.channel,
  ...(told.officialCode !== undefined && { officialCode: told.officialCode }),
  ...(told.declaredDueAt !== undefined && { declaredDueAt: told.declaredDueAt }),
  sources: [
    {
      ...{ source: told.source, externalCode: told.externalCode, asOf },
      ...(told.sourceStatus !== undefined && { sourceStatus: told.sourceStatus }),
    },
  ],
});
