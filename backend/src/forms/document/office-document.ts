import type { WideTable } from './wide-table.ts';

/** A piece of the body of a document. */
export type Passage =
  | { readonly kind: 'heading' | 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly table: WideTable };

/** A table that lies on its side, with pages of its own (NĐ 30/2020/NĐ-CP, Phụ lục I, IV.2). */
export interface Appendix {
  /** `Phụ lục I`, and the form it follows: above at the right. */
  readonly corner: readonly string[];
  readonly title: string;
  /** Under the title: what it covers, to what it belongs. */
  readonly subtitle: readonly string[];
  /** Above the table: who reports, to whom; and the unit of its numbers at the right. */
  readonly facts: readonly string[];
  readonly measure: string;
  readonly table: WideTable;
  readonly notes: readonly string[];
}

/** What an office sends out, as NĐ 30/2020/NĐ-CP lays it out: plain words, so that it passes between threads. */
export interface OfficeDocument {
  readonly head: {
    /** *Cơ quan chủ quản*; none above a people's committee. */
    readonly authority: string | null;
    readonly organisation: string;
    readonly number: string;
    readonly placeAndDate: string;
  };
  /** *DỰ THẢO*, while it is one. */
  readonly mark: string | null;
  readonly type: string;
  readonly subject: readonly string[];
  readonly addressees: readonly string[];
  readonly body: readonly Passage[];
  readonly recipients: readonly string[];
  /** *KT. GIÁM ĐỐC*, *PHÓ GIÁM ĐỐC*: one below the other. */
  readonly signer: { readonly lines: readonly string[]; readonly name: string };
  readonly appendices: readonly Appendix[];
  /** Small, below each page. */
  readonly footer: string;
}
