import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FileReader } from '../../backend/src/imports/reading/file-reader.service.ts';
import { keptSheets } from '../../backend/src/imports/reading/kept-sheets.ts';
import { workbookOf } from '../support/workbook-file.ts';
import { lookedElsewhere } from './look-elsewhere.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
/** Of this test only: whatever else was brought in meets other dossiers. */
let run = '';
beforeEach(() => {
  run = Date.now().toString(36).toUpperCase();
});
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const TITLES = [
  ...['Mã hồ sơ', 'Mã TTHC', 'Kênh nộp', 'Ngày tiếp nhận', 'Ngày hẹn trả'],
  ...['Ngày kết thúc xử lý', 'Ngày trả', 'Trạng thái'],
];
/** Long finished: nobody else's lists grow by it. */
const row = (number: number, receivedAt: string): string[] => [
  ...[`${run}-${number}`, '2.000815', 'Trực tuyến', receivedAt, '13/01/2026 17:00'],
  ...['12/01/2026 10:00', '12/01/2026 11:00', 'Đã trả kết quả'],
];

const choose = (page: Page, name: string, rows: readonly (readonly string[])[]): Promise<void> =>
  page
    .locator('mc-imports input[type=file]')
    .setInputFiles({ name, mimeType, buffer: workbookOf(rows) });

const counted = (page: Page, heap: string): Promise<void> =>
  page.locator('mc-import-run .heaps').getByText(heap, { exact: true }).waitFor();

/** Rows as a page has them, or a text file. */
const asText = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.join('\t')).join('\n');

/** Somebody drags a file in from their folder. */
const drop = async (page: Page, name: string, text: string): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    ([file = '', content = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file, { type: 'text/plain' }));
      return data;
    },
    [name, text],
  );
  await page.locator('mc-imports mc-list-drop').dispatchEvent('drop', { dataTransfer });
};

const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);

describe('a list that should never have come', () => {
  it('is dropped, written and undone; pasted then, it comes in as if for the first time', async () => {
    visitor = await Visitor.signedInAs('baocao', '/nhap-du-lieu');
    const { page } = visitor;
    await page.getByRole('button', { name: /^Chọn tệp/ }).waitFor();
    const text = asText(TITLES, row(1, '12/01/2026 08:00'), row(2, '12/01/2026 08:30'));
    await drop(page, `nham-${run}.txt`, text);
    await page.getByRole('button', { name: 'Ghi 2 hồ sơ' }).click();
    await page.getByRole('button', { name: 'Hoàn tác đợt nhập' }).click();
    await page.getByText('Hủy 2 hồ sơ do đợt này nhập mới').waitFor();
    await page.getByText(`${run}-2`).first().waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('imports-undo')).toEqual([]);
    await page.getByRole('button', { name: 'Hoàn tác 2 hồ sơ' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác 2 hồ sơ' }).click();
    await page.locator('mc-import-undo').getByText('Đã hủy 2', { exact: true }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await page.locator('mc-import-run').getByRole('button', { name: 'Đóng' }).click();
    const line = page.locator('mc-import-ledger tr', { hasText: `nham-${run}.txt` });
    await line.getByText('Đã hoàn tác').waitFor();
    await paste(page, text);
    await counted(page, 'Mới 2');
    await page.getByRole('button', { name: 'Bỏ danh sách này' }).click();
    await page.getByRole('button', { name: /^Chọn tệp/ }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});

describe('a list of another system', () => {
  it('is seen before it is written, and its wrong rows are mended and brought again', async () => {
    visitor = await Visitor.signedInAs('baocao', '/nhap-du-lieu');
    const { page } = visitor;
    await page.getByRole('button', { name: /^Chọn tệp/ }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('imports')).toEqual([]);
    // The template comes back as it left: its example is nobody's dossier.
    const getting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải tệp mẫu XLSX' }).click();
    await page.locator('mc-imports input[type=file]').setInputFiles(await (await getting).path());
    await page.getByText('Danh sách không có dòng hồ sơ nào.').waitFor();
    await page.locator('mc-import-run').getByRole('button', { name: 'Đóng' }).click();
    await choose(page, 'ds.xlsx', [
      ['DANH SÁCH HỒ SƠ'],
      TITLES,
      row(1, '12/01/2026 08:00'),
      row(2, '12/01/2026'),
    ]);
    await page.getByText('Thiếu giờ: ngày không có giờ').waitFor();
    await counted(page, 'Mới 1');
    await counted(page, 'Lỗi 1');
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('imports-preview')).toEqual([]);
    const fetching = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải 1 dòng lỗi' }).click();
    const wrong = await readFile(await (await fetching).path());
    await page.getByRole('button', { name: 'Ghi 1 hồ sơ' }).click();
    await page.locator('mc-import-run').getByRole('button', { name: 'Đóng' }).click();
    const rows = [...(keptSheets(await new FileReader().read(wrong))[0]?.rows() ?? [])];
    const mended = rows.map(({ cells }) =>
      cells.map((cell) => (cell === '12/01/2026' ? '12/01/2026 09:00' : cell)),
    );
    await choose(page, 'errors.xlsx', mended);
    await page.getByRole('button', { name: 'Ghi 1 hồ sơ' }).waitFor();
    await counted(page, 'Lỗi 0');
    await page.getByRole('button', { name: 'Bỏ danh sách này' }).click();
    await page.getByRole('button', { name: /^Chọn tệp/ }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });

  it('of a layout nobody knows is explained once, and known from then on', async () => {
    visitor = await Visitor.signedInAs('baocao', '/nhap-du-lieu');
    const { page } = visitor;
    const list = (number: number) => [
      [`Số ĐK ${run}`, 'Loại việc', 'Đến bằng', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Tình trạng'],
      [`DK-${run}-${number}`, '2.000815', 'Qua mạng', '12/01/2026 08:00', '13/01/2026', 'Mở'],
    ];
    await choose(page, 'so-dang-ky.xlsx', list(1));
    await page.getByRole('heading', { name: 'Các cột này nghĩa là gì?' }).waitFor();
    // Whoever looks something up first finds the list where it was.
    await lookedElsewhere(page);
    await page.getByRole('heading', { name: 'Các cột này nghĩa là gì?' }).waitFor();
    await page.getByLabel(`Số ĐK ${run}`).selectOption({ label: 'Mã hồ sơ' });
    await page.getByLabel('Loại việc').selectOption({ label: 'Mã thủ tục' });
    await page.getByLabel('Trạng thái: “Mở” (1 dòng)').selectOption({ label: 'Được tiếp nhận' });
    await page.getByLabel('Tên để nhớ').fill(`Sổ ${run}`);
    await page.getByLabel('Hệ thống nguồn').fill('Hộ tịch');
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('imports-mapping')).toEqual([]);
    await page.getByRole('button', { name: 'Lưu và kiểm tra danh sách' }).click();
    // Nothing says how it came: it is asked, never guessed.
    await page.getByRole('button', { name: 'Trực tuyến' }).click();
    await counted(page, 'Mới 1');
    await page.getByRole('button', { name: 'Bỏ danh sách này' }).click();
    await choose(page, 'so-dang-ky-2.xlsx', list(2));
    await page.getByRole('button', { name: 'Trực tuyến' }).click();
    await counted(page, 'Mới 1');
    await page.locator('mc-import-run').getByText(`Đọc theo “Sổ ${run}”, lần lưu 1`).waitFor();
    await page.getByRole('button', { name: 'Bỏ danh sách này' }).click();
    await page.getByRole('button', { name: /^Chọn tệp/ }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
