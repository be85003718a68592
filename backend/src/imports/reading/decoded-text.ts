import { FileRefused } from '../../platform/workbook/file-refused.ts';

const MARKS = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

const encodingOf = (bytes: Uint8Array): string =>
  MARKS.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))?.[0] ?? 'utf-8';

/**
 * The text of a file by its mark, as UTF-8, or else in the alphabet Vietnamese machines used before. A byte that
 * no text has says that it is none.
 */
export function decodedText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (encoding !== 'utf-8' || bytes.includes(0)) throw new FileRefused('file-not-text');
    // Its accents come as letters of their own, and are joined to the vowels before them.
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
