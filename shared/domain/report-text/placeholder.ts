/** Letters `from` to `to`, the end not included. */
export interface Placeholder {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What people leave in a text to be filled in: dots, underscores, brackets that ask, either of two. */
const PLACEHOLDERS = [
  /…+|\.{3,}(?!\w)/gu,
  /_{3,}/gu,
  /\((?:nêu rõ|ghi rõ|điền)[^()]*\)/giu,
  /\[[^[\]]{1,80}\]/gu,
  /Đã (\p{L}+(?: \p{L}+)?)\s?\/\s?Chưa \1/giu,
];

/** *Hệ thống còn lỗi...*: dots that end a sentence trail off, and ask for nothing. */
const trailsOff = (body: string, { from, to, text }: Placeholder): boolean =>
  /^(?:…|\.+)$/u.test(text) &&
  /^\s*(?:[.;)"”]|$|\n)/u.test(body.slice(to)) &&
  /[\p{L}\d,)]$/u.test(body.slice(0, from));

/**
 * What is still to be filled in, in the order it stands.
 *
 * @example placeholdersIn('Đã ban hành … văn bản.').length // 1
 */
export function placeholdersIn(body: string): readonly Placeholder[] {
  return PLACEHOLDERS.flatMap((pattern) =>
    [...body.matchAll(pattern)].map(({ index, 0: text }) => ({
      from: index,
      to: index + text.length,
      text,
    })),
  )
    .filter((found) => !trailsOff(body, found))
    .toSorted((one, other) => one.from - other.from);
}
