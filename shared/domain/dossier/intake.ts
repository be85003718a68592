import type { Instant } from '../working-time/index.ts';

export type Channel = 'online' | 'direct' | 'post';
export type Authority = 'commune' | 'vertical';
export type OnlineLevel = 'full' | 'partial' | 'none';

/** Facts of the procedure that reports ask for, as they were when the dossier was born. */
export interface ProcedureSnapshot {
  readonly code: string;
  readonly version: number;
  readonly field: string;
  readonly authority: Authority;
  readonly onlineLevel: OnlineLevel;
  /** Whether the result is a document, so that an electronic one is owed. */
  readonly paperResult: boolean;
  readonly paymentIntegrated: boolean;
}

export interface SourceRecord {
  readonly source: string;
  readonly externalCode: string;
  readonly sourceStatus?: string;
  /** *Theo dữ liệu lúc …* */
  readonly asOf?: Instant;
}

/** *Phi địa giới*: who helped, who received, who is competent (codes of agencies). */
export interface OutOfArea {
  readonly helped?: string;
  readonly received?: string;
  readonly competent?: string;
}

/** What is known of a dossier from its first event on. No personal data: applicants live in a side table. */
export interface Intake {
  readonly code: string;
  readonly officialCode?: string;
  readonly procedure: ProcedureSnapshot;
  readonly variantKey?: string;
  readonly channel: Channel;
  readonly assistedAtCounter?: boolean;
  readonly outOfArea?: OutOfArea;
  readonly bundle?: string;
  /** Born outside the centre, straight at a department (a finding of the seed reports). */
  readonly notViaCentre?: boolean;
  /** Primary source first. */
  readonly sources: readonly SourceRecord[];
  readonly declaredDueAt?: Instant;
}
