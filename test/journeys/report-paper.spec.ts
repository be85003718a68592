import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { atTheWire, oneReceived } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const ISSUES = '/report-issues';
const TYPED = 'Phối hợp kịp thời, hồ sơ không tồn đọng.';
const shown = (day: string): string => day.split('-').reverse().join('/');

/** Days no other journey and no schedule draws a report over: one of ten thousand, long before the product. */
const ownDay = (): string =>
  new Date(Date.UTC(1990, 0, 1 + Math.floor(Math.random() * 10_000))).toISOString().slice(0, 10);

const aDraft = async (from: string, to: string): Promise<string> => {
  const draw = await atTheWire('baocao');
  const drawn = await draw(ISSUES, { template: 'quarterly', periods: { main: { from, to } } });
  return drawn.id;
};

const issued = async (id: string): Promise<void> => {
  const [report, lead] = [await atTheWire('baocao'), await atTheWire('lanhdao')];
  await report(`${ISSUES}/${id}/submit`, {});
  await lead(`${ISSUES}/${id}/approve`, {});
  await lead(`${ISSUES}/${id}/issue`, {});
};

const cardOf = (day: string): Locator =>
  visitor.page.locator('mc-issue-list li.panel').filter({ hasText: shown(day) });

const theReport = async (day: string): Promise<Locator> => {
  visitor = await Visitor.signedInAs('baocao', '/bao-cao?tab=issues');
  return cardOf(day);
};

interface Received {
  readonly receivedAt: string;
}

describe('what is typed in a report', () => {
  it('stays while it cannot be saved and over a reload, and is saved when it can', async () => {
    const day = ownDay();
    const id = await aDraft(day, day);
    const report = await theReport(day);
    const { page } = visitor;
    await visitor.click(report.getByRole('button', { name: 'Nội dung', exact: true }));
    const field = report.locator('mc-passage-editor textarea').first();
    await field.fill(TYPED);
    await page.route('**/passages/**', (route) => route.abort());
    await field.blur();
    await report.getByRole('alert').getByText('Nội dung anh/chị nhập vẫn còn ở đây').waitFor();
    expect(await field.inputValue()).toBe(TYPED);
    expect(await visitor.barriers()).toEqual([]);
    await page.reload();
    await page.unroute('**/passages/**');
    await visitor.click(report.getByRole('button', { name: 'Nội dung', exact: true }));
    await field.waitFor();
    expect(await field.inputValue()).toBe(TYPED);
    await visitor.click(report.getByRole('button', { name: 'Lưu lại' }).first());
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    const told = JSON.stringify(await visitor.asked(`/api/v1${ISSUES}/${id}/text`));
    expect(told).toContain(TYPED);
  });

  it('is held together with who signs, and looked at as it will be printed', async () => {
    const day = ownDay();
    const id = await aDraft(day, day);
    const report = await theReport(day);
    await visitor.click(report.getByRole('button', { name: 'Nội dung', exact: true }));
    await visitor.click(report.locator('mc-heading-form summary'));
    const rank = report.getByLabel(/Quyền hạn, chức vụ người ký/);
    await rank.fill('GIÁM ĐỐC');
    await report.getByText('không cùng một cơ quan').first().waitFor();
    await rank.fill('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH');
    await report.getByText('nơi nhận khớp nhau').waitFor();
    await report.getByLabel(/Họ tên người ký/).fill('Phạm Thị Na');
    await visitor.click(report.getByRole('button', { name: 'Lưu thể thức' }));
    await visitor.page.getByText('Đã lưu thể thức').waitFor();
    expect(await visitor.photograph('report-heading')).toEqual([]);
    const paper = visitor.page.waitForResponse(`**${ISSUES}/${id}/preview`);
    await visitor.click(report.getByRole('button', { name: 'Xem bản in' }));
    expect((await paper).status()).toBe(200);
    expect(visitor.troubles).toEqual([]);
  });
});

describe('a report that is issued', () => {
  it('gets its number and the signed file, told by its hash', async () => {
    const day = ownDay();
    await issued(await aDraft(day, day));
    const report = await theReport(day);
    await visitor.click(report.getByRole('button', { name: 'Ghi số, ngày, tệp đã ký' }));
    const dialog = visitor.page.locator('dialog[open]');
    await dialog.getByLabel(/Số, ký hiệu/).fill('15/BC-UBND');
    await dialog.locator('mc-day-input input').fill('15/01/2026');
    const buffer = Buffer.from(`%PDF-1.7\n${day}\n%%EOF\n`);
    const file = { name: 'bc-15-ky-so.pdf', mimeType: 'application/pdf', buffer };
    await dialog.locator('input[type=file]').setInputFiles(file);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(dialog.getByRole('button', { name: 'Ghi vào báo cáo' }));
    await report.getByRole('link', { name: 'bc-15-ky-so.pdf' }).waitFor();
    expect(await report.locator('.signed code').innerText()).toMatch(/^[0-9a-f]{64}$/);
    expect(visitor.troubles).toEqual([]);
  });

  it('names what came late, and so does its next version', async () => {
    const before = await oneReceived();
    visitor = await Visitor.signedInAs('baocao', '/bao-cao?tab=issues');
    const { page } = visitor;
    const about = (await visitor.asked(`/api/v1/dossiers/${before.id}`)) as Received;
    const [from, to] = [ownDay(), about.receivedAt.slice(0, 10)];
    await issued(await aDraft(from, to));
    const late = await oneReceived();
    await page.reload();
    const report = cardOf(from);
    await visitor.click(report.getByRole('button', { name: 'Điều chỉnh sau khi chốt số liệu' }));
    await report.getByText(`+ ${late.code}`).first().waitFor();
    expect(await report.getByText(before.code).count()).toBe(0);
    const second = await aDraft(from, to);
    await issued(second);
    const path = `/api/v1${ISSUES}/${second}/changes?against=previous`;
    expect(JSON.stringify(await visitor.asked(path))).toContain(late.code);
    await page.reload();
    const newer = cardOf(from).filter({ hasText: 'v2' });
    await visitor.click(newer.getByRole('button', { name: 'So với bản trước' }));
    await newer.getByRole('columnheader', { name: 'Bản v1' }).waitFor();
    await newer.getByText(`+ ${late.code}`).first().waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
