import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type SourceWords, vi } from './vi.ts';

/** *Nguồn dữ liệu*: the systems dossiers come from, and what their lists mean. */
export const sourceWords: Words<SourceWords> = { vi, en };
export type { SourceWords } from './vi.ts';
