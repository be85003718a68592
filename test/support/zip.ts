import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; what it says of its size may be a lie. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly claims?: number;
  readonly flags?: number;
}

const DEFLATED = 8;

/** An archive made byte by byte, so that it can be made wrong. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, flags = 0 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const sizes = [crc32(bytes), packed.length, claims ?? bytes.length];
    const path = Buffer.from(name);
    const head = fields([
      [2, 20],
      [2, flags],
      [2, DEFLATED],
      [4, 0],
      ...sizes.map(four),
      [2, path.length],
    ]);
    const local = Buffer.concat([fields([[4, 0x04034b50]]), head, fields([[2, 0]]), path, packed]);
    directory.push(
      fields([
        [4, 0x02014b50],
        [2, 20],
      ]),
      head,
      fields([
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ]),
      path,
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = fields([
    [4, 0x06054b50],
    [4, 0],
    [2, parts.length],
    [2, parts.length],
  ]);
  return Buffer.concat([
    ...locals,
    central,
    end,
    fields([
      [4, central.length],
      [4, offset],
      [2, 0],
    ]),
  ]);
}

type Field = readonly [bytes: number, value: number];

const four = (value: number): Field => [4, value];

const fields = (list: readonly Field[]): Buffer =>
  Buffer.concat(
    list.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
