/** The end of a switch that has named every case: reaching it is a bug, and first a compile error. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`);
}
