import { describe, expect, it } from '@jest/globals';
import { qrOf } from './qr.ts';

const ADDRESS = 'otpauth://totp/Motcua:tiepnhan?secret=JBSWY3DPEHPK3PXP&issuer=Motcua';

/** Corners of the shapes that stand apart from all others: `M x y` begins each. */
const outlines = (path: string): readonly string[] => path.match(/M[^Z]*Z/g) ?? [];

describe('a QR', () => {
  it('has its three eyes in the corners, and none in the fourth', () => {
    const { size, path } = qrOf(ADDRESS);
    const unit = 2;
    const eye = 7 * unit;
    const corners = outlines(path).flatMap((outline) => {
      const points = [...outline.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      const xs = points.map(([x = 0]) => x);
      const ys = points.map(([, y = 0]) => y);
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      const isEye = Math.max(...xs) - left === eye && Math.max(...ys) - top === eye;
      return isEye && points.length === 4 ? [[left, top]] : [];
    });
    expect((size / unit - 17) % 4).toBe(0);
    expect(corners).toEqual(
      expect.arrayContaining([
        [0, 0],
        [size - eye, 0],
        [0, size - eye],
      ]),
    );
    expect(corners).not.toContainEqual([size - eye, size - eye]);
  });

  it('says one thing and not another', () => {
    expect(qrOf(ADDRESS)).toEqual(qrOf(ADDRESS));
    expect(qrOf(`${ADDRESS}2`).path).not.toBe(qrOf(ADDRESS).path);
  });
});
