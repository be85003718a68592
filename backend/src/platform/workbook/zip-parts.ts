import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { FileRefused } from './file-refused.ts';
import { HARMLESS_BYTES, MOST_ENTRIES, MOST_INFLATED_BYTES, MOST_RATIO } from './limits.ts';

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });

const listed = (zip: ZipFile): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) reject(new FileRefused('file-too-large-inside'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });

/** The parts of a workbook. Sizes are judged before anything is inflated, and held to while it is: they can lie. */
export class ZipParts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: readonly Entry[]) {
    this.#zip = zip;
    this.#entries = new Map(entries.map((entry) => [entry.fileName, entry]));
  }

  static async open(bytes: Buffer): Promise<ZipParts> {
    const zip = await opened(bytes);
    const entries = await listed(zip);
    if (entries.some((entry) => entry.isEncrypted())) throw new FileRefused('file-encrypted');
    const inflated = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    // Of the file as it is, not of what its entries say: entries may lie over one another.
    const isBomb = inflated > HARMLESS_BYTES && inflated > MOST_RATIO * bytes.length;
    if (isBomb || inflated > MOST_INFLATED_BYTES) throw new FileRefused('file-too-large-inside');
    return new ZipParts(zip, entries);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  stream(name: string): Promise<Readable> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new FileRefused('file-damaged');
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) => {
        if (error) reject(error);
        else resolve(stream);
      });
    });
  }
}
