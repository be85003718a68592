/** A file somebody takes out of the product, and what it is called. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Buffer | string;
}
