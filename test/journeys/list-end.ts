import type { Visitor } from './visitor.ts';

const PATIENCE_MS = 60_000;

/** Presses a key until it has led there. */
export const pressUntil = async (
  { page }: Visitor,
  key: string,
  isThere: () => Promise<boolean>,
): Promise<void> => {
  const until = performance.now() + PATIENCE_MS;
  while (!(await isThere())) {
    if (performance.now() > until) throw new Error(`${key} leads nowhere`);
    await page.keyboard.press(key);
    await page.waitForTimeout(50);
  }
};

/** How many rows the list has, once its end has been reached by keyboard. */
export const rowsToTheEnd = async (visitor: Visitor): Promise<number> => {
  const grid = visitor.page.getByRole('grid');
  const told = async (): Promise<number> => Number(await grid.getAttribute('aria-rowcount'));
  await grid.focus();
  await pressUntil(visitor, 'End', async () => (await told()) !== -1);
  return (await told()) - 1;
};
