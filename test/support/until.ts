import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something to come true; fails with what was seen last. */
export async function until<Value>(
  look: () => Value | Promise<Value>,
  isEnough: (value: Value) => boolean,
  withinMs = 15_000,
): Promise<Value> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await look();
    if (isEnough(value)) return value;
    if (performance.now() > deadline) {
      throw new Error(`not within ${withinMs} ms; at last: ${JSON.stringify(value)}`);
    }
    await pause(25);
  }
}
