import { describe, expect, it } from '@jest/globals';
import { PICTURE_BYTES } from '#contract/incidents';
import { pictureType } from './picture-type.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');

describe('a picture', () => {
  it.each([
    ['a PNG', PNG, 'image/png'],
    ['a JPEG', JPEG, 'image/jpeg'],
  ])('is known by how it begins: %s', (_name, bytes, type) => {
    expect(pictureType(bytes)).toBe(type);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['the beginning alone', JPEG.subarray(0, 3)],
    ['a drawing, which may run scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', Buffer.from('<!doctype html>')],
    ['a page with a picture further on', Buffer.concat([Buffer.from('<p>'), PNG])],
    ['another kind of picture', Buffer.from('GIF89a\u0001')],
    ['a heavier one than is taken', Buffer.concat([JPEG, Buffer.alloc(PICTURE_BYTES)])],
  ])('is not %s', (_name, bytes) => {
    expect(pictureType(bytes)).toBeUndefined();
  });
});
