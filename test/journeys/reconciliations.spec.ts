import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

const CODES = ['DS-9001', 'DS-9002', 'DS-9003'];

/** Of a day the trial has long left behind: no other journey's dossiers are of it. */
const LIST = [
  'Mã hồ sơ\tMã TTHC\tKênh nộp\tNgày tiếp nhận\tTrạng thái',
  ...CODES.map((code) => `${code}\t2.000815\t1\t06/01/2025 08:00\t2`),
].join('\n');

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

describe('a list of a source', () => {
  it('names the dossiers it has more, and somebody says why', async () => {
    visitor = await Visitor.signedInAs('lanhdao', '/doi-soat');
    const { page } = visitor;
    await page.locator('textarea').fill(LIST);
    await visitor.click(page.getByRole('button', { name: /^Đối soát/ }));
    await visitor.click(page.getByRole('button', { name: /^Chỉ có ở nguồn/ }));
    const findings = page.locator('mc-finding-list li');
    await findings.first().waitFor();
    const codes = await findings.locator('.code').allInnerTexts();
    expect(codes).toEqual(CODES);
    await findings.first().getByRole('combobox').selectOption('lateSync');
    await page.getByText('Đã ghi nguyên nhân').waitFor();
    await findings.first().getByLabel('Người xử lý DS-9001').selectOption({ index: 1 });
    await page.getByText(/^giao /).waitFor();
    await page.getByText('ghi “Đồng bộ chậm”').waitFor();
    await page.getByRole('button', { name: 'Nhập 3 hồ sơ còn thiếu' }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('reconciliation')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});
