import type { Words } from '../language.ts';
import { actsEn } from './acts-en.ts';
import { type ActWords, actsVi } from './acts-vi.ts';
import { en } from './en.ts';
import { happenedEn } from './happened-en.ts';
import { type HappenedWords, happenedVi } from './happened-vi.ts';
import { type DossierWords, vi } from './vi.ts';

/** *Hồ sơ*: the page of one dossier. */
export const dossierWords: Words<DossierWords> = { vi, en };
/** What may be done to it, and what has to be said with it. */
export const actWords: Words<ActWords> = { vi: actsVi, en: actsEn };
/** What happened to it. */
export const happenedWords: Words<HappenedWords> = { vi: happenedVi, en: happenedEn };
export type { ActWords, DossierWords, HappenedWords };
