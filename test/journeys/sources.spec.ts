import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { importMappingsPath } from '#contract/imports';
import { Visitor, closeBrowser } from './visitor.ts';

const NAME = 'Sổ chứng thực giấy';
const ROWS = [
  'Số sổ\tMã việc\tTình hình\tNgày vào sổ',
  'CT-1\t2.000815\tĐã trả dân\t06/01/2025 08:00',
].join('\n');

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

describe('what the lists of a source mean', () => {
  it('is tried with a few rows, changed, and given up', async () => {
    visitor = await Visitor.signedInAs('lanhdao', '/quan-tri/nguon');
    await visitor.tells(importMappingsPath, {
      ...{ name: NAME, source: 'so-chung-thuc', values: [], rules: {} },
      columns: [
        { title: 'Số sổ', column: 'MaHoSo' },
        { title: 'Mã việc', column: 'MaTTHC' },
        { title: 'Tình hình', column: 'TrangThai' },
      ],
    });
    const { page } = visitor;
    await page.reload();
    await visitor.click(page.getByRole('link', { name: NAME }));
    const view = page.locator('mc-mapping-view');
    await view.getByText('Chưa đọc danh sách nào').waitFor();
    await view.locator('textarea').fill(ROWS);
    await view.getByText('Danh sách này được nhận ra.').waitFor();
    await view.getByRole('combobox', { name: 'Ngày vào sổ' }).selectOption('NgayTiepNhan');
    await view.getByLabel(/“Đã trả dân”/).selectOption('10');
    expect(await visitor.barriers()).toEqual([]);
    await page.getByRole('heading', { name: NAME }).click();
    await visitor.press('l');
    await view.getByText('Cột “Ngày vào sổ”: không có → Ngày tiếp nhận').waitFor();
    await visitor.click(view.getByRole('button', { name: 'Bỏ cách đọc' }));
    await visitor.click(page.getByRole('dialog').getByRole('button', { name: 'Bỏ cách đọc' }));
    await view.getByRole('button', { name: 'Dùng lại' }).waitFor();
    expect(await visitor.photograph('sources')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});
