export interface TablePlace {
  readonly at: number;
  readonly last: number;
  /** Rows that fit into the frame. */
  readonly page: number;
}

/** Where a key leads in a list; nowhere for keys that do not move. */
export const placeAfter = (key: string, { at, last, page }: TablePlace): number | undefined => {
  const places: Readonly<Record<string, number | undefined>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  const place = places[key];
  return place === undefined ? undefined : Math.min(Math.max(place, 0), last);
};
