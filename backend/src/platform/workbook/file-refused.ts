/** Why a file is not read. Stable codes; their sentences are with the problems. */
export const FILE_REFUSALS = [
  'file-damaged',
  'file-empty',
  'file-encrypted',
  'file-is-old-xls',
  'file-not-text',
  'file-too-large-inside',
  'file-unsafe',
] as const;

export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Thrown where a file cannot be read any further; caught where its process ends. */
export class FileRefused extends Error {
  readonly code: FileRefusal;

  constructor(code: FileRefusal) {
    super(code);
    this.code = code;
  }
}
