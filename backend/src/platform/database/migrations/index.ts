import { office } from './0001-office.ts';
import { dossiers } from './0002-dossiers.ts';
import { work } from './0003-work.ts';
import { eventStore } from './0004-event-store.ts';
import { identity } from './0005-identity.ts';
import { schemaSeal } from './0006-schema-seal.ts';
import { auditSeal } from './0080-audit-seal.ts';
import { calendarPreview } from './0090-calendar-preview.ts';
import { queue } from './0100-queue.ts';
import { lists } from './0110-lists.ts';
import { lookup } from './0111-lookup.ts';
import type { Migration } from './forward.ts';

/** The schema from nothing, in order. What was shipped is never edited: add a file, add a line. */
export const MIGRATIONS: readonly Migration[] = [
  office,
  dossiers,
  work,
  eventStore,
  identity,
  schemaSeal,
  auditSeal,
  calendarPreview,
  queue,
  lists,
  lookup,
];
