import * as z from 'zod';
import type { Serials, SheetRow } from '#domain/import';

/** A table of a file as it is kept: its rows are read when somebody asks for them. */
export interface KeptSheet {
  readonly name: string;
  /** How its spreadsheet counts days, where it is one. */
  readonly serials?: Serials;
  /** Columns of which the spreadsheet took half for dates, months for days. */
  readonly halfDated?: readonly number[];
  rows(): Iterable<SheetRow>;
}

const sheetSchema = z.strictObject({
  sheet: z.string(),
  serials: z.enum(['1900', '1904']).exactOptional(),
  halfDated: z.array(z.int()).exactOptional(),
});
const rowSchema = z.tuple([z.int(), z.array(z.string())]);

const NEW_LINE = 0x0a;
/** Of a row the first byte is a bracket. */
const ROW = 0x5b;

/** The tables of a file, out of the lines its reader made of it. */
export function keptSheets(bytes: Buffer): readonly KeptSheet[] {
  const sheets: KeptSheet[] = [];
  let head: { readonly at: number; readonly from: number } | undefined;
  const close = (to: number): void => {
    if (head === undefined) return;
    const { at, from } = head;
    const line: unknown = JSON.parse(bytes.toString('utf8', at, from - 1));
    const { sheet: name, ...told } = sheetSchema.parse(line);
    sheets.push({ name, ...told, rows: () => rowsIn(bytes, from, to) });
  };
  for (let at = 0; at < bytes.length;) {
    const next = bytes.indexOf(NEW_LINE, at) + 1;
    if (bytes[at] !== ROW) {
      close(at);
      head = { at, from: next };
    }
    at = next;
  }
  close(bytes.length);
  return sheets;
}

function* rowsIn(bytes: Buffer, from: number, to: number): Generator<SheetRow> {
  for (let at = from; at < to;) {
    const next = bytes.indexOf(NEW_LINE, at) + 1;
    const line: unknown = JSON.parse(bytes.toString('utf8', at, next - 1));
    const [number, cells] = rowSchema.parse(line);
    yield { number, cells };
    at = next;
  }
}
