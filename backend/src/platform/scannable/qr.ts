import { toSVG } from 'bwip-js/node';

/** A QR as a page draws it: the squares as one SVG path in a field of `size` by `size`. */
interface Qr {
  readonly size: number;
  readonly path: string;
}

/**
 * Drawn here and handed over as numbers: the page builds its own elements from them, so that no foreign
 * markup has to be trusted and nothing that is secret ever leaves for a service that draws pictures.
 */
export const qrOf = (text: string): Qr => {
  const svg = toSVG({ bcid: 'qrcode', text, scale: 1 });
  const [, size] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? [];
  const [, path] = /<path d="([MLHVZ0-9 .]+)"/.exec(svg) ?? [];
  if (size === undefined || path === undefined) throw new Error('a QR is drawn in another way now');
  return { size: Number(size), path };
};
