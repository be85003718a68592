/**
 * A place in the feed. Positions are drawn before their transactions commit; in order of the transaction
 * first, everything below the oldest one under way is settled.
 */
export interface Cursor {
  readonly tx: number;
  readonly position: number;
}

const TEXT = /^(\d{1,15})\.(\d{1,15})$/;

export const writeCursor = ({ tx, position }: Cursor): string => `${tx}.${position}`;

/** What a browser says it saw last; undefined when that names no place. */
export const readCursor = (text: string): Cursor | undefined => {
  const parts = TEXT.exec(text);
  return parts === null ? undefined : { tx: Number(parts[1]), position: Number(parts[2]) };
};

export const isAfter = (one: Cursor, other: Cursor): boolean =>
  one.tx > other.tx || (one.tx === other.tx && one.position > other.position);

export const furthest = (places: readonly Cursor[]): Cursor | undefined =>
  places.reduce<Cursor | undefined>(
    (one, other) => (one !== undefined && isAfter(one, other) ? one : other),
    undefined,
  );
