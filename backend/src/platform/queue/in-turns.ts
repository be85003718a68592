import { setImmediate as turn } from 'node:timers/promises';

/** About two milliseconds of the work on a row: as long as nobody at the counter notices. */
const AT_ONCE = 8;

/**
 * Long work on many things in the process that also answers the counter: after every few of them whoever waits
 * is heard first.
 *
 * @example for await (const row of inTurns(rows)) check(row)
 */
export async function* inTurns<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
): AsyncGenerator<Item> {
  let done = 0;
  for await (const item of items) {
    if (done % AT_ONCE === AT_ONCE - 1) await turn();
    yield item;
    done += 1;
  }
}
