import { PICTURE_BYTES, type PictureType } from '#contract/incidents';

/** How each begins: what a file is called, and what its sender says it is, proves nothing. */
const BEGINNINGS: readonly (readonly [PictureType, Buffer])[] = [
  // The signature and the chunk every PNG has first.
  ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ff', 'hex')],
];

/** What picture the bytes are; undefined where they are none that is shown, or too heavy a one. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (bytes.length > PICTURE_BYTES) return undefined;
  const isBegunBy = (mark: Buffer): boolean =>
    bytes.length > mark.length && mark.equals(bytes.subarray(0, mark.length));
  return BEGINNINGS.find(([, mark]) => isBegunBy(mark))?.[0];
}
