import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import type { Locator } from 'playwright-core';
import { rowsOf } from '../support/html-rows.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const told = async (): Promise<number> => {
  const text = await visitor.page.locator('mc-ii06b-table tfoot button').first().innerText();
  return Number(text.replaceAll('.', ''));
};

describe('the figures of the month', () => {
  it('open from the number to its dossiers, to one of them, and back', async () => {
    visitor = await Visitor.signedInAs('baocao', '/bao-cao');
    const { page } = visitor;
    await page.locator('mc-ii06b-table tfoot button').first().waitFor();
    const total = await told();
    expect(total).toBeGreaterThan(0);
    await visitor.click(page.locator('mc-ii06b-table tfoot button').first());
    await page.locator('mc-cell-list tbody tr').first().waitFor();
    expect(await page.locator('mc-cell-list tbody tr').count()).toBe(Math.min(50, total));
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('reports')).toEqual([]);
    await visitor.click(page.locator('mc-cell-list tbody a').first());
    await page.locator('mc-dossier h1').first().waitFor();
    await page.goBack();
    await page.locator('mc-ii06b-table tfoot button').first().waitFor();
    expect(await told()).toBe(total);
    expect(visitor.troubles).toEqual([]);
  });

  it('are drawn up, submitted, approved and issued in few presses', async () => {
    visitor = await Visitor.signedInAs('baocao', '/bao-cao');
    await visitor.page.locator('mc-ii06b-table table').waitFor();
    await visitor.click(visitor.page.getByRole('button', { name: /Lập báo cáo/ }));
    await visitor.click(visitor.page.getByRole('button', { name: 'Trình duyệt' }).first());
    await visitor.page.getByText('Đã trình, chờ duyệt').first().waitFor();
    const drawnUp = visitor.effort.presses;
    await visitor.leave();
    visitor = await Visitor.signedInAs('lanhdao', '/bao-cao?tab=issues');
    const { page } = visitor;
    await visitor.click(page.getByRole('button', { name: 'Duyệt', exact: true }).first());
    await visitor.click(page.getByRole('button', { name: 'Ban hành' }).first());
    const question = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await visitor.click(question.getByRole('button', { name: 'Ban hành' }));
    await page.getByText('Đã ban hành', { exact: true }).first().waitFor();
    expect(drawnUp + visitor.effort.presses).toBeLessThanOrEqual(10);
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('report-issues')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});

describe('last month’s report', () => {
  it('waits for the director, opens into its dossiers, and is issued within ten presses', async () => {
    visitor = await Visitor.signedInAs('lanhdao', '/bao-cao');
    const { page } = visitor;
    const strip = page.locator('mc-due-strip li').filter({ hasText: 'Báo cáo tháng' }).first();
    await visitor.click(strip.getByRole('link', { name: 'Xem số liệu' }));
    const cell = page.locator('mc-ii06b-table tfoot button').first();
    await cell.waitFor();
    const place = page.url();
    const clicked = await told();
    await visitor.click(cell);
    await page.locator('mc-cell-list tbody tr').first().waitFor();
    await visitor.click(page.locator('mc-cell-list tbody a').first());
    await page.locator('mc-dossier h1').first().waitFor();
    await page.goBack();
    await cell.waitFor();
    expect(page.url()).toBe(place);
    await visitor.click(strip.getByRole('link', { name: 'Xử lý báo cáo' }));
    const report = page.locator('mc-issue-list li').filter({ hasText: await daysOf(strip) });
    for (const name of ['Trình duyệt', 'Duyệt', 'Ban hành']) {
      await visitor.click(report.getByRole('button', { name, exact: true }).first());
    }
    const question = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await visitor.click(question.getByRole('button', { name: 'Ban hành' }));
    await report.getByText('Đã ban hành', { exact: true }).first().waitFor();
    expect(await totalIn(report)).toBe(clicked);
    expect(visitor.effort.presses).toBeLessThanOrEqual(10);
    expect(visitor.troubles).toEqual([]);
  });

  it('stands in the schedule with its day, and what comes next', async () => {
    visitor = await Visitor.signedInAs('baocao', '/bao-cao?tab=schedules');
    const { page } = visitor;
    const awaited = page.getByRole('row', { name: /Báo cáo tháng.*(Chưa gửi|Quá hạn gửi|Đã gửi)/ });
    await awaited.first().waitFor();
    const month = page.getByRole('checkbox', { name: 'Tự lập dự thảo: Báo cáo tháng' });
    expect(await month.isChecked()).toBe(true);
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('report-schedules')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});

describe('the time that steps took', () => {
  it('opens from a number to as many dossiers', async () => {
    visitor = await Visitor.signedInAs(
      'baocao',
      '/bao-cao?tab=steps&from=2025-12-15&to=2026-01-14',
    );
    const { page } = visitor;
    const number = page.locator('mc-step-report table button').first();
    await number.waitFor();
    const count = Number((await number.innerText()).replaceAll('.', ''));
    await visitor.click(number);
    await page.locator('mc-cell-list tbody tr').first().waitFor();
    expect(await page.locator('mc-cell-list tbody tr').count()).toBe(Math.min(50, count));
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('report-steps')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});

/** The total of the letter that is taken away, as another library reads it. */
const totalIn = async (report: Locator): Promise<number> => {
  const [letter] = await Promise.all([
    report.page().waitForEvent('download'),
    report.getByRole('link', { name: 'Word' }).first().click(),
  ]);
  expect(letter.suggestedFilename()).toMatch(/^BC-H24\.99-\d{8}-\d{8}-v\d+\.docx$/);
  const { value } = await mammoth.convertToHtml({ path: await letter.path() });
  const sums = rowsOf(value).find((cells) => cells[1] === 'Tổng cộng');
  return Number(sums?.[2]?.replaceAll('.', ''));
};

/** The days of a report as its card tells them. */
const daysOf = async (strip: Locator): Promise<string> => {
  const [days] = /\d{2}\/\d{2}\/\d{4} – \d{2}\/\d{2}\/\d{4}/.exec(await strip.innerText()) ?? [];
  if (days === undefined) throw new Error('The report tells no days');
  return days;
};
