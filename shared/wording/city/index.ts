import type { Words } from '../language.ts';
import { en } from './en.ts';
import { vi, type CityWords } from './vi.ts';

export type { CityWords } from './vi.ts';

/** *Toàn thành phố*. */
export const cityWords: Words<CityWords> & { readonly en: CityWords } = { vi, en };
