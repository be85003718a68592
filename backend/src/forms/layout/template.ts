import type { DossierForm } from '#domain/dossier';

/** Lists a form may carry besides single facts. */
type TableName = 'components' | 'items' | 'handovers';

interface Column {
  readonly label: string;
  /** Share of the width of the page. */
  readonly share: number;
}

interface Signature {
  readonly title: string;
  readonly hint: string;
  readonly name: string;
}

/** A piece of a form; `{fact}` in its texts is filled in. */
export type Block =
  | {
      readonly kind: 'line';
      readonly label: string;
      readonly value: string;
      /** Left out where nothing is known, instead of dots to be written on. */
      readonly optional?: true;
      /** Ours, not the circular's: a unit may do without. */
      readonly mayLeave?: true;
    }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly look?: 'centred' | 'note';
      /** Under which a unit words it anew; without one it stands as it is. */
      readonly key?: string;
      readonly mayLeave?: true;
    }
  | { readonly kind: 'table'; readonly rows: TableName; readonly columns: readonly Column[] }
  | { readonly kind: 'signatures'; readonly left: Signature | null; readonly right: Signature }
  | { readonly kind: 'recipients'; readonly lines: readonly string[] };

/** A statutory form as data: what a unit words anew, and what both printers read. */
export interface Template {
  readonly form: DossierForm;
  /** What follows the number: `12/HDHS`. */
  readonly symbol: string;
  readonly title: string;
  /** Barcode of the code and QR of the look-up pair beside the title. */
  readonly scannable?: true;
  readonly blocks: readonly Block[];
}

/** What is known for one printing. */
export interface Facts {
  readonly texts: Readonly<Record<string, string | null>>;
  readonly tables: Readonly<Record<TableName, readonly (readonly string[])[]>>;
}
