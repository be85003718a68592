import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { atTheWire, oneReceived } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let officer: Visitor;
afterEach(() => officer.leave());
afterAll(closeBrowser);

const TEXT = 'Đã gọi điện, hẹn chiều đến';

const writing = async (
  id: string,
  before?: (visitor: Visitor) => Promise<unknown>,
): Promise<void> => {
  officer = await Visitor.signedInAs('xuly', '/ca-nhan');
  await before?.(officer);
  await officer.page.goto(`/ho-so/${id}`);
  await officer.page.locator('mc-timeline li').first().waitFor();
  await officer.press('n');
  await officer.page.getByRole('dialog').locator('textarea:focus').waitFor();
  await officer.type(TEXT);
};

const dialog = () => officer.page.locator('dialog[open]').last();
const typed = (): Promise<string> => dialog().getByLabel('Nội dung').inputValue();
const notes = (): Promise<number> =>
  officer.page.locator('mc-timeline li', { hasText: TEXT }).count();

describe('what was typed', () => {
  it('stays when a colleague was quicker and nobody said so before it was sent', async () => {
    const { id, version } = await oneReceived();
    // No live news reaches this browser: it learns of the change by the refusal alone.
    await writing(id, ({ page }) => page.route('**/api/v1/stream*', (route) => route.abort()));
    const lead = await atTheWire('lanhdao');
    await lead(`/dossiers/${id}/note`, { text: 'Ưu tiên làm trước' }, version);
    await dialog().getByRole('button', { name: 'Ghi chú' }).click();
    await dialog().getByText('Trong lúc anh/chị đang nhập, hồ sơ đã thay đổi').waitFor();
    expect(await dialog().locator('mc-meanwhile-note li').innerText()).toContain('Ghi chú');
    expect(await typed()).toBe(TEXT);
    expect(await officer.barriers()).toEqual([]);
    await dialog().getByRole('button', { name: 'Đã xem, vẫn thực hiện' }).click();
    await officer.page.locator('mc-timeline').getByText(TEXT).waitFor();
    expect(await notes()).toBe(1);
  });

  it('stays while the line is down, and is entered once when it is back', async () => {
    const { id } = await oneReceived();
    await writing(id);
    await officer.page.context().setOffline(true);
    await dialog().getByRole('button', { name: 'Ghi chú' }).click();
    await dialog().getByRole('alert').waitFor();
    expect(await typed()).toBe(TEXT);
    await officer.page.context().setOffline(false);
    await dialog().getByRole('button', { name: 'Ghi chú' }).click();
    await officer.page.locator('mc-timeline').getByText(TEXT).waitFor();
    expect(await notes()).toBe(1);
  });

  it('stays behind a lock, which shows nothing of it', async () => {
    const { id } = await oneReceived();
    await writing(id);
    await officer.press('Control+l');
    await officer.page.getByRole('heading', { name: 'Màn hình đang khóa' }).waitFor();
    await officer.page.getByLabel('Mật khẩu').fill('motcua-demo');
    await officer.press('Enter');
    const lock = officer.page.getByRole('heading', { name: 'Màn hình đang khóa' });
    await lock.waitFor({ state: 'hidden' });
    expect(await typed()).toBe(TEXT);
  });

  it('at the counter stays over a lost line, a lock and a reload', async () => {
    officer = await Visitor.signedInAs('tiepnhan', '/tiep-nhan');
    await officer.page.locator('.favourites button').first().click();
    const name = officer.page.getByLabel(/Họ tên người nộp/);
    await name.fill('Quách Thị Ổi');
    await officer.page.context().setOffline(true);
    await name.press('Enter');
    await officer.page.locator('mc-receipt-form [role=alert]').waitFor();
    expect(await name.inputValue()).toBe('Quách Thị Ổi');
    await officer.page.context().setOffline(false);
    await officer.press('Control+l');
    await officer.page.getByRole('heading', { name: 'Màn hình đang khóa' }).waitFor();
    await officer.page.reload();
    await officer.page.getByLabel('Mật khẩu').fill('motcua-demo');
    await officer.press('Enter');
    await officer.page
      .getByRole('heading', { name: 'Màn hình đang khóa' })
      .waitFor({ state: 'hidden' });
    await name.waitFor();
    expect(await name.inputValue()).toBe('Quách Thị Ổi');
    await name.press('Enter');
    await officer.page.getByRole('heading', { name: 'Vừa tiếp nhận' }).waitFor();
  });
});
