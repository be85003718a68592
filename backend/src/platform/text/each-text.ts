/** The same value with every text in it changed. */
export const eachText = <Value>(value: Value, change: (text: string) => string): Value => {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) {
    return value.map((each: unknown) => eachText(each, change)) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: readonly [string, unknown]) => [
      name,
      eachText(each, change),
    ]),
  ) as Value;
};
