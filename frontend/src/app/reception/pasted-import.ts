import * as z from 'zod';
import type { Channel } from '#domain/dossier';
import { findSheet } from '#domain/import';
import {
  type ImportAnswer,
  type ImportError,
  type ImportRow,
  createdImportSchema,
  importErrorsSchema,
  importRowsPageSchema,
  importSchema,
  importsPath,
} from '#contract/imports';
import { type Answer, type ApiClient, newActKey } from '../api/index.ts';

const LOOK_MS = 250;
const MOST = 500;
const BUSY: ReadonlySet<string> = new Set(['queued', 'checking', 'committing']);

export interface Pasted {
  readonly unitId: number | undefined;
  readonly text: string;
  readonly channel?: Channel | undefined;
  readonly source?: string | undefined;
}

/** A row with every reason why it is wrong, in words. */
export type PastedRow = ImportRow & { readonly reasons: readonly string[] };

/** What people call the columns of a list. */
type ColumnNames = Readonly<Partial<Record<string, string>>>;

/** Why a cell is wrong, in words: a place within a line of whole histories has no other name. */
export const reasonText = (
  { column, value, reason }: Pick<ImportError, 'column' | 'value' | 'reason'>,
  names: ColumnNames,
): string => {
  const name = names[column] ?? column;
  return `${value === null || value === '' ? name : `${name} “${value}”`}: ${reason}`;
};

const CHANNEL_COLUMNS = ['KenhNop', 'KenhThucHien'] as const;

const ORDER = [
  'wrong',
  'changed',
  'new',
  'unchanged',
] as const satisfies readonly ImportRow['kind'][];

/** What needs eyes first: wrong rows, then changes; each kind as it stood in the table. */
export const inReadingOrder = <Row extends Pick<ImportRow, 'kind' | 'number'>>(
  rows: readonly Row[],
): readonly Row[] =>
  rows.toSorted(
    (one, other) =>
      ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || one.number - other.number,
  );

/** A pasted table looks like one: several cells a row, and a row below its headings. */
export const isTable = (text: string): boolean =>
  text.split(/\r?\n/).filter((line) => line.includes('\t')).length >= 2;

/** Whether somebody has to say how all of it came: the table does not. */
export const lacksChannel = (text: string): boolean => {
  const found = findSheet(text);
  return 'header' in found && !CHANNEL_COLUMNS.some((column) => found.header.places.has(column));
};

const pause = (abort: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, LOOK_MS);
    abort.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });

/** Brings a pasted table in: checked first, committed when somebody says so. */
export class PastedImport {
  readonly #api: ApiClient;
  readonly #abort = new AbortController();

  constructor(api: ApiClient) {
    this.#api = api;
  }

  check({ unitId, text, channel, source }: Pasted): Promise<Answer<{ readonly id: string }>> {
    const body = {
      ...{ profile: 'dossiers-national', dryRun: true, text },
      ...(unitId !== undefined && { unitId }),
      ...(channel !== undefined && { channel }),
      ...(source !== undefined && { source }),
    };
    const key = newActKey();
    return this.#api.act({ path: importsPath, body, answer: createdImportSchema, key });
  }

  /** As it is told again and again, until it stands still. */
  async follow(id: string, tell: (told: ImportAnswer) => void): Promise<ImportAnswer | undefined> {
    const { signal: abort } = this.#abort;
    while (!abort.aborted) {
      const told = await this.#api.read(`${importsPath}/${id}`, importSchema, { abort });
      tell(told);
      if (!BUSY.has(told.state) && told.undo?.state !== 'running') return told;
      await pause(abort);
    }
    return undefined;
  }

  /** Wrong ones wherever they stand in the list, and as many of the others as anybody looks through. */
  async rows(id: string, names: ColumnNames): Promise<readonly PastedRow[]> {
    const { signal: abort } = this.#abort;
    const read = (query: object) =>
      this.#api.read(`${importsPath}/${id}/rows`, importRowsPageSchema, {
        query: { limit: MOST, ...query },
        abort,
      });
    const [{ items: wrong }, { items: first }, { items: faults }] = await Promise.all([
      read({ kind: 'wrong' }),
      read({}),
      this.#api.read(`${importsPath}/${id}/errors`, importErrorsSchema, { abort }),
    ]);
    const reasons = new Map<number, string[]>();
    for (const fault of faults) {
      reasons.set(fault.row, [...(reasons.get(fault.row) ?? []), reasonText(fault, names)]);
    }
    const rows = [...wrong, ...first.filter(({ kind }) => kind !== 'wrong')];
    return inReadingOrder(rows.map((row) => ({ ...row, reasons: reasons.get(row.line) ?? [] })));
  }

  commit(id: string): Promise<Answer<ImportAnswer>> {
    const path = `${importsPath}/${id}/commit`;
    return this.#api.act({ path, answer: importSchema, key: newActKey() });
  }

  /** What was only looked at is not kept. */
  async cancel(id: string): Promise<void> {
    await this.#api.act({ path: `${importsPath}/${id}/cancel`, answer: z.unknown() });
  }

  stop(): void {
    this.#abort.abort();
  }
}
