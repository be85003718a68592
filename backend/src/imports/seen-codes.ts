import { createHash } from 'node:crypto';
import type { ToldDossier } from '#domain/import';
import type { RowRead } from './list-source.ts';

const digestOf = (told: ToldDossier): string =>
  createHash('sha256').update(JSON.stringify(told)).digest('base64');

const nameOf = ({ source, externalCode }: ToldDossier): string => `${source}\n${externalCode}`;

/**
 * The dossiers a list has told of so far. The same row again changes nothing; another one under the same code is
 * wrong, for nobody knows which of the two is right.
 */
export class SeenCodes {
  readonly #digests = new Map<string, string>();

  checked(row: RowRead): RowRead & { readonly twice: boolean } {
    if (!row.reading.ok) return { ...row, twice: false };
    const told = row.reading.value;
    const name = nameOf(told);
    const digest = digestOf(told);
    const before = this.#digests.get(name);
    if (before === undefined) {
      this.#digests.set(name, digest);
      return { ...row, twice: false };
    }
    if (before === digest) return { ...row, twice: true };
    const fault = { column: 'MaHoSo', code: 'code-given-twice', value: told.externalCode } as const;
    return { ...row, twice: false, reading: { ok: false, faults: [fault] } };
  }
}
