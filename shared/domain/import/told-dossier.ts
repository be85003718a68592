import type {
  Authority,
  Channel,
  Intake,
  OnlineLevel,
  Telling,
  ToldHistory,
} from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';

/** What a source says of a procedure, which the catalogue may not have. */
export interface ToldProcedure {
  readonly code: string;
  readonly name?: string;
  readonly field?: string;
  readonly authority?: Authority;
  readonly onlineLevel?: OnlineLevel;
}

export interface ToldApplicant {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly phone?: string;
  readonly idNumber?: string;
  readonly taxCode?: string;
  readonly address?: string;
  readonly email?: string;
  readonly onBehalfOf?: string;
}

export type ToldFacts = Pick<
  Intake,
  'variantKey' | 'assistedAtCounter' | 'outOfArea' | 'bundle' | 'notViaCentre'
>;

/** What had to be taken for granted, so that somebody may look: codes, never sentences. */
export type Mark =
  | 'request-date-unknown'
  | 'payment-date-unknown'
  | 'hold-date-unknown'
  | 'handover-date-unknown'
  | 'finish-is-handover'
  | 'compared-by-day'
  | 'submitted-after-received'
  | 'due-before-received'
  | 'payment-method-unknown';

/** One dossier as one source tells it: read and checked, but not yet held against what is known. */
export interface ToldDossier {
  readonly source: string;
  readonly externalCode: string;
  readonly officialCode?: string;
  readonly ownCode?: string;
  readonly sourceStatus?: string;
  readonly procedure: ToldProcedure;
  readonly channel: Channel;
  readonly applicant?: ToldApplicant;
  readonly facts: ToldFacts;
  readonly declaredDueAt?: Instant;
  readonly tellings: readonly Telling[];
  readonly tells: ToldHistory['tells'];
  readonly marks: readonly Mark[];
}
