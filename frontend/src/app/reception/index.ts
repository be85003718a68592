export { PastedImport, lacksChannel, type PastedRow } from './pasted-import.ts';
