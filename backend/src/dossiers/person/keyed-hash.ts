import { createHmac, hkdfSync } from 'node:crypto';

const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'motcua known person', 32));

/**
 * Finds the same number again without keeping it readable: nobody can try all numbers without the key, and
 * nobody can follow a person from one unit to another.
 */
export class KeyedHash {
  readonly #keys: readonly Buffer[];

  constructor(secrets: readonly string[]) {
    this.#keys = secrets.map(keyFrom);
  }

  of(unitId: number, kind: string, text: string): string {
    const [hash] = this.allOf(unitId, kind, text);
    if (hash === undefined) throw new Error('No secret to hash with');
    return hash;
  }

  /** Under the former secrets too: what was kept before the change of keys is still found. */
  allOf(unitId: number, kind: string, text: string): readonly string[] {
    return this.#keys.map((key) =>
      createHmac('sha256', key).update(`${unitId}\n${kind}\n${text}`).digest('hex'),
    );
  }
}

export const KEYED_HASH = Symbol('keyed hash');
