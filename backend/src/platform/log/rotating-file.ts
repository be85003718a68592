import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Writable } from 'node:stream';

export interface Rotation {
  readonly maxBytes: number;
  readonly keep: number;
}

/**
 * A log file that never grows past `maxBytes`: the older parts are `.1` (newest) to `.keep`.
 * Writes are synchronous, so that the last line before a crash is on disk.
 */
export class RotatingFile extends Writable {
  readonly #path: string;
  readonly #rotation: Rotation;
  #file: number;
  #bytes: number;

  constructor(path: string, rotation: Rotation) {
    super({ decodeStrings: true });
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#path = path;
    this.#rotation = rotation;
    this.#file = openSync(path, 'a', 0o600);
    this.#bytes = statSync(path).size;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    try {
      if (this.#bytes > 0 && this.#bytes + chunk.length > this.#rotation.maxBytes) this.#rotate();
      this.#bytes += writeSync(this.#file, chunk);
      done();
    } catch (error) {
      // A full disk must not stop the office; the line is lost, the next one is tried again.
      process.stderr.write(`log: ${error instanceof Error ? error.message : String(error)}\n`);
      done();
    }
  }

  override _final(done: (error?: Error | null) => void): void {
    closeSync(this.#file);
    done();
  }

  #rotate(): void {
    closeSync(this.#file);
    rmSync(`${this.#path}.${this.#rotation.keep}`, { force: true });
    for (let age = this.#rotation.keep - 1; age >= 0; age -= 1) {
      const from = age === 0 ? this.#path : `${this.#path}.${age}`;
      if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${this.#path}.${age + 1}`);
    }
    this.#file = openSync(this.#path, 'a', 0o600);
    this.#bytes = 0;
  }
}
