import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import {
  FILE_REFUSALS,
  FileRefused,
  type FileRefusal,
} from '../../platform/workbook/file-refused.ts';
import { isPage } from './html-table.ts';
import { HEAP_MB, MOST_ROW_BYTES, PATIENCE_MS } from '../../platform/workbook/limits.ts';
import { SheetBook } from './sheet-book.ts';
import { readTextTable } from './text-table.ts';

// Tests run the sources, the product what was built of them.
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const program = fileURLToPath(new URL(`reading-process${extension}`, import.meta.url));

const FLAGS = [
  `--max-old-space-size=${HEAP_MB}`,
  // It may read the program it runs; it writes nothing and starts nothing.
  ...['--permission', '--allow-fs-read=*'],
  ...(extension === '.ts' ? ['--conditions=motcua'] : []),
];

/** So many at once; more wait, and beyond that somebody is not bringing lists. */
const AT_ONCE = 2;
const MOST_WAITING = 20;

const END = Buffer.from('{"end":true}\n');

/** Turns whatever file somebody brings into rows, in a process that may die of it. */
@Injectable()
export class FileReader {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  async read(bytes: Uint8Array): Promise<Buffer> {
    await this.#turn();
    try {
      return rowsIn(await heard(bytes));
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** What somebody pasted is small: only a page needs a reader that may fail. */
  async readText(text: string): Promise<Buffer> {
    if (isPage(text)) return this.read(Buffer.from(text));
    const book = new SheetBook();
    try {
      readTextTable(text, book);
      return Buffer.concat(book.bytes());
    } catch (error) {
      throw error instanceof FileRefused ? new ProblemError(error.code) : error;
    }
  }

  async #turn(): Promise<void> {
    while (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) throw new ProblemError('too-busy');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
  }
}

interface Heard {
  readonly said: Buffer;
  /** Undefined where it came to its end by itself. */
  readonly died: 'of the file' | 'of itself' | undefined;
}

/** How a process ends that has used up its memory, or its time. */
const ABORTED = 134;

const deathOf = (code: number | null): Heard['died'] => {
  if (code === 0) return undefined;
  return code === null || code === ABORTED ? 'of the file' : 'of itself';
};

/** What the process says until it ends, by itself or not. */
function heard(bytes: Uint8Array): Promise<Heard> {
  const child = spawn(process.execPath, [...FLAGS, program], {
    env: { TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const said: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (part: Buffer) => {
    size += part.length;
    if (size > MOST_ROW_BYTES + END.length) child.kill('SIGKILL');
    else said.push(part);
  });
  // One that has died does not take the rest of the file: how it ended says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ said: Buffer.concat(said), died: deathOf(code) }));
  });
}

/** The rows, if it came to their end. */
function rowsIn({ said, died }: Heard): Buffer {
  if (died === 'of itself') throw new Error('The process that reads files does not run');
  if (said.subarray(-END.length).equals(END)) return said.subarray(0, -END.length);
  throw new ProblemError(refusalIn(said) ?? 'file-too-large-inside');
}

function refusalIn(said: Buffer): FileRefusal | undefined {
  const line = said.toString('utf8', 0, Math.min(said.length, 200));
  return FILE_REFUSALS.find((code) => line === `{"refused":"${code}"}\n`);
}
