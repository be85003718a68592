/** 0: no number; 1: I, II; 2: 1, 2; 3: a, b. */
export type Depth = 0 | 1 | 2 | 3;

/** A chapter as it is numbered: whether anything of its own is printed. */
export interface Numbered {
  readonly depth: Depth;
  readonly hasWords: boolean;
}

export interface ChapterNumber {
  readonly printed: boolean;
  readonly number: string | null;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;
/** As offices count: *đ* has a place of its own, *f*, *j*, *w* and *z* have none. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

const MARKS: Readonly<Record<Depth, (place: number) => string | null>> = {
  0: () => null,
  1: (place) => ROMAN[place - 1] ?? String(place),
  2: (place) => String(place),
  3: (place) => LETTERS[place - 1] ?? String(place),
};

/** A heading is printed where it, or something under it, has words. */
function isPrinted(chapters: readonly Numbered[], at: number): boolean {
  const chapter = chapters[at];
  if (chapter === undefined) return false;
  if (chapter.hasWords) return true;
  for (const under of chapters.slice(at + 1)) {
    if (under.depth <= chapter.depth) return false;
    if (under.hasWords) return true;
  }
  return false;
}

/**
 * The numbers of the chapters that are printed; what is empty is counted over.
 *
 * @example numberChapters([{ depth: 1, hasWords: false }, { depth: 1, hasWords: true }])[1]?.number // 'I'
 */
export function numberChapters(chapters: readonly Numbered[]): readonly ChapterNumber[] {
  const counts = [0, 0, 0, 0];
  return chapters.map(({ depth }, at) => {
    if (!isPrinted(chapters, at)) return { printed: false, number: null };
    const place = (counts[depth] ?? 0) + 1;
    counts[depth] = place;
    if (depth > 0) counts.fill(0, depth + 1);
    return { printed: true, number: MARKS[depth](place) };
  });
}
