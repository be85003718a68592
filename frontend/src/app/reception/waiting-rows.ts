/** What stands on the screen, and which of it somebody has dealt with meanwhile. */
export interface WaitingRows<Row> {
  readonly rows: readonly Row[];
  readonly gone: ReadonlySet<string>;
}

/**
 * Takes news in without moving what is being read: a row that is gone stays and says so, a new one comes
 * last, where the youngest belongs.
 */
export const merged = <Row extends { readonly id: string }>(
  shown: WaitingRows<Row>,
  fresh: readonly Row[],
): WaitingRows<Row> => {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const known = new Set(shown.rows.map(({ id }) => id));
  const kept = shown.rows.map((row) => now.get(row.id) ?? row);
  return {
    rows: [...kept, ...fresh.filter(({ id }) => !known.has(id))],
    gone: new Set(shown.rows.filter(({ id }) => !now.has(id)).map(({ id }) => id)),
  };
};

/** Without what is gone, once somebody asks for it. */
export const swept = <Row extends { readonly id: string }>({
  rows,
  gone,
}: WaitingRows<Row>): WaitingRows<Row> => ({
  rows: rows.filter(({ id }) => !gone.has(id)),
  gone: new Set(),
});
