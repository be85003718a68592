import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { retentionPath, retentionSchema } from '#contract/retention';
import { Visitor, closeBrowser } from './visitor.ts';

/** Longer than any office of a trial has been there: nothing of the others' dossiers goes. */
const MONTHS = '240';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const kept = async () => retentionSchema.parse(await visitor.asked(retentionPath));

const save = async (): Promise<void> => {
  const { page } = visitor;
  await page.getByRole('heading', { name: 'Lưu giữ dữ liệu' }).click();
  await visitor.press('l');
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await question.getByRole('textbox').fill('Theo danh mục hồ sơ của cơ quan');
  await visitor.click(question.getByRole('button', { name: 'Lưu quy tắc' }));
};

describe('how long what is said of persons is kept', () => {
  it('is counted, set with a reason, and taken back', async () => {
    visitor = await Visitor.signedInAs('lanhdao', '/quan-tri/luu-giu');
    const { page } = visitor;
    const rule = page.getByRole('region', { name: 'Thông tin người nộp' });
    await rule.getByText('Giữ lại, không xóa').waitFor();
    const { version } = await kept();
    await rule.getByRole('checkbox').check();
    await rule.getByRole('textbox').fill('3');
    await rule.getByRole('textbox').blur();
    await rule.getByText('Hãy ghi số tháng từ 12 đến 600.').waitFor();
    await rule.getByRole('textbox').fill(MONTHS);
    await rule.getByRole('textbox').blur();
    await rule.getByText('Đêm nay sẽ xóa ở 0 hồ sơ').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await save();
    await rule.getByText(`Xóa sau ${MONTHS} tháng`).waitFor();
    expect(await kept()).toMatchObject({ version: version + 1, rules: { applicants: 240 } });
    await rule.getByRole('checkbox').uncheck();
    await save();
    await rule.getByText('Giữ lại, không xóa').waitFor();
    expect(await kept()).toMatchObject({ version: version + 2, rules: { applicants: null } });
    expect(await visitor.photograph('retention')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});
