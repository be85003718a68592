import type { Words } from '../language.ts';
import { type AlertRuleWords, vi } from './vi.ts';

export type { AlertRuleWords } from './vi.ts';

/** *Quy tắc cảnh báo*, for whoever sets them. */
export const alertRuleWords: Words<AlertRuleWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};
