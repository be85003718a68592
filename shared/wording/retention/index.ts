import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type RetentionWords, vi } from './vi.ts';

/** *Lưu giữ dữ liệu*: how long what is said of persons is kept. */
export const retentionWords: Words<RetentionWords> = { vi, en };
export type { RetentionWords } from './vi.ts';
