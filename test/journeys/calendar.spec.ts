import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { atTheWire } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

/** So far ahead that no other dossier of the trial counts across it: only the one made here moves. */
const DAY = '2026-07-15';
const SHOWN = '15/07/2026';
const NAME = 'Nghỉ hội làng thử lịch';

/** A dossier of a procedure of its own with half a year to go. */
const oneOfLongStanding = async () => {
  const code = `9.${String(Date.now()).slice(-9)}`;
  const administer = await atTheWire('quantri');
  await administer('/procedures', {
    ...{ code, name: `Thủ tục thử lịch ${code}`, field: 'Thử lịch' },
    limits: { statutory: { kind: 'workingDays', amount: 170 } },
  });
  const receive = await atTheWire('tiepnhan');
  return receive('/dossiers', {
    ...{ procedureCode: code, channel: 'direct', applicant: { name: 'Trần Thị Lịch' } },
  });
};

const apply = async (count: RegExp): Promise<void> => {
  const { page } = visitor;
  await visitor.press('x');
  await page.getByRole('heading', { name: count }).waitFor();
  await visitor.press('l');
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await visitor.click(question.getByRole('button', { name: 'Áp dụng lịch này' }));
  await page.getByText(/^Đã áp dụng lịch/).waitFor();
  await page.getByRole('heading', { name: 'Thay đổi chưa áp dụng' }).waitFor({ state: 'detached' });
};

describe('the working calendar', () => {
  it('shows what a day off would move, is applied, and the dossier says why it moved', async () => {
    const { id, code } = await oneOfLongStanding();
    visitor = await Visitor.signedInAs('lanhdao', '/quan-tri/lich-lam-viec?nam=2026');
    const { page } = visitor;
    const cell = page.locator(`[data-date="${DAY}"]`);
    await cell.waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('calendar')).toEqual([]);
    // By keyboard alone: to the month, along its days, and in.
    await page.locator('td[tabindex="0"]').focus();
    for (let month = 1; month < 7; month += 1) await visitor.press('PageDown');
    await visitor.press('ArrowDown', 'ArrowDown', 'Enter');
    const sheet = page.getByRole('dialog', { name: 'Sửa lịch của đơn vị' });
    expect(await sheet.getByLabel('Từ ngày').first().inputValue()).toBe(SHOWN);
    await sheet.getByLabel('Tên gọi').fill(NAME);
    await sheet.getByLabel('Căn cứ văn bản').fill('Thông báo 15/TB-UBND');
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(sheet.getByRole('button', { name: 'Đưa vào bản thay đổi' }));
    await page.getByText(`${SHOWN}: Nghỉ – ${NAME}`).first().waitFor();
    await apply(/^\d+ hồ sơ đổi hạn trả$/);
    const latest = page.locator('mc-version-list ol > li').first();
    await latest.getByText(NAME).waitFor();
    expect(await cell.getAttribute('title')).toContain(NAME);
    await page.goto(`/ho-so/${id}`);
    await page.locator('h1', { hasText: code }).waitFor();
    await page.getByText('lịch làm việc của đơn vị thay đổi').waitFor();
    expect(await page.getByText(NAME).count()).toBeGreaterThan(0);
    // As it was, for whoever comes after.
    await page.goto('/quan-tri/lich-lam-viec?nam=2026');
    await cell.click();
    await visitor.click(sheet.getByRole('button', { name: 'Như ngày thường trong tuần' }));
    await sheet.getByLabel('Tên gọi').fill('');
    await sheet.getByLabel('Căn cứ văn bản').fill('');
    await visitor.click(sheet.getByRole('button', { name: 'Đưa vào bản thay đổi' }));
    await apply(/^\d+ hồ sơ đổi hạn trả$/);
    expect(visitor.troubles).toEqual([]);
  });
});
