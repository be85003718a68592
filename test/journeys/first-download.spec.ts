import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { Visitor, closeBrowser } from './visitor.ts';

/** What may come over the wire, as it is packed, before a newcomer can read the first screen. */
const MOST_BYTES = 300_000;

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const weighed = async (page: Page, visit: () => Promise<void>): Promise<number> => {
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  await visit();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()));
  return sizes.reduce((sum, each) => sum + each.responseBodySize + each.responseHeadersSize, 0);
};

describe('the first download', () => {
  it.each([
    ['of whoever signs in', undefined, '/dang-nhap'],
    ['of a citizen with a slip', undefined, '/tra-cuu'],
  ])('%s is light, fonts and all', async (_who, username, path) => {
    visitor = await Visitor.calm(username);
    const { page } = visitor;
    const bytes = await weighed(page, async () => {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
    });
    process.stdout.write(`first download ${path}: ${Math.round(bytes / 1_000)} kB\n`);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    // A test that weighed nothing would be content with anything.
    expect(bytes).toBeGreaterThan(50_000);
  });

  it('is not made again: what has its content in its name is kept', async () => {
    visitor = await Visitor.calm();
    const { page } = visitor;
    await page.goto('/dang-nhap');
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = await weighed(page, async () => {
      await page.goto('/tra-cuu');
      await page.locator('h1').first().waitFor();
    });
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES / 10);
  });
});
