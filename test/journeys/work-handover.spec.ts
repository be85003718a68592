import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { someReady } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

describe('the end-of-day handover', () => {
  it('shows the day on one page: what goes late next, what came, what went, what is open', async () => {
    const [code = ''] = await someReady(1);
    visitor = await Visitor.signedInAs('tiepnhan', '/ban-giao');
    const came = visitor.page.locator('section').filter({ hasText: 'Tiếp nhận hôm nay' });
    const gone = visitor.page.locator('section').filter({ hasText: 'Giải quyết xong hôm nay' });
    await came.getByText(code, { exact: true }).waitFor();
    await gone.getByText(code, { exact: true }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('handover')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('is printed without what only a screen needs, and with a place to sign', async () => {
    visitor = await Visitor.signedInAs('tiepnhan', '/ban-giao');
    await visitor.page.locator('mc-handover section').first().waitFor();
    await visitor.page.emulateMedia({ media: 'print' });
    expect(await visitor.page.getByText('Người nhận bàn giao').isVisible()).toBe(true);
    expect(await visitor.page.getByRole('button', { name: /In trang/ }).isVisible()).toBe(false);
  });
});
