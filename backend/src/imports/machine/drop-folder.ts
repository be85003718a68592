import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, rename, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** A file that lies there whole. */
export interface Dropped {
  /** The unit whose folder it lies in. */
  readonly unitCode: string;
  readonly name: string;
}

/** What a file was when it was looked at: it is whole once it is the same again. */
interface Glimpse {
  readonly size: number;
  readonly changedMs: number;
}

type Content = { readonly bytes: Buffer } | { readonly refused: 'link' | 'too-large' };

/** Written under such names until it is whole; the rest is nobody's list. */
const UNFINISHED = /^\.|\.(?:part|partial|tmp|crdownload|filepart)$|^~\$/i;

export type Outcome = 'done' | 'failed';

/**
 * A folder into which other systems drop lists, a folder in it for each unit. Only what lies there itself is read:
 * nothing that a link leads to, whether a folder's or a file's.
 */
export class DropFolder {
  readonly #root: string;
  #seen = new Map<string, Glimpse>();

  constructor(root: string) {
    this.#root = root;
  }

  /** What lies there as it lay there at the look before: somebody may still write what has changed since. */
  async whole(): Promise<readonly Dropped[]> {
    const seen = new Map<string, Glimpse>();
    const whole: Dropped[] = [];
    for (const dropped of await this.#all()) {
      const path = this.#pathOf(dropped);
      const glimpse = await glimpseOf(path);
      if (glimpse === undefined) continue;
      seen.set(path, glimpse);
      if (isSame(this.#seen.get(path), glimpse)) whole.push(dropped);
    }
    this.#seen = seen;
    return whole;
  }

  /** Undefined where it has gone meanwhile: another process was quicker. */
  async read(dropped: Dropped, most: number): Promise<Content | undefined> {
    const path = this.#pathOf(dropped);
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    try {
      const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
      try {
        const { size, nlink } = await file.stat();
        if (nlink > 1) return { refused: 'link' };
        return size > most ? { refused: 'too-large' } : { bytes: await file.readFile() };
      } finally {
        await file.close();
      }
    } catch (error) {
      if (isCode(error, 'ELOOP')) return { refused: 'link' };
      if (isCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  /** Puts a file away; beside one that failed lies why. */
  async put(dropped: Dropped, outcome: Outcome, reason?: string): Promise<void> {
    const folder = join(this.#root, dropped.unitCode, outcome);
    await mkdir(folder, { recursive: true });
    if (!(await isOwnFolder(folder))) throw new Error(`Not a folder of its own: ${outcome}`);
    const name = await freeName(folder, dropped.name);
    if (!(await moved(this.#pathOf(dropped), join(folder, name))) || reason === undefined) return;
    await writeFile(join(folder, `${name}.txt`), `${reason}\n`, { flag: 'wx' });
  }

  #pathOf({ unitCode, name }: Dropped): string {
    return join(this.#root, unitCode, name);
  }

  async #all(): Promise<readonly Dropped[]> {
    const units = await readdir(this.#root, { withFileTypes: true });
    const folders = units.filter((each) => each.isDirectory() && !each.name.startsWith('.'));
    const found = await Promise.all(folders.map(({ name }) => this.#in(name)));
    return found.flat();
  }

  async #in(unitCode: string): Promise<readonly Dropped[]> {
    const entries = await readdir(join(this.#root, unitCode), { withFileTypes: true });
    return entries
      .filter((each) => (each.isFile() || each.isSymbolicLink()) && !UNFINISHED.test(each.name))
      .map(({ name }) => ({ unitCode, name }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
}

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

async function glimpseOf(path: string): Promise<Glimpse | undefined> {
  try {
    const { size, mtimeMs } = await lstat(path);
    return { size, changedMs: mtimeMs };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** False where another process was quicker. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

const isSame = (before: Glimpse | undefined, now: Glimpse): boolean =>
  before?.size === now.size && before.changedMs === now.changedMs;

const isOwnFolder = async (folder: string): Promise<boolean> =>
  (await lstat(folder)).isDirectory() && (await realpath(folder)).endsWith(parse(folder).base);

/** Its own name, or the next that nothing lies under: yesterday's list was called the same. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let number = 2; taken.has(free) || taken.has(`${free}.txt`); number += 1) {
    free = `${stem} (${number})${ext}`;
  }
  return free;
}
