import type { Words } from '../language.ts';
import { type ProcedureWords, vi } from './vi.ts';

export type { ProcedureWords } from './vi.ts';

/** *Thủ tục*, for whoever keeps the catalogue. */
export const procedureWords: Words<ProcedureWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};
