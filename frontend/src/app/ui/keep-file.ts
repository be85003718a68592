/** So long a browser may take to write what it was given. */
const KEPT_MS = 60_000;

/** Puts what was fetched where the browser keeps files. */
export function keepFile(document: Document, file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
