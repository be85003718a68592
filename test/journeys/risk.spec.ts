import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { riskFiguresSchema } from '#contract/risk';
import { Visitor, closeBrowser } from './visitor.ts';

const visitors: Visitor[] = [];
const arrive = async (username: string): Promise<Visitor> => {
  const visitor = await Visitor.signedInAs(username, '/nguy-co');
  visitors.push(visitor);
  return visitor;
};

afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave();
});
afterAll(closeBrowser);

/** A product that was just started learns within a minute or two what its history teaches. */
const learned = async (visitor: Visitor): Promise<void> => {
  for (;;) {
    const told = riskFiguresSchema.safeParse(await visitor.asked('/api/v1/risk/figures'));
    if (told.success && told.data.items.length > 0) return;
    await pause(2_000);
  }
};

describe('what may become late', () => {
  it('says how far it can be trusted, procedure by procedure', async () => {
    const visitor = await arrive('lanhdao');
    await learned(visitor);
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { level: 1, name: 'Nguy cơ trễ hạn' }).waitFor();
    await visitor.page.locator('mc-waiting').first().waitFor({ state: 'detached' });
    expect(await visitor.photograph('risk')).toEqual([]);
    await visitor.page.getByRole('button', { name: 'Độ tin cậy' }).click();
    const drawer = visitor.page.getByRole('dialog', { name: 'Dự kiến đáng tin đến đâu?' });
    await drawer.getByRole('row', { name: /hiện/ }).first().waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('lets a leader try what becomes late while somebody is away, and changes nothing', async () => {
    const visitor = await arrive('lanhdao');
    const { page } = visitor;
    await visitor.press('g');
    const dialog = page.getByRole('dialog', { name: 'Nếu… thì hồ sơ nào trễ?' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Xem hồ sơ bị trễ' }).click();
    await dialog.getByText('Hãy chọn người vắng.').waitFor();
    await dialog.getByRole('combobox').fill('cong chuc');
    await visitor.press('Enter');
    await dialog.getByLabel('Vắng đến hết ngày').fill('30/12/2026');
    await dialog.getByRole('button', { name: 'Xem hồ sơ bị trễ' }).click();
    await dialog.getByText(/^Đã xét \d+ hồ sơ/).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('is no room for suppositions to an officer', async () => {
    const { page } = await arrive('xuly');
    await page.getByRole('button', { name: 'Độ tin cậy' }).waitFor();
    expect(await page.getByRole('button', { name: 'Nếu… thì sao?' }).count()).toBe(0);
  });
});
