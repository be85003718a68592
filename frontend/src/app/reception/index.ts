export { PastedImport, lacksChannel, reasonText, type PastedRow } from './pasted-import.ts';
