import type { PrintRequest } from '#contract/forms';
import type { BookRow } from '../book/book-row.ts';
import type { OfficeDocument } from '../document/office-document.ts';
import type { PrintedTable } from '../table/printed-table.ts';
import type { FilledForm } from '../layout/fill.ts';
import type { WideSheet } from '../workbook/wide-sheet.ts';

/** What the press is given: plain facts, so that they pass from thread to thread. */
export type PressTask =
  | {
      readonly kind: 'form';
      readonly format: PrintRequest['format'];
      readonly paper: NonNullable<PrintRequest['paper']>;
      readonly form: FilledForm;
    }
  | {
      readonly kind: 'book';
      readonly format: 'xlsx' | 'pdf';
      readonly title: readonly string[];
      readonly rows: readonly BookRow[];
      readonly mark?: string;
    }
  | {
      readonly kind: 'table';
      readonly format: 'xlsx' | 'pdf';
      readonly table: PrintedTable;
    }
  | {
      readonly kind: 'document';
      readonly format: 'docx' | 'pdf';
      readonly document: OfficeDocument;
    }
  | {
      readonly kind: 'workbook';
      readonly sheets: readonly WideSheet[];
    };

export interface PressOrder {
  readonly number: number;
  readonly task: PressTask;
}

export type PressAnswer =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly fault: string };
