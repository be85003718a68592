export type Direction = 'ascending' | 'descending' | 'none';

/** How a column that can be sorted by stands in the present order. */
export const directionIn = (sort: string | undefined, name: string): Direction => {
  if (sort === name) return 'ascending';
  return sort === `-${name}` ? 'descending' : 'none';
};

/** The order after its heading has been pressed. */
export const turnedBy = (sort: string | undefined, name: string): string =>
  sort === name ? `-${name}` : name;
