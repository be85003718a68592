import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A font as the printer reads it: each of its tables when it is first asked for. */
interface Font {
  _tables: Readonly<Record<string, unknown>>;
}

interface FontFormat {
  probe(bytes: Uint8Array): boolean;
  new (stream: { readonly buffer: Uint8Array }): Font;
}

interface Fontkit {
  create(bytes: Uint8Array): Font;
  registerFormat(format: FontFormat): void;
}

// The copy of it the printer asks, which brings no types along.
const fontkit = createRequire(import.meta.url)('fontkit') as Fontkit;

interface KeptFont {
  readonly bytes: Uint8Array;
  readonly first: Font;
}

const kept = new Map<Uint8Array, KeptFont>();

/**
 * A format whose bytes stand for a font that is kept: each who reads them gets one of his own, with the tables of all.
 * Its letters are not shared, for a font remembers of each which character it was first asked for.
 */
function Mark({ buffer }: { readonly buffer: Uint8Array }): Font {
  const entry = kept.get(buffer);
  if (entry === undefined) throw new Error('No font is kept under this mark');
  const font = fontkit.create(entry.bytes);
  font._tables = entry.first._tables;
  return font;
}
Mark.probe = (bytes: Uint8Array): boolean => kept.has(bytes);

fontkit.registerFormat(Mark as unknown as FontFormat);

/**
 * What opens as the font of this file wherever the printer takes the bytes of one. To read the tables of a font is
 * five sixths of the work of printing one page (ADR 0777).
 */
export function keepFont(path: string): Uint8Array {
  const mark = Buffer.from(path);
  const bytes = readFileSync(path);
  kept.set(mark, { bytes, first: fontkit.create(bytes) });
  return mark;
}
