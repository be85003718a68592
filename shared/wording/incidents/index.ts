import type { Words } from '../language.ts';
import { en } from './en.ts';
import { vi, type IncidentWords } from './vi.ts';

/** *Sự cố hệ thống*. */
export const incidentWords: Words<IncidentWords> = { vi, en };
