import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { alertPageSchema } from '#contract/alerts';
import { oneReceived } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const PROCEDURE = '1.004873';
const PATIENCE_MS = 60_000;

/** The administrator looks after the city and its units: the screen is to speak of the commune. */
const inTheCommune = async (): Promise<void> => {
  const { page } = visitor;
  await visitor.click(page.getByRole('button', { name: /^Tài khoản/ }));
  await page.locator('#mc-account select').selectOption({ label: 'Xã Mẫu' });
  await page.locator('header p.unit', { hasText: 'Xã Mẫu' }).waitFor();
  await visitor.click(page.getByRole('link', { name: 'Quản trị' }));
  await visitor.click(page.getByRole('link', { name: 'Quy tắc cảnh báo' }));
};

/** The thresholds of which the officer has been told about a dossier. */
const toldOf = async (officer: Visitor, dossierId: string): Promise<readonly string[]> => {
  const path = `/api/v1/alerts?kind=dossier.near&dossierId=${dossierId}`;
  const { items } = alertPageSchema.parse(await officer.asked(path));
  return items.map(({ threshold }) => threshold);
};

const save = async (reason?: string): Promise<void> => {
  const { page } = visitor;
  await visitor.press('l');
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  if (reason !== undefined) await question.getByRole('textbox').fill(reason);
  await visitor.click(question.getByRole('button', { name: 'Lưu thành bản mới' }));
  await page.getByText(/^Đã lưu bản \d+/).waitFor();
  await page.getByRole('heading', { name: 'Thay đổi chưa lưu' }).waitFor({ state: 'detached' });
};

describe('the rules of warning', () => {
  it('are changed, tried on last month, saved with a reason, followed at once, and brought back', async () => {
    const { id } = await oneReceived({
      procedureCode: PROCEDURE,
      receivedAt: '2026-01-14T08:00:00+07:00',
      backdateReason: 'Nhận hôm qua, mất điện',
      declaredDueAt: '2026-01-22T17:00:00+07:00',
    });
    const officer = await Visitor.calm('tiepnhan');
    visitor = await Visitor.signedInAs('quantri', '/quan-tri/canh-bao');
    const { page } = visitor;
    await inTheCommune();
    const edit = page.getByRole('button', { name: /^Sửa: Sắp đến hạn trả – Thời hạn trên 3/ });
    await edit.waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('alert-rules')).toEqual([]);
    await visitor.click(edit);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('combobox', { name: 'Áp dụng cho thủ tục' }).fill(PROCEDURE);
    await visitor.press('Enter');
    for (const name of ['trong ngày', '1 đến 3 ngày']) await sheet.getByLabel(name).check();
    await sheet.getByLabel('Khi nào').first().selectOption('daysBefore');
    await sheet.getByLabel('Bao nhiêu').first().fill('0');
    await visitor.click(sheet.getByRole('button', { name: 'Đưa vào bản thay đổi' }));
    await sheet.getByText('Mốc cảnh báo ngoài khoảng cho phép').waitFor();
    await sheet.getByLabel('Bao nhiêu').first().fill('6');
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(sheet.getByRole('button', { name: 'Đưa vào bản thay đổi' }));
    await page.getByRole('heading', { name: 'Thay đổi chưa lưu' }).waitFor();
    await visitor.press('t');
    const near = page.locator('mc-trial-result tbody tr').filter({ hasText: 'Sắp đến hạn trả' });
    await near.waitFor();
    const [now, then] = (await near.locator('td').allInnerTexts()).map((text) =>
      Number(text.replaceAll('.', '')),
    );
    expect(then).toBeGreaterThan(now ?? Infinity);
    await visitor.click(near.getByRole('button'));
    await page.getByRole('heading', { name: /^Sắp đến hạn trả: \d+ hồ sơ/ }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('alert-rules-trial')).toEqual([]);
    expect(await toldOf(officer, id)).not.toContain('-6d');
    await save('Thủ tục này hay vướng xác minh');
    const latest = page.locator('mc-rule-history li').first();
    await latest.getByText('Thủ tục này hay vướng xác minh').waitFor();
    expect(await latest.innerText()).toContain('trước 6 ngày làm việc');
    const until = performance.now() + PATIENCE_MS;
    while (!(await toldOf(officer, id)).includes('-6d')) {
      if (performance.now() > until) throw new Error('nobody was told by the new rule');
      await pause(250);
    }
    await officer.leave();
    await visitor.click(
      page
        .locator('mc-rule-history')
        .getByRole('button', { name: /^Khôi phục/ })
        .first(),
    );
    await page.getByRole('heading', { name: 'Thay đổi chưa lưu' }).waitFor();
    await save();
    await page
      .getByText(/Lý do: Khôi phục/)
      .first()
      .waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
