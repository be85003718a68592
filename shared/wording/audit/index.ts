import type { OfficerCommand } from '#contract/dossiers';
import { actsEn as commandsEn } from '../dossiers/acts-en.ts';
import { actsVi as commandsVi } from '../dossiers/acts-vi.ts';
import type { Words } from '../language.ts';
import { actsEn } from './acts-en.ts';
import { actsVi } from './acts-vi.ts';
import { en } from './en.ts';
import { type AuditWords, vi } from './vi.ts';

/** *Nhật ký*: who did what. */
export const auditWords: Words<AuditWords> = { vi, en };

const commandOf = (act: string): string | undefined =>
  act.startsWith('dossier.') ? act.slice('dossier.'.length) : undefined;

const namesOf = (
  acts: Readonly<Record<string, string>>,
  commands: Readonly<Record<OfficerCommand, string>>,
): ((act: string) => string | undefined) => {
  const byName: Readonly<Record<string, string>> = commands;
  return (act) => acts[act] ?? byName[commandOf(act) ?? ''];
};

/** What was done, in words; nothing for what an older version wrote and this one no longer knows. */
export const auditActs = {
  vi: namesOf(actsVi, commandsVi.names),
  en: namesOf(actsEn, commandsEn.names),
};
export type { AuditWords } from './vi.ts';
