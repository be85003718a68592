import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type ApprovalWords, vi } from './vi.ts';

export type { ApprovalWords } from './vi.ts';

/** *Chờ tôi duyệt*. */
export const approvalWords: Words<ApprovalWords> = { vi, en };
