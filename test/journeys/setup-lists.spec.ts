import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sheetText } from '../support/downloaded.ts';
import { workbookOf } from '../support/workbook-file.ts';
import { lookedElsewhere } from './look-elsewhere.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const choose = (page: Page, rows: readonly (readonly string[])[]): Promise<void> =>
  page
    .locator('mc-setup-lists input[type=file]')
    .setInputFiles({ name: 'danh-sach.xlsx', mimeType, buffer: workbookOf(rows) });

describe('procedures and people from a file', () => {
  it('are seen row by row, written once, and whoever is new gets a link', async () => {
    const run = Date.now().toString(36);
    visitor = await Visitor.signedInAs('quantri', '/quan-tri/nhap-danh-muc?list=people');
    const { page } = visitor;
    await page.getByText('Tệp không mang mật khẩu').waitFor();
    const rows = [
      ['DANH SÁCH CÁN BỘ'],
      ['STT', 'Tên đăng nhập', 'Họ và tên', 'Vai trò', 'Ghi chú'],
      ['1', `moi.${run}`, `Người Mới ${run}`, 'Giám sát', ''],
      ['2', `sai.${run}`, `Người Sai ${run}`, 'Chủ tịch', ''],
    ];
    await choose(page, rows);
    await page.getByText('Cột không đọc vì không rõ nghĩa: Ghi chú.').waitFor();
    await page.getByText('VaiTro “Chủ tịch”: Không có vai trò này.').waitFor();
    await lookedElsewhere(page);
    await page.getByText('VaiTro “Chủ tịch”: Không có vai trò này.').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('setup-lists')).toEqual([]);
    const fetched = page.waitForEvent('download');
    await visitor.click(page.getByRole('button', { name: 'Tải 1 dòng cần sửa (XLSX)' }));
    const toMend = await sheetText(await readFile(await (await fetched).path()));
    expect(toMend).toContain(`sai.${run} | Người Sai ${run} | Chủ tịch | VaiTro`);
    await visitor.click(page.getByRole('button', { name: 'Ghi 1 dòng' }));
    await page.getByText('Đã ghi: 1 mới, 0 thay đổi').waitFor();
    await visitor.click(
      page.getByRole('button', { name: `Tạo liên kết đặt mật khẩu cho Người Mới ${run}` }),
    );
    await page.getByText(/dat-lai-mat-khau#/).waitFor();
    await visitor.click(page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last());
    await visitor.click(page.getByRole('button', { name: 'Nhập danh sách khác' }));
    await choose(page, rows);
    await page.getByText('Không có gì mới để ghi.').waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
