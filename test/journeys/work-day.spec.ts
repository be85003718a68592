import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { setForUnit } from './unit-settings.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const SOURCE = 'https://mot-cua.invalid';
const rows = () => visitor.page.locator('mc-work-table tbody tr[aria-rowindex]');

/** `15/01/2026 17:00` as it sorts. */
const sortable = (moment: string): string => {
  const [, day = '', month = '', year = '', time = ''] =
    /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)$/.exec(moment.trim()) ?? [];
  // Those without a due moment come last.
  return day === '' ? '9999' : `${year}${month}${day}${time}`;
};

describe('an officer’s day at the work list', () => {
  it('begins with what is due first', async () => {
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit');
    await rows().nth(9).waitFor();
    const dues = await rows().locator('td:last-child').allInnerTexts();
    const told = dues.map(sortable);
    // Other journeys leave several that are due at one moment.
    expect(new Set(told).size).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort());
  });

  it('copies the official code and opens the page of the source by one key', async () => {
    await setForUnit({ sourcePages: { 'mot-cua-hai-phong': `${SOURCE}/ho-so/{code}` } });
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit&q=H24.99-2');
    const context = visitor.page.context();
    await context.route(`${SOURCE}/**`, (route) => route.fulfill({ body: 'Một cửa' }));
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const row = rows()
      .filter({ hasText: /(?<!MC\.)H24\.99-2\d{5}-\d/ })
      .first();
    const code = (await row.locator('code').first().innerText()).trim();
    await visitor.press('j');
    const place = Number(await row.getAttribute('aria-rowindex')) - 2;
    for (let at = 0; at < place; at += 1) await visitor.press('j');
    visitor.startCounting();
    const opened = context.waitForEvent('page');
    await visitor.press('c');
    expect((await opened).url()).toBe(`${SOURCE}/ho-so/${code}`);
    await visitor.page.getByText(`Đã sao chép ${code}`).waitFor();
    await visitor.page.bringToFront();
    expect(await visitor.page.evaluate('navigator.clipboard.readText()')).toBe(code);
    expect(visitor.effort).toMatchObject({ keys: 1, presses: 0 });
    expect(visitor.troubles).toEqual([]);
  });

  it('offers the handover from a quarter to five on', async () => {
    visitor = await Visitor.signedInAs('tiepnhan');
    await visitor.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    const offer = visitor.page.getByRole('link', { name: 'Đến giờ bàn giao' });
    expect(await offer.count()).toBe(0);
    // The same office, when its day is nearly over.
    await visitor.page.route('**/api/v1/auth/me', async (route) => {
      const answer = await route.fetch();
      const me = (await answer.json()) as { readonly clock: object };
      const clock = { ...me.clock, now: '2026-01-15T16:46:00+07:00' };
      await route.fulfill({ response: answer, json: { ...me, clock } });
    });
    await visitor.page.reload();
    await visitor.click(offer);
    await visitor.page.getByRole('heading', { name: /Bàn giao cuối ngày/ }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
