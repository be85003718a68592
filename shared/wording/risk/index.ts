import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type RiskWords, vi } from './vi.ts';

/** *Nguy cơ trễ hạn*: what may become late, why, and how far to trust it. */
export const riskWords: Words<RiskWords> = { vi, en };
export type { ReasonTold } from './reason-told.ts';
export type { RiskWords } from './vi.ts';
