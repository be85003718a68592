/** Long work that can be laid down between any two of its steps: what it comes to is the same. */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/**
 * Does it without laying it down.
 *
 * @example inOneGo(learning(lesson)).means['1.004873'] // 12.5
 */
export function inOneGo<Result>(work: Slices<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
