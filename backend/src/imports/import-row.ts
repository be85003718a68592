import type {
  ImportFailure,
  ImportProfile,
  ImportState,
  ImportWarning,
  RowKind,
  UndoAct,
} from '#contract/imports';
import type { Channel } from '#domain/dossier';
import type { ListMapping, Mark, NationalCells, RowFault, ToldDossier } from '#domain/import';
import type { Instant } from '#domain/working-time';

/** Which import, and of whom: all that a job is told. */
export interface ImportRef {
  readonly unitId: number;
  readonly id: string;
}

/** How the list is to be read. */
interface ImportAsked {
  readonly name?: string;
  readonly channel?: Channel;
  readonly source?: string;
  /** As it was when the list was brought in: a newer version does not change what was looked at. */
  readonly mapping?: ListMapping;
  readonly mappedBy?: { readonly id: string; readonly name: string; readonly version: number };
}

/** An import as it is kept. */
export interface ImportKept extends ImportRef {
  readonly profile: ImportProfile;
  readonly state: ImportState;
  readonly dryRun: boolean;
  readonly asked: ImportAsked;
  readonly actor: { readonly kind: 'user' | 'key'; readonly id: string };
  readonly exportedAt: Instant;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly wrong: number;
  readonly done: number;
  readonly skipped: number;
  readonly differing: number;
  readonly warnings: readonly ImportWarning[];
  readonly failure: ImportFailure | null;
  /** Who brought it, by name. */
  readonly by: string;
  readonly undoable: boolean;
  readonly undo: UndoKept | null;
}

/** How far the undoing of an import is. */
interface UndoKept {
  readonly state: 'running' | 'done' | 'failed';
  readonly by: string;
  readonly at: string;
  readonly dossiers: number;
  readonly counts: Readonly<Record<UndoAct, number>>;
}

/** Something the source tells otherwise than we knew: codes and moments only. */
export interface KeptDifference {
  readonly kind: string;
  readonly type: string;
  readonly ours?: string;
  readonly theirs?: string;
  readonly taken: boolean;
}

/** What became, or would become, of a row. */
export interface RowOutcome {
  readonly kind: RowKind;
  readonly dossierId?: string;
  readonly differences: readonly KeptDifference[];
  readonly faults: readonly Pick<RowFault, 'column' | 'code'>[];
}

/** A row as the ledger takes it. */
export interface RowDraft extends RowOutcome {
  readonly number: number;
  readonly line: number;
  readonly source?: string;
  readonly externalCode?: string;
  readonly officialCode?: string;
  readonly marks: readonly Mark[];
  readonly body: RowBody;
}

/** The row itself, which may speak of persons: kept apart, and erased. */
export interface RowBody {
  readonly told?: ToldDossier;
  readonly faults?: readonly RowFault[];
  /** What stood in a wrong row, to be mended and brought again. */
  readonly cells?: NationalCells;
}

/** A row still to be committed. */
export interface PendingRow {
  readonly number: number;
  readonly kind: RowKind;
  readonly told: ToldDossier;
}
