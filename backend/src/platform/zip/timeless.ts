const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
/** 01/01/1980 00:00, where the years of ZIP begin. */
const NO_TIME = 0x00_21_00_00;

/**
 * A ZIP file that does not tell when it was packed: the same contents are the same bytes, whenever they are
 * made. Only for files our own libraries wrote, which have no comment behind their end.
 */
export function timeless(file: Buffer): Buffer {
  const end = file.length - END_SIZE;
  if (end < 0 || file.readUInt32LE(end) !== END) throw new Error('Not a ZIP file as we write them');
  const bytes = Buffer.from(file);
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL) {
    bytes.writeUInt32LE(NO_TIME, at + 12);
    bytes.writeUInt32LE(NO_TIME, bytes.readUInt32LE(at + 42) + 10);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
