import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.ts';
import { oneReceived } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

/** The viewer of PDF that comes with Chromium; it is there only where the page's policy lets it be. */
const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

const visitors: Visitor[] = [];
const arrive = async (username: string, path: string): Promise<Visitor> => {
  const visitor = await Visitor.signedInAs(username, path);
  visitors.push(visitor);
  return visitor;
};

afterEach(async () => {
  const told = visitors.flatMap(({ troubles }) => troubles);
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
  expect(told).toEqual([]);
});
afterAll(closeBrowser);

/** Presses it and waits until the browser shows the pages, ready to be printed. */
const printed = async (officer: Visitor, form: string): Promise<void> => {
  const button = officer.page.getByRole('button', { name: new RegExp(`^${form}.*: In A`) }).first();
  const opened = officer.page.waitForEvent('popup');
  await officer.click(button);
  const tab = await opened;
  await tab.waitForURL(/^blob:/);
  const isShown = () => tab.frames().some((frame) => frame.url().startsWith(VIEWER));
  await until(() => Promise.resolve(isShown()), Boolean);
  await tab.close();
};

describe('a form', () => {
  it('is shown by the browser in a tab of its own, ready to print, and has its number', async () => {
    const { id } = await oneReceived();
    const officer = await arrive('tiepnhan', `/ho-so/${id}`);
    await printed(officer, 'Mẫu 01');
    await officer.page
      .locator('mc-forms-panel')
      .getByText(/Số \d+\/2026/)
      .first()
      .waitFor();
  });

  it('lists the papers that were handed over, as they were ticked at the counter', async () => {
    const officer = await arrive('tiepnhan', '/tiep-nhan');
    await officer.page.getByRole('combobox', { name: 'Thủ tục' }).fill('1.001193');
    await officer.press('Enter');
    await officer.page.getByLabel(/Họ tên người nộp/).fill('Lò Thị Mai');
    await officer.page.getByText('Thành phần hồ sơ: 2 giấy tờ').click();
    await officer.page
      .getByLabel('Tờ khai đăng ký khai sinh (theo mẫu)', { exact: true })
      .uncheck();
    // Asked in the same turn as the press: whoever goes on typing at once loses no letter.
    await officer.page.getByRole('button', { name: 'Thêm giấy tờ' }).waitFor();
    const stands = await officer.page.evaluate(`(() => {
      [...document.querySelectorAll('mc-handed-in button')].at(-1).click();
      return document.activeElement.getAttribute('aria-label');
    })()`);
    expect(stands).toBe('Tên giấy tờ');
    await officer.type('Giấy cam đoan về việc sinh');
    await officer.page.getByText('Thành phần hồ sơ: 2 giấy tờ').waitFor();
    expect(await officer.barriers()).toEqual([]);
    expect(await officer.photograph('reception-components')).toEqual([]);
    await officer.page
      .getByRole('button', { name: /^Tiếp nhận/ })
      .first()
      .click();
    await officer.page.getByRole('heading', { name: 'Vừa tiếp nhận' }).waitFor();
    await officer.page.locator('mc-last-receipt').getByRole('link', { name: 'Mở hồ sơ' }).click();
    const receipt = officer.page.locator('mc-timeline li', { hasText: 'Thành phần hồ sơ' });
    const said = await receipt.innerText();
    expect(said).toContain(
      'Giấy chứng sinh (bản chính, 1); Giấy cam đoan về việc sinh (bản chính, 1)',
    );
    expect(said).not.toContain('Tờ khai');
    await printed(officer, 'Mẫu 01');
  });
});

describe('an online dossier', () => {
  it('is refused with a reason from the list and one in words, and Mẫu 03 says so once it is approved', async () => {
    const officialCode = `H24.99-260115-7${Date.now() % 1_000_000}`;
    const { id } = await oneReceived({ channel: 'online', submitOnly: true, officialCode });
    const officer = await arrive('tiepnhan', '/tiep-nhan');
    const row = officer.page.locator('mc-waiting-dossiers li', { hasText: officialCode });
    await officer.click(row.getByRole('button', { name: 'Từ chối' }));
    const dialog = officer.page.locator('dialog[open]');
    await dialog.locator('select').selectOption({ label: 'Không thuộc thẩm quyền' });
    await dialog.locator('textarea').fill('Hồ sơ thuộc thẩm quyền của Sở Nội vụ');
    await officer.click(dialog.getByRole('button', { name: 'Từ chối' }));
    await officer.page.getByText('Đã trình lãnh đạo duyệt').waitFor();
    const leader = await arrive('lanhdao', '/cho-duyet');
    const asked = leader.page.locator('mc-approvals article', { hasText: officialCode });
    // What other officers asked for before stands before it.
    const more = leader.page.getByRole('button', { name: 'Xem thêm' });
    await leader.page.locator('mc-approvals article').first().waitFor();
    while ((await asked.count()) === 0) await more.click();
    await asked.getByRole('button', { name: /^Duyệt/ }).click();
    await leader.page
      .getByText(/Đã duyệt/)
      .first()
      .waitFor();
    await officer.page.goto(`/ho-so/${id}`);
    await officer.page.locator('mc-timeline').getByText('Không thuộc thẩm quyền').first().waitFor();
    await printed(officer, 'Mẫu 03');
  });
});
