export const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)] ?? 0;

/**
 * Mann and Whitney: how many standard deviations two heaps of measurements lie apart. Beyond 4 there is one
 * chance in 16,000 that nothing sets them apart.
 */
export const apart = (one: readonly number[], other: readonly number[]): number => {
  const all = [
    ...one.map((at) => ({ at, isOne: true })),
    ...other.map((at) => ({ at, isOne: false })),
  ];
  all.sort((a, b) => a.at - b.at);
  const ranks = all.reduce((sum, { isOne }, rank) => sum + (isOne ? rank + 1 : 0), 0);
  const [n, m] = [one.length, other.length];
  const u = ranks - (n * (n + 1)) / 2;
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
};
