import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NAME_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  /** Says which key sealed something, and nothing about the key. */
  readonly name: Buffer;
  readonly bytes: Buffer;
}

const keyFrom = (secret: string): Key => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'motcua secret box', 32));
  const name = createHash('sha256').update(bytes).digest().subarray(0, NAME_BYTES);
  return { name, bytes };
};

/** Keeps what has to be shown again out of the hands of whoever reads a copy of the database. */
export class SecretBox {
  readonly #first: Key;
  readonly #keys: readonly Key[];

  /** The first secret seals; the others only open what they sealed before the change of keys. */
  constructor(first: string, ...former: readonly string[]) {
    this.#first = keyFrom(first);
    this.#keys = [this.#first, ...former.map(keyFrom)];
  }

  /** `about` binds the sealed text to its place: moved to another row it does not open. */
  seal(plain: Uint8Array, about: string): Buffer {
    const { name, bytes } = this.#first;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, bytes, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([name, nonce, cipher.getAuthTag(), sealed]);
  }

  open(box: Uint8Array, about: string): Buffer {
    const bytes = Buffer.from(box);
    const key = this.#keys.find(({ name }) => name.equals(bytes.subarray(0, NAME_BYTES)));
    if (key === undefined) throw new Error('sealed with a secret that is not among ours');
    const nonceEnd = NAME_BYTES + NONCE_BYTES;
    const tagEnd = nonceEnd + TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(NAME_BYTES, nonceEnd));
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(nonceEnd, tagEnd));
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
  }
}

export const SECRET_BOX = Symbol('secret box');
