import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { atTheWire } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

describe('the catalogue of procedures', () => {
  it('is searched, and a procedure gets a new version with its steps added up', async () => {
    const code = `9.${String(Date.now()).slice(-9)}`;
    const name = `Thủ tục thử danh mục ${code}`;
    const administer = await atTheWire('quantri');
    await administer('/procedures', {
      ...{ code, name, field: 'Thử danh mục' },
      limits: { statutory: { kind: 'workingDays', amount: 2 } },
    });
    visitor = await Visitor.signedInAs('quantri', '/quan-tri/thu-tuc');
    const { page } = visitor;
    await page.getByLabel('Tìm theo tên hoặc mã').fill(`thu danh muc ${code}`);
    await visitor.click(page.getByRole('link', { name: `Mở thủ tục ${name}` }));
    await page.locator('h1', { hasText: name }).waitFor();
    await page.getByRole('heading', { name: 'Các phiên bản' }).waitFor();
    await visitor.press('n');
    const form = page.getByRole('dialog');
    await visitor.click(form.getByRole('button', { name: 'Thêm bước' }));
    await form.getByLabel('Tên bước').fill('Thẩm định');
    await form.getByLabel('Số giờ').fill('20');
    await form.getByText('Vượt thời hạn chặt nhất 16 giờ là 4 giờ.').waitFor();
    await form.getByLabel('Số giờ').fill('12,5');
    await form.getByText(/còn dư 3,5 giờ/).waitFor();
    await form.getByText(/Các bước: Không có → Thẩm định/).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(form.getByRole('button', { name: 'Lưu thành bản mới' }));
    await page.getByText(/^Đã lưu bản \d+/).waitFor();
    await page.getByText(/Các bước: Không có → Thẩm định/).waitFor();
    await page.locator('ol').getByText('Thẩm định').waitFor();
    expect(await visitor.photograph('procedure')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});
