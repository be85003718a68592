import { randomBytes } from 'node:crypto';
import type { Instant } from '#domain/working-time';

/**
 * UUIDv7. Its time is that of the first event, so that dossiers of one month lie together however late they
 * were entered.
 */
export const newDossierId = (at: Instant): string => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.max(0, at), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [0, 8, 12, 16, 20].map((from, part, all) => hex.slice(from, all[part + 1])).join('-');
};
