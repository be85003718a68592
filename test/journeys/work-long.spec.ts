import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { pressUntil, rowsToTheEnd } from './list-end.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const rows = () => visitor.page.locator('mc-work-table tbody tr[aria-rowindex]');
const codes = (): Promise<readonly string[]> => rows().locator('code').allInnerTexts();
const heldUp = (place: number) =>
  visitor.page.locator(`mc-work-table tr.active[aria-rowindex="${place}"]`);

/** What the list begins with, and how long it is, as the server tells it page by page. */
const told = (
  query: string,
): Promise<{ readonly first: readonly string[]; readonly count: number }> =>
  visitor.page.evaluate(`(async () => {
    const codes = [];
    for (let cursor = ''; cursor !== null;) {
      const from = cursor === '' ? '' : '&cursor=' + cursor;
      const answer = await fetch('/api/v1/dossiers?limit=500&${query}' + from);
      const page = await answer.json();
      codes.push(...page.items.map((item) => item.officialCode ?? item.code));
      cursor = page.nextCursor;
    }
    return { first: codes.slice(0, 20), count: codes.length };
  })()`);

describe('a long list', () => {
  it('is gone through to its end and back by keyboard, with few rows drawn and each in its place', async () => {
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit&due=returned');
    await rows().nth(3).waitFor();
    const { first, count } = await told('state=returned&sort=-received');
    expect(count).toBeGreaterThan(1_000);
    const grid = visitor.page.getByRole('grid');
    // How many there are is not told before it is known.
    expect(await grid.getAttribute('aria-rowcount')).toBe('-1');
    const length = await rowsToTheEnd(visitor);
    // Others go on returning dossiers meanwhile, here as in any office.
    expect(Math.abs(length - count)).toBeLessThan(20);
    await visitor.press('End');
    await heldUp(length + 1).waitFor();
    expect((await rows().all()).length).toBeLessThan(80);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.press('Home');
    await heldUp(2).waitFor();
    expect((await codes()).slice(0, 20)).toEqual(first);
    await visitor.press('PageDown', 'PageDown', 'PageUp', 'PageUp');
    await heldUp(2).waitFor();
    expect(visitor.troubles).toEqual([]);
  });

  it('stays where it is read when the stream has to begin anew', async () => {
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit&due=returned');
    await rows().nth(3).waitFor();
    const grid = visitor.page.getByRole('grid');
    await grid.focus();
    const first = rows().first();
    await pressUntil(
      visitor,
      'PageDown',
      async () => Number(await first.getAttribute('aria-rowindex')) > 200,
    );
    const before = await visitor.page
      .locator('mc-work-table tr.active')
      .getAttribute('aria-rowindex');
    await visitor.page.evaluate(`new BroadcastChannel('motcua-stream').postMessage(
      { state: 'open', place: '', news: 'reset' })`);
    await visitor.page.getByRole('button', { name: /Nhiều hồ sơ vừa thay đổi/ }).waitFor();
    expect(await heldUp(Number(before)).count()).toBe(1);
  });

  it('has chips that count within what was searched for by name', async () => {
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit');
    await rows().nth(3).waitFor();
    const chip = visitor.page.getByRole('button', { name: /^Còn hạn/ });
    const counted = async (): Promise<number> =>
      Number((await chip.locator('b').innerText()).replaceAll('.', ''));
    const all = await counted();
    await visitor.press('/');
    await visitor.type('tran');
    const answer = visitor.page.waitForResponse(/dossiers\/counts$/);
    await visitor.press('Enter');
    expect((await answer).status()).toBe(200);
    await visitor.click(chip);
    await visitor.page.waitForURL(/due=later/);
    const grid = visitor.page.getByRole('grid');
    const differences: string[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // Both anew, as of one moment.
      const again = visitor.page.waitForResponse(/dossiers\/counts$/);
      await grid.focus();
      await visitor.press('n');
      await again;
      const [count, end] = [await counted(), await rowsToTheEnd(visitor)];
      if (count > 0 && count < all && count === end) return;
      differences.push(`of ${all} the chip says ${count}, the list has ${end}`);
    }
    expect(differences).toEqual([]);
  });
});
