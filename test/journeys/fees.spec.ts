import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { someOwing } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

const visitors: Visitor[] = [];
const arrive = async (username: string, path: string): Promise<Visitor> => {
  const visitor = await Visitor.signedInAs(username, path);
  visitors.push(visitor);
  return visitor;
};

afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave();
});
afterAll(closeBrowser);

const rows = (visitor: Visitor) => visitor.page.locator('mc-fee-table tbody tr[aria-rowindex]');
const rowOf = (visitor: Visitor, code: string) => rows(visitor).filter({ hasText: code });
const panel = (visitor: Visitor) => visitor.page.locator('mc-fee-panel');

/** The list is long and drawn as it is scrolled: the newest stand at its end. */
const standAtTheEnd = async (visitor: Visitor, code: string): Promise<void> => {
  await rows(visitor).first().waitFor();
  await visitor.page.getByRole('grid').focus();
  await visitor.page.keyboard.press('End');
  await visitor.click(rowOf(visitor, code));
  await panel(visitor).getByText(code, { exact: true }).waitFor();
};

describe('fees at the counter', () => {
  it('are taken by two keys from the list, and the dossier leaves it', async () => {
    const [code = ''] = await someOwing(1, 8000);
    const visitor = await arrive('tiepnhan', '/phi-le-phi');
    await standAtTheEnd(visitor, code);
    await panel(visitor).getByText('Chưa nộp').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('fees-due')).toEqual([]);
    visitor.startCounting();
    await visitor.press('t');
    const dialog = visitor.page.getByRole('dialog', { name: `Thu phí, lệ phí: ${code}` });
    await dialog.waitFor();
    expect(await dialog.getByLabel('Số tiền (đồng)').inputValue()).toBe('8.000');
    await visitor.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(visitor.effort).toMatchObject({ keys: 2, presses: 0 });
    await rowOf(visitor, code).waitFor({ state: 'hidden' });
    expect(visitor.troubles).toEqual([]);
  });

  it('of the day are shown by way of paying, each figure opening its payments', async () => {
    const [code = ''] = await someOwing(1, 5000, 'transfer');
    const visitor = await arrive('tiepnhan', '/phi-le-phi');
    const figures = visitor.page.getByRole('region', { name: 'Số liệu' });
    const line = figures.getByRole('row', { name: /Chuyển khoản/ });
    await line.waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(line.getByRole('button'));
    await rowOf(visitor, code).waitFor();
    expect(visitor.page.url()).toContain('method=transfer');
    expect(visitor.page.url()).not.toContain('Nguy');
    const counted = await line.getByRole('cell').nth(0).innerText();
    expect(await rows(visitor).count()).toBe(Number(counted));
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('fees-taken')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('are given back by a leader, and whoever only takes money reads why they may not', async () => {
    const [code = ''] = await someOwing(1, 9000, 'cash');
    const officer = await arrive('tiepnhan', '/phi-le-phi?view=taken&method=cash');
    await officer.click(rowOf(officer, code));
    const refund = panel(officer).getByRole('button', { name: /Hoàn trả/ });
    await refund.and(officer.page.locator('[aria-disabled="true"]')).waitFor();
    expect(await refund.getAttribute('title')).toMatch(/\S/);
    const leader = await arrive('lanhdao', '/phi-le-phi?view=taken&method=cash');
    await leader.click(rowOf(leader, code));
    await panel(leader)
      .getByRole('button', { name: /Hoàn trả/ })
      .waitFor();
    leader.startCounting();
    await leader.press('h');
    const dialog = leader.page.getByRole('dialog');
    await dialog.getByLabel('Lý do', { exact: false }).first().fill('Thu nhầm mức phí');
    expect(await leader.barriers()).toEqual([]);
    await leader.click(dialog.getByRole('button', { name: /^Hoàn trả/ }));
    await dialog.waitFor({ state: 'hidden' });
    await rowOf(leader, code).waitFor({ state: 'hidden' });
    expect(leader.troubles).toEqual([]);
  });
});

describe('the book of the day', () => {
  it('is closed by what was counted, in a handful of keys, and says so', async () => {
    await someOwing(1, 7000, 'cash');
    const visitor = await arrive('tiepnhan', '/phi-le-phi/so-thu');
    const mine = visitor.page
      .locator('mc-officer-book')
      .filter({ hasText: 'Cán bộ tiếp nhận (mẫu)' });
    await mine.getByRole('button', { name: /Chốt/ }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    const cash = await mine
      .getByRole('row', { name: /Tiền mặt/ })
      .getByRole('link')
      .innerText();
    visitor.startCounting();
    await visitor.press('c');
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByLabel(/Thực đếm: Tiền mặt/).waitFor();
    await visitor.type('1');
    await dialog.getByLabel(/Lý do chênh lệch/).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.sticksOut()).toBe(false);
    await dialog.getByLabel(/Thực đếm: Tiền mặt/).focus();
    await visitor.press('Control+a');
    await visitor.type(cash.replaceAll('.', ''));
    await dialog.getByText('Khớp').waitFor();
    await visitor.press('Enter');
    await mine
      .getByText(/Đã chốt lúc/)
      .first()
      .waitFor();
    expect(visitor.effort.keys).toBeLessThanOrEqual(12);
    expect(await visitor.photograph('fees-book')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('is printed with places to sign and without what only a screen needs', async () => {
    const visitor = await arrive('tiepnhan', '/phi-le-phi/so-thu');
    await visitor.page.locator('mc-officer-book').first().waitFor();
    await visitor.page.emulateMedia({ media: 'print' });
    expect(await visitor.page.getByText('Thủ quỹ, kế toán').isVisible()).toBe(true);
    expect(await visitor.page.getByRole('button', { name: /Chốt/ }).count()).toBe(0);
  });

  it('is nobody’s who has nothing to do with money', async () => {
    const visitor = await arrive('vanthu', '/phi-le-phi');
    await visitor.page.getByText('Vai trò của bạn không mở mục này').first().waitFor();
    expect(await visitor.barriers()).toEqual([]);
  });
});
