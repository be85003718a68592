/** So many evenly spaced quantiles of what was seen: few numbers, and no single strange case moves them. */
const POINTS = 20;

/** Values from the smallest to the largest, each as likely as the next. */
export type Spread = readonly number[];

const known = (values: readonly number[], place: number): number => {
  const value = values[place];
  if (value === undefined) throw new RangeError(`Nothing at ${place}`);
  return value;
};

const ascending = (values: readonly number[]): readonly number[] =>
  values.toSorted((one, other) => one - other);

/** The value below which a share of them lies; between two of them it goes in a straight line. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = known(sorted, below);
  const high = known(sorted, Math.min(below + 1, sorted.length - 1));
  return low + (high - low) * (place - below);
}

export const median = (values: readonly number[]): number => quantile(ascending(values), 0.5);

/** What was seen, told by its quantiles. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = ascending(values);
  return Array.from({ length: POINTS }, (_, place) => quantile(sorted, (place + 0.5) / POINTS));
}

export const scaled = (spread: Spread, by: number): Spread => spread.map((value) => value * by);

/** Between two spreads, quantile by quantile: the more weight, the nearer to the first. */
export const between = (own: Spread, others: Spread, weight: number): Spread =>
  own.map((value, place) => weight * value + (1 - weight) * known(others, place));

/** Every value of one with every value of the other, in order. */
export const sumOf = (one: Spread, other: Spread): Spread =>
  ascending(one.flatMap((left) => other.map((right) => left + right)));

/** How large a share of the values lies above a bound. */
export const shareAbove = (spread: Spread, bound: number): number =>
  spread.filter((value) => value > bound).length / spread.length;

/** Which share of the values lies below; of equals the half. */
export const rankIn = (spread: Spread, value: number): number => {
  const below = spread.filter((each) => each < value).length;
  const equal = spread.filter((each) => each === value).length;
  return (below + equal / 2) / spread.length;
};
