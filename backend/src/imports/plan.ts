import type { Append, ApplicantChange } from '../dossiers/index.ts';
import type { RowOutcome } from './import-row.ts';

/** What another system says of a dossier, where nothing of it becomes the dossier's own. */
export interface RecordLine {
  readonly dossierId: string;
  readonly source: string;
  readonly externalCode: string;
  readonly sourceStatus: string | null;
  readonly asOf: string;
  readonly knownAt: string;
  readonly differences: readonly string[];
  /** By what the dossier is found from now on, where this system has not told of it before. */
  readonly words: readonly string[];
}

/** What a row leads to. */
export interface Plan {
  readonly outcome: RowOutcome;
  readonly append?: Append;
  readonly record?: RecordLine;
  /** Who handed it in, where the source tells it otherwise by now. */
  readonly applicant?: ApplicantChange;
}
