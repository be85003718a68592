/** A day as the name of a file has it: `20260114`. */
export const compactDay = (date: string): string => date.replaceAll('-', '');

/** A file somebody takes out of the product, and what it is called. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Buffer | string;
}
