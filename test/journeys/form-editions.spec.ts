import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { formEditionListSchema } from '#contract/forms';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const HOTLINE = 'Đường dây nóng: 0225 3 000 333';

/** The form as the product keeps it. */
const kept = async () => {
  const { items } = formEditionListSchema.parse(await visitor.asked('/api/v1/form-editions'));
  return items.find(({ sheet }) => sheet === 'mau06');
};

const confirm = async (name: string): Promise<void> => {
  const { page } = visitor;
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await visitor.click(question.getByRole('button', { name }));
};

describe('the words of a form', () => {
  it('are typed, looked at as they are printed, saved, and given up by one key', async () => {
    visitor = await Visitor.signedInAs('lanhdao', '/quan-tri/mau-bieu?mau=mau06');
    const { page } = visitor;
    const own = page.getByRole('textbox', { name: 'Câu thêm của cơ quan' });
    await own.waitFor();
    const before = (await kept())?.version ?? 0;
    await own.fill(HOTLINE);
    await page.getByRole('textbox', { name: /^Ký hiệu sau số/ }).fill(' ');
    await page.getByText('Phần này bắt buộc phải có.').waitFor();
    expect(await page.getByRole('alert').allInnerTexts()).toContain(
      'Chưa lưu được, cần xem lại: Ký hiệu sau số.',
    );
    await page.getByRole('textbox', { name: /^Ký hiệu sau số/ }).fill('PKS');
    expect(await visitor.barriers()).toEqual([]);
    await page.getByRole('heading', { name: 'Mẫu biểu' }).click();
    await visitor.press('x');
    await page.locator('mc-form-preview[aria-busy=false] iframe[src^="blob:"]').waitFor();
    await visitor.press('x');
    await visitor.press('l');
    await confirm('Lưu bản mới');
    await page.getByText(`Đã lưu bản ${before + 1}`).waitFor();
    expect(await kept()).toMatchObject({ version: before + 1, texts: { own: HOTLINE } });
    await visitor.press('c');
    await confirm('Dùng bản chuẩn');
    await page.getByText(`Đã lưu bản ${before + 2}`).waitFor();
    expect(await kept()).toMatchObject({ version: before + 2, texts: {}, without: [] });
  });
});
