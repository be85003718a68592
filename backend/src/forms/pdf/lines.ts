import type { Content, Watermark } from 'pdfmake/interfaces.js';

/** In the middle, as long as it is told. */
export const rule = (length: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 1, x2: length, y2: 1, lineWidth: 0.6 }],
  alignment: 'center',
  margin: [0, 0, 0, 3],
});

/** Across the whole page, pale enough to read through. */
export const watermark = (text: string): Watermark => ({ text, bold: true, opacity: 0.08 });

const LONGEST_LINE = 28;

/** A long name on two lines of about one length: no single word hangs below. */
export const balanced = (name: string): string => {
  if (name.length <= LONGEST_LINE) return name;
  const places = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = name.length / 2;
  const [place] = places.toSorted(
    (one, other) => Math.abs(one - middle) - Math.abs(other - middle),
  );
  return place === undefined ? name : `${name.slice(0, place)}\n${name.slice(place + 1)}`;
};
