import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Projection } from '../../backend/src/dossiers/index.ts';
import { OfficeClock } from '../../backend/src/platform/clock/office-clock.ts';
import type { Tenancy } from '../../backend/src/platform/database/tenancy.ts';
import { tellFindings, verify } from '../../backend/src/verify/index.ts';

/** What the specs of one run left behind: a line for each database. */
interface Note {
  readonly spec: string;
  readonly findings: number;
  /** Why the books of this spec are not asked: it breaks them itself. */
  readonly unsound?: string;
}

const VARIABLE = 'MOTCUA_TEST_BOOKS';

/** Before all specs. */
export const openBooks = (): void => {
  process.env[VARIABLE] = join(mkdtempSync(join(tmpdir(), 'motcua-books-')), 'notes');
};

const note = (line: Note): void => {
  const file = process.env[VARIABLE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
};

const specOf = (path: string | undefined): string => basename(path ?? '?');

/** What `motcua verify` would say of a spec's database. */
export const findingsIn = (tenancy: Tenancy): ReturnType<typeof verify> =>
  verify({ tenancy, projection: new Projection(tenancy), clock: new OfficeClock() });

/** Goes over the books a spec leaves behind; throws where they disagree. */
export async function checkBooks(tenancy: Tenancy, spec: string | undefined): Promise<void> {
  const findings = await findingsIn(tenancy);
  note({ spec: specOf(spec), findings: findings.length });
  if (findings.length > 0) throw new Error(tellFindings(findings, 'en'));
}

export const leaveBooks = (spec: string | undefined, unsound: string): void =>
  note({ spec: specOf(spec), findings: 0, unsound });

const readNotes = (file: string): readonly Note[] => {
  try {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Note);
  } catch {
    // A run of which no spec opened a database.
    return [];
  }
};

/** After all specs: how many books were checked, and which were not and why. */
export const closeBooks = (): void => {
  const file = process.env[VARIABLE];
  if (file === undefined) return;
  const notes = readNotes(file);
  const checked = notes.filter(({ unsound }) => unsound === undefined);
  const findings = checked.reduce((sum, each) => sum + each.findings, 0);
  process.stdout.write(`\nverify: ${checked.length} databases, ${findings} findings\n`);
  for (const { spec, unsound } of notes) {
    if (unsound !== undefined) process.stdout.write(`  not asked: ${spec}, ${unsound}\n`);
  }
  rmSync(dirname(file), { recursive: true, force: true });
};
