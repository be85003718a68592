import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { atTheWire } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

describe('a code that nobody knows', () => {
  it('is what a person says it is, and is taken back by the same', async () => {
    const run = Date.now().toString(36).toUpperCase();
    const code = `KS-${run}`;
    const bring = await atTheWire('baocao');
    await bring('/imports', {
      profile: 'dossiers-national',
      text: [
        'MaHoSo\tMaTTHC\tTenTTHC\tLinhVuc\tKenhNop\tNgayTiepNhan\tNgayKetThucXuLy\tNgayTra\tTrangThai',
        // Long finished: nobody else's lists grow by it.
        `${run}-1\t${code}\tĐăng ký khai sinh ${run}\tHộ tịch Bộ\t1\t12/01/2026 08:00\t12/01/2026 10:00\t12/01/2026 11:00\t10`,
      ].join('\n'),
    });
    visitor = await Visitor.signedInAs('quantri', '/quan-tri/doi-chieu-danh-muc');
    const { page } = visitor;
    const card = page.locator('mc-unknown-code', { hasText: code });
    for (let looks = 0; looks < 60 && (await card.count()) === 0; looks += 1) {
      await page.waitForTimeout(500);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Đối chiếu danh mục' }).waitFor();
      await page.locator('mc-unknown-code, mc-notice').first().waitFor();
    }
    await card.getByText('Nguồn ghi lĩnh vực: Hộ tịch Bộ').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('procedure-matches')).toEqual([]);
    const birth = 'Là thủ tục này: Đăng ký khai sinh';
    await visitor.click(card.getByRole('button', { name: birth, exact: true }));
    await card.getByRole('button', { name: 'Chọn lại' }).waitFor();
    await visitor.click(card.getByRole('button', { name: 'Bỏ ghép' }));
    await card.getByText('Có thể là').waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
