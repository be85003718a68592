import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { places } from './screens/screen-places.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

/** Each directive of a policy with what it lets in. */
const directives = (policy: string): ReadonlyMap<string, string> =>
  new Map(
    policy
      .split(';')
      .map((each) => each.trim().split(/\s+(.*)/))
      .map(([name = '', value = '']) => [name, value]),
  );

describe.each(places)('the page of “$name”', ({ path }) => {
  it('lets in nothing that is not its own, and is framed by nobody', async () => {
    visitor = await Visitor.calm();
    const answer = await visitor.page.goto(`/${path.replaceAll(/:\w+/g, '0')}`);
    const headers = answer?.headers() ?? {};
    const policy = directives(headers['content-security-policy'] ?? '');
    expect(policy.get('default-src')).toBe("'self'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('object-src')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('style-src')).toMatch(/^'self' 'nonce-[\w+/=]{20,}'$/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(visitor.troubles).toEqual([]);
  });
});

describe('a page into which somebody got a script', () => {
  it('does not run it, and takes no style of theirs', async () => {
    visitor = await Visitor.calm();
    const { page } = visitor;
    await page.goto('/tra-cuu');
    await page.locator('h1').first().waitFor();
    // What the browser refuses it says on its console; trusted types refuse the script's text already.
    await page.evaluate(`
      const script = document.createElement('script');
      try { script.textContent = 'window.wasRun = 1'; document.body.append(script); } catch {}
      const style = document.createElement('style');
      style.textContent = 'h1 { color: rgb(1, 2, 3) }';
      document.head.append(style);
    `);
    expect(await page.evaluate('window.wasRun')).toBeUndefined();
    const colour = await page.evaluate("getComputedStyle(document.querySelector('h1')).color");
    expect(colour).not.toBe('rgb(1, 2, 3)');
  });
});
