import type { Page } from '#contract/list';

/** The rows in sight, counted from the beginning of the list. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

/** A page of the list: where it begins, how many rows it has, and the rows while somebody is near them. */
interface StripPage<Item> extends Sight {
  readonly cursor: string | undefined;
  readonly items: readonly Item[] | undefined;
}

/**
 * A list laid out page by page in its order. A page that was seen keeps its place and its cursor; its rows are
 * let go when the reader is far away, and asked for again between the same two places.
 */
export interface PageStrip<Item> {
  readonly pages: readonly StripPage<Item>[];
  /** Where the next page begins: null where none comes, undefined before the first has come. */
  readonly next: string | null | undefined;
}

/** A page to be asked for: from its cursor on, and no further than the page behind it. */
export interface Wanted {
  readonly place: number;
  readonly cursor: string | undefined;
  readonly until: string | undefined;
}

/** So many rows beside those in sight are fetched before anybody comes there … */
const AHEAD = 150;
/** … and so many are kept. */
const KEPT = 500;

export const emptyStrip = { pages: [], next: undefined } as const;

const meets = (one: Sight, other: Sight, around = 0): boolean =>
  one.from < other.to + around && one.to > other.from - around;

/** How many rows there are as far as the list is known. */
export const lengthOf = <Item>({ pages }: PageStrip<Item>): number => pages.at(-1)?.to ?? 0;

/** The rows that are held: one stretch, and how many come before it. */
export const heldOf = <Item>({
  pages,
}: PageStrip<Item>): { readonly offset: number; readonly items: readonly Item[] } => {
  const held = pages.filter(({ items }) => items !== undefined);
  return { offset: held[0]?.from ?? 0, items: held.flatMap(({ items }) => items ?? []) };
};

/** The next page, unless there is none. */
export const nextOf = <Item>({ pages, next }: PageStrip<Item>): Wanted | undefined =>
  next === null ? undefined : { place: pages.length, cursor: next, until: undefined };

/** What is missing where somebody looks: first in sight, then ahead, then behind. */
export const missingOf = <Item>(strip: PageStrip<Item>, sight: Sight): Wanted | undefined => {
  const { pages, next } = strip;
  const near = pages.filter((each) => each.items === undefined && meets(each, sight, AHEAD));
  const page =
    near.find((each) => meets(each, sight)) ??
    near.find(({ from }) => from >= sight.to) ??
    near.at(-1);
  if (page !== undefined) {
    const place = pages.indexOf(page);
    const until = pages[place + 1]?.cursor ?? next ?? undefined;
    return { place, cursor: page.cursor, until };
  }
  return sight.to + AHEAD >= lengthOf(strip) ? nextOf(strip) : undefined;
};

const moved = <Item>(page: StripPage<Item>, by: number): StripPage<Item> =>
  by === 0 ? page : { ...page, from: page.from + by, to: page.to + by };

/** With a page that has come: the next one, or one that was there before. */
export const filled = <Item>(
  strip: PageStrip<Item>,
  { place, cursor }: Wanted,
  { items, nextCursor }: Page<Item>,
): PageStrip<Item> => {
  const was = strip.pages[place];
  const from = was?.from ?? lengthOf(strip);
  const to = from + items.length;
  const page = { cursor, items, from, to };
  if (was === undefined) return { pages: [...strip.pages, page], next: nextCursor };
  // So much has come in between that one answer does not hold it: at least one row follows.
  const isMore = nextCursor !== null;
  const rest = isMore ? [{ cursor: nextCursor, items: undefined, from: to, to: to + 1 }] : [];
  const by = to + rest.length - was.to;
  const behind = strip.pages.slice(place + 1).map((each) => moved(each, by));
  return { ...strip, pages: [...strip.pages.slice(0, place), page, ...rest, ...behind] };
};

/** Lets the rows go that are far from those in sight, so that what is held is one stretch around one page. */
export const nearOnly = <Item>(
  strip: PageStrip<Item>,
  sight: Sight,
  place: number,
): PageStrip<Item> => {
  const isKept = (page: StripPage<Item> | undefined): boolean =>
    page?.items !== undefined && meets(page, sight, KEPT);
  let [first, last] = [place, place];
  while (isKept(strip.pages[first - 1])) first -= 1;
  while (isKept(strip.pages[last + 1])) last += 1;
  const pages = strip.pages.map((page, at) => {
    const isFar = page.items !== undefined && (at < first || at > last);
    return isFar ? { ...page, items: undefined } : page;
  });
  return { ...strip, pages };
};

/** With a row as it is now, in the place where it stood. */
export const replaced = <Item extends { readonly id: string }>(
  strip: PageStrip<Item>,
  item: Item,
): PageStrip<Item> => {
  const place = strip.pages.findIndex(({ items }) => items?.some(({ id }) => id === item.id));
  const page = strip.pages[place];
  if (page === undefined) return strip;
  const items = page.items?.map((each) => (each.id === item.id ? item : each));
  return { ...strip, pages: strip.pages.with(place, { ...page, items }) };
};
