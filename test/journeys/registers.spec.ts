import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;

afterEach(() => visitor.leave());
afterAll(closeBrowser);

describe('the registers of a report', () => {
  it('take a survey in a few fields, and tell it among the figures of the period', async () => {
    visitor = await Visitor.signedInAs('baocao', '/so-theo-doi?kind=survey');
    const { page } = visitor;
    await page.getByRole('heading', { level: 1, name: 'Sổ theo dõi' }).waitFor();
    await page.locator('mc-waiting').first().waitFor({ state: 'detached' });
    await visitor.press('n');
    const dialog = page.getByRole('dialog', { name: 'Ghi sổ: Khảo sát hài lòng' });
    await dialog.getByLabel('Nội dung').fill('Phiếu hỏi tại quầy');
    await dialog.getByLabel('Số phiếu').fill('1.250');
    await dialog.getByLabel('Hài lòng').fill('1.251');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Số ngoài phạm vi cho phép.').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await dialog.getByLabel('Hài lòng').fill('1.249');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page
      .getByRole('row', { name: /Phiếu hỏi tại quầy.*1\.250.*1\.249/ })
      .first()
      .waitFor();
    await page.getByText('Phiếu hài lòng', { exact: true }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });

  it('count the day to answer feedback by, and lead from the estimate to its dossiers', async () => {
    visitor = await Visitor.signedInAs('baocao', '/so-theo-doi?kind=feedback');
    const { page } = visitor;
    await page.getByRole('heading', { level: 1, name: 'Sổ theo dõi' }).waitFor();
    await page.locator('mc-waiting').first().waitFor({ state: 'detached' });
    await visitor.press('n');
    const dialog = page.getByRole('dialog', { name: 'Ghi sổ: Phản ánh, kiến nghị' });
    await dialog.getByLabel('Phản ánh về').selectOption('conduct');
    await dialog.getByText(/Theo quy định của đơn vị: \d+ ngày làm việc/).waitFor();
    await dialog.getByLabel('Gửi qua').selectOption('portal');
    await dialog.getByLabel('Tóm tắt nội dung').fill('Phản ánh thử tại quầy số ba');
    await dialog.getByLabel('Hài lòng').selectOption('unknown');
    expect(await visitor.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page
      .getByRole('row', { name: /Phản ánh thử tại quầy số ba/ })
      .first()
      .waitFor();
    await page.goto('/so-theo-doi?kind=index766');
    const estimate = page.getByRole('group', { name: 'Ước tính từ dữ liệu tại xã' });
    await estimate
      .getByRole('row', { name: /Hồ sơ xử lý đúng hạn/ })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { level: 1, name: 'Báo cáo' }).waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
