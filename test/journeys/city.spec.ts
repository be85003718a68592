import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { aCityUnit } from './city-unit.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const NUMBERS = [12, 7, 3, 2, 9, 4, 3, 1, 1, 0, 3, 2, 1, 0];

const report = async (): Promise<Buffer> => {
  const row = (...cells: readonly (string | number)[]) =>
    new TableRow({
      children: cells.map((text) => new TableCell({ children: [new Paragraph(String(text))] })),
    });
  const rows = [row('1', 'Hộ tịch', ...NUMBERS), row('', 'Tổng cộng', ...NUMBERS)];
  return Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph('Biểu II.06b'), new Table({ rows })] }] }),
  );
};

describe('the whole city', () => {
  it('is the first page of whoever follows it, tiles leading to a unit', async () => {
    visitor = await Visitor.signedInAs('thanhpho');
    const { page } = visitor;
    await page.getByRole('heading', { level: 1, name: 'Toàn thành phố' }).waitFor();
    await visitor.click(page.locator('.tiles button').filter({ hasText: 'Xã Mẫu' }).first());
    const panel = page.locator('mc-unit-panel');
    await panel.getByRole('heading', { name: 'Cần xem lại' }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('city-unit')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('adds up what came in: from a unit that is missing to its number in the sum', async () => {
    const name = await aCityUnit();
    visitor = await Visitor.signedInAs('thanhpho', '/thanh-pho?tab=reports');
    const { page } = visitor;
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.getByText(/Chưa gửi/).waitFor();
    await row.locator('input[type=file]').setInputFiles({
      name: 'bao-cao.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: await report(),
    });
    await row.getByText('từ tệp').waitFor();
    await row.getByText('Trong tệp không thấy ghi kỳ này').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('city-reports')).toEqual([]);
    await visitor.click(page.getByRole('button', { name: 'Số liệu tổng hợp' }));
    const letter = page.getByRole('link', { name: 'Tải dự thảo DOCX' });
    const [file] = await Promise.all([page.waitForEvent('download'), visitor.click(letter)]);
    expect(file.suggestedFilename()).toMatch(/^BC-tong-hop-H24-\d{8}-\d{8}-du-thao\.docx$/);
    await visitor.click(page.locator('mc-ii06b-table tfoot button').first());
    const part = page.locator('table.units').getByRole('row', { name: new RegExp(name) });
    await part.getByText('từ tệp').waitFor();
    expect(await part.locator('td.count').innerText()).toBe('12');
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('city-sums')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('says from which day on it asks for more, and sees what that leaves to be done', async () => {
    visitor = await Visitor.signedInAs('thanhpho', '/chi-tieu');
    const { page } = visitor;
    const given = page.getByRole('region', { name: 'Chỉ tiêu thành phố giao' });
    await given.getByRole('row', { name: /Hồ sơ trực tuyến/ }).waitFor();
    await visitor.click(page.getByRole('button', { name: 'Sửa Số hóa cả thành phần và kết quả' }));
    const dialog = page.getByRole('dialog');
    const percent = dialog.getByLabel('Mức giao (%)');
    await percent.fill('170');
    await visitor.click(dialog.getByRole('button', { name: 'Đặt chỉ tiêu' }));
    await dialog.getByRole('alert').waitFor();
    await percent.fill('70');
    const since = dialog.getByRole('textbox', { name: 'Áp dụng từ' });
    await since.fill('01/12/2026');
    await since.blur();
    await visitor.click(dialog.getByRole('button', { name: 'Đặt chỉ tiêu' }));
    const row = given.getByRole('row', { name: /Số hóa cả thành phần và kết quả/ });
    await row.getByText('từ 01/12/2026: 70 %').waitFor();
    await visitor.click(given.locator('.parts button').first());
    await page.locator('mc-cell-list').getByRole('link').first().waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});
