import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;

afterEach(() => visitor.leave());
afterAll(closeBrowser);

/** Names that no other journey uses, and no second run of this one. */
let mark: string;
beforeEach(() => {
  mark = Date.now().toString(36);
});

describe('an administrator', () => {
  it('adds a colleague by keyboard, hands over the link once, finds and closes the account', async () => {
    visitor = await Visitor.signedInAs('quantri', '/quan-tri/nguoi-dung');
    const { page } = visitor;
    await page.getByRole('grid', { name: 'Người dùng' }).waitFor();
    await visitor.press('n');
    const dialog = page.getByRole('dialog', { name: 'Thêm người dùng' });
    await dialog.getByLabel('Họ và tên').fill(`Phạm Thị Ươm ${mark}`);
    await dialog.getByRole('button', { name: 'Thêm và lấy liên kết' }).click();
    await dialog.getByText('Hãy chọn ít nhất một vai trò.').waitFor();
    await dialog.getByRole('checkbox', { name: /^Giám sát/ }).check();
    expect(await visitor.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Thêm và lấy liên kết' }).click();
    const once = page.getByRole('dialog', { name: /^Liên kết cho Phạm Thị Ươm/ });
    await once.getByText('/dat-lai-mat-khau#').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await once.getByRole('button', { name: 'Đóng' }).last().click();
    expect(await page.getByText('/dat-lai-mat-khau#').count()).toBe(0);
    await visitor.press('/');
    await visitor.type(`pham thi uom ${mark}`);
    await page.getByRole('row', { name: new RegExp(`Phạm Thị Ươm ${mark}`) }).click();
    const known = page.getByRole('dialog', { name: `Phạm Thị Ươm ${mark}` });
    await known.getByRole('button', { name: 'Khóa tài khoản' }).click();
    const leave = page.getByRole('dialog', { name: /^Khóa tài khoản của Phạm Thị Ươm/ });
    await leave.getByText('Người này không giữ hồ sơ nào.').waitFor();
    await leave.getByRole('button', { name: 'Khóa tài khoản' }).click();
    await page.getByRole('row', { name: /Phạm Thị Ươm.*Đã khóa/ }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });

  it('makes a department and gives it up, makes a key and revokes it', async () => {
    visitor = await Visitor.signedInAs('quantri', '/quan-tri/phong');
    const { page } = visitor;
    await page.getByRole('heading', { level: 1, name: 'Phòng, bộ phận' }).waitFor();
    await visitor.press('n');
    const dialog = page.getByRole('dialog', { name: 'Thêm phòng' });
    await dialog.getByLabel('Tên phòng').fill(`Tổ lưu trữ ${mark}`);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    const card = page.getByRole('listitem').filter({ hasText: `Tổ lưu trữ ${mark}` });
    await card.getByText('Chưa có lãnh đạo phòng').waitFor();
    await card.getByRole('button', { name: 'Bỏ phòng' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ phòng' }).click();
    await card.getByText('Đã bỏ', { exact: true }).waitFor();
    await page.goto('/quan-tri/khoa-api');
    await page.getByRole('heading', { level: 1, name: 'Khóa API' }).waitFor();
    await visitor.press('n');
    const making = page.getByRole('dialog', { name: 'Cấp khóa' });
    await making.getByLabel('Dùng cho').fill(`Kho dữ liệu ${mark}`);
    await making.getByRole('checkbox', { name: /^Đọc hồ sơ/ }).check();
    await making.getByRole('button', { name: 'Cấp khóa' }).click();
    const once = page.getByRole('dialog', { name: `Khóa cho Kho dữ liệu ${mark}` });
    await once.getByText(/^mck_/).waitFor();
    await once.getByRole('button', { name: 'Đóng' }).last().click();
    const row = page.getByRole('listitem').filter({ hasText: `Kho dữ liệu ${mark}` });
    await row.getByText(/Chưa dùng lần nào/).waitFor();
    await row.getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await row.waitFor({ state: 'detached' });
    expect(visitor.troubles).toEqual([]);
  });

  it('reads in the books what was done, in words', async () => {
    visitor = await Visitor.signedInAs('quantri', '/quan-tri/nhat-ky?about=signIns');
    const { page } = visitor;
    const line = page.getByRole('listitem').filter({ hasText: 'Đăng nhập' }).first();
    await line.waitFor();
    await line.getByText('Chi tiết').click();
    await line.getByText('Từ địa chỉ').waitFor();
    await page.getByRole('button', { name: 'Xem thông tin che' }).click();
    await page.getByRole('status').or(page.getByText('Lý do:').first()).first().waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});

describe('a leader', () => {
  it('sees who is away without anybody standing in, and finds somebody', async () => {
    visitor = await Visitor.signedInAs('lanhdao', '/quan-tri/vang-mat');
    const { page } = visitor;
    await page.getByRole('heading', { level: 1, name: 'Thay thế khi vắng mặt' }).waitFor();
    await page.getByRole('button', { name: /^Đặt lịch vắng/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Đặt lịch vắng' });
    await dialog.getByRole('button', { name: 'Báo vắng mặt' }).click();
    await dialog.getByText('Hãy ghi họ tên.').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});
