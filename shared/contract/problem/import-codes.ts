/** Why a file is not taken in at all. What is wrong with one row is that row's own. */
export const importProblemCodes = [
  'file-required',
  'file-empty',
  'file-not-text',
  'file-damaged',
  'file-encrypted',
  'file-is-old-xls',
  'file-too-large-inside',
  'file-unsafe',
  'not-a-dossier-list',
  'not-a-setup-list',
  'columns-missing',
  'column-given-twice',
  'channel-required',
  'mapping-unknown',
  'mapping-value-unknown',
  'exported-in-future',
  'import-not-checked',
  'import-not-running',
  'import-not-undoable',
] as const;

export type ImportProblemCode = (typeof importProblemCodes)[number];
