import { plainTitle } from '../title.ts';

/** A procedure as it is compared: by its code and by its name. */
interface Likened {
  readonly code: string;
  readonly name: string;
}

/** Why one might be the other: its code without the suffix of a place, or what it is called. */
type LikenessBy = 'code' | 'name';

interface Likeness<Entry extends Likened> {
  readonly entry: Entry;
  readonly by: LikenessBy;
  /** Of what may be said of both, how much is the same: 0 to 1. */
  readonly share: number;
}

const MOST = 3;
/** Less in common is chance: *cấp*, *đăng ký* and *giấy* stand in half of all names. */
const LEAST_SHARE = 0.5;

/** A national code as it is before somebody put a place behind it: *1.013978.H36* → *1.013978*. */
const stemOf = (code: string): string => /^\d+\.\d+/u.exec(code)?.[0] ?? code.toUpperCase();

const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .map(plainTitle)
      .filter((word) => word !== ''),
  );

/** Twice what both say, beside all that either says. */
const shareOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.size + other.size === 0
    ? 0
    : (2 * [...one].filter((word) => other.has(word)).length) / (one.size + other.size);

/** Entries read once, to be held against many unknown ones. */
export class LikenessBook<Entry extends Likened> {
  readonly #known: readonly {
    readonly entry: Entry;
    readonly stem: string;
    readonly words: ReadonlySet<string>;
  }[];

  constructor(entries: readonly Entry[]) {
    this.#known = entries.map((entry) => ({
      ...{ entry, stem: stemOf(entry.code), words: wordsOf(entry.name) },
    }));
  }

  /** What an unknown procedure may be, the likeliest first; only a person says that it is. */
  suggest(unknown: Likened): readonly Likeness<Entry>[] {
    const [stem, words] = [stemOf(unknown.code), wordsOf(unknown.name)];
    return this.#known
      .flatMap((known): readonly Likeness<Entry>[] => {
        const { entry } = known;
        if (entry.code === unknown.code) return [];
        const share = shareOf(words, known.words);
        if (known.stem === stem) return [{ entry, by: 'code', share }];
        return share >= LEAST_SHARE ? [{ entry, by: 'name', share }] : [];
      })
      .toSorted(inOrder)
      .slice(0, MOST);
  }
}

const inOrder = (a: Likeness<Likened>, b: Likeness<Likened>): number =>
  Number(b.by === 'code') - Number(a.by === 'code') ||
  b.share - a.share ||
  (a.entry.code < b.entry.code ? -1 : 1);
