import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type SteeringWords, vi } from './vi.ts';

export type { SteeringWords } from './vi.ts';

/** *Điều hành*. */
export const steeringWords: Words<SteeringWords> = { vi, en };
