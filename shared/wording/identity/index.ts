import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type IdentityWords, vi } from './vi.ts';

/** *Quản trị*: people, who stands in for whom, keys. */
export const identityWords: Words<IdentityWords> = { vi, en };
export type { IdentityWords } from './vi.ts';
