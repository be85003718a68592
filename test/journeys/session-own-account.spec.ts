import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { aNewcomer, codeNow } from './newcomer.ts';
import { Visitor, closeBrowser } from './visitor.ts';

const OWN = 'bốn con vịt qua cầu';
const OTHER = 'năm con ngỗng sang sông';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const label = (name: string | RegExp) => visitor.page.getByLabel(name);
const button = (name: string | RegExp) => visitor.page.getByRole('button', { name });
const heading = (name: string) => visitor.page.getByRole('heading', { name });

const enter = async (username: string, password: string): Promise<void> => {
  await label('Tên đăng nhập').fill(username);
  await label('Mật khẩu').fill(password);
  await visitor.press('Enter');
};

/** A step that stands before everything else: seen in all widths, without barriers. */
const look = async (name: string): Promise<void> => {
  expect(await visitor.barriers()).toEqual([]);
  expect(await visitor.photograph(name)).toEqual([]);
};

const chooseOwn = async (): Promise<void> => {
  await heading('Đặt mật khẩu mới').waitFor();
  await label(/Mật khẩu mới/).fill(OWN);
  await label(/Nhập lại/).fill(OWN);
  await visitor.press('Enter');
};

describe('a newcomer', () => {
  it('chooses a password of their own before anything else, even after a reload', async () => {
    const { username, password } = await aNewcomer('reception');
    visitor = await Visitor.arrive('/tiep-nhan');
    await enter(username, password);
    await heading('Đặt mật khẩu mới').waitFor();
    await look('session-own-password');
    await visitor.page.goto('/viec-cua-toi');
    await heading('Đặt mật khẩu mới').waitFor();
    await label('Mật khẩu hiện tại').fill(password);
    await chooseOwn();
    await heading('Việc của tôi').waitFor();
  });

  it('who forgot the password comes in again with the link of the administrator, once', async () => {
    const { username, forgetPassword } = await aNewcomer('reception');
    const path = await forgetPassword();
    visitor = await Visitor.arrive(path);
    expect(visitor.page.url()).not.toContain('#');
    await label(/Mật khẩu mới/).fill(OTHER);
    await label(/Nhập lại/).fill('khác');
    await visitor.press('Enter');
    await visitor.page.getByText('Hai lần nhập chưa giống nhau').waitFor();
    await look('session-reset');
    await label(/Nhập lại/).fill(OTHER);
    await visitor.press('Enter');
    await heading('Đăng nhập').waitFor();
    await enter(username, OTHER);
    await heading('Việc của tôi').waitFor();
    await visitor.page.goto('/dat-lai-mat-khau');
    await heading('Đặt lại mật khẩu').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.goto('/');
    await visitor.page.goto(path);
    await label(/Mật khẩu mới/).fill(OWN);
    await label(/Nhập lại/).fill(OWN);
    await visitor.press('Enter');
    await visitor.page.getByText('Mã này không còn dùng được').waitFor();
  });
});

describe('two-step verification', () => {
  it('is set up by scanning, asked for where it matters, and keeps what was being typed', async () => {
    const { username, password } = await aNewcomer('director');
    visitor = await Visitor.arrive();
    await enter(username, password);
    await chooseOwn();
    await visitor.page.locator('mc-frame h1').waitFor();

    await visitor.page.goto('/ca-nhan');
    await visitor.click(button('Bật xác thực hai bước'));
    await visitor.page.getByRole('img', { name: /^Mã QR/ }).waitFor();
    await look('profile-second-factor');
    await visitor.page.getByText('Không quét được?').click();
    const secret = await visitor.page.locator('mc-second-factor mc-code code').innerText();
    const panel = visitor.page.locator('mc-second-factor');
    await panel.getByLabel('Mật khẩu').fill(OWN);
    await panel.getByLabel('Mã dùng một lần').fill('000000');
    await visitor.press('Enter');
    await visitor.page.getByText('Mã không khớp hoặc đã dùng').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await panel.getByLabel('Mã dùng một lần').fill(codeNow(secret));
    await visitor.press('Enter');
    await heading('Mã khôi phục').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    const codes = await visitor.page.locator('mc-second-factor .codes code').allInnerTexts();
    expect(new Set(codes).size).toBe(10);
    await visitor.click(button('Tôi đã cất các mã'));
    await panel.getByText('Đã bật').waitFor();
    expect(await visitor.page.getByText(codes[0] ?? '').count()).toBe(0);

    // The session ends in the middle of a receipt: password, code, and what was typed is still there.
    await visitor.page.goto('/tiep-nhan');
    const name = label(/Họ tên người nộp/);
    await name.fill('Phạm Thị Dừa');
    await visitor.page.context().clearCookies();
    visitor.startCounting();
    await visitor.press('Control+l');
    await heading('Phiên làm việc đã hết').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await label('Mật khẩu').fill(OWN);
    await visitor.press('Enter');
    await label(/Mã dùng một lần/).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await label('Nhớ máy này trong 30 ngày').check();
    await label(/Mã dùng một lần/).fill(codes[1] ?? '');
    await visitor.press('Enter');
    await heading('Phiên làm việc đã hết').waitFor({ state: 'hidden' });
    expect(visitor.effort.keys).toBe(3);
    expect(await name.inputValue()).toBe('Phạm Thị Dừa');

    await visitor.page.goto('/ca-nhan');
    const devices = visitor.page.locator('mc-device-list');
    await devices.getByText('Máy này').waitFor();
    await look('profile-remembered');
    await visitor.click(devices.getByRole('button', { name: 'Thôi nhớ' }));
    await devices.getByText('Chưa nhớ máy nào').waitFor();
    await visitor.click(button('Tắt xác thực hai bước'));
    await panel.getByLabel('Mật khẩu').fill(OWN);
    await panel.getByLabel('Mã dùng một lần').fill(codes[2] ?? '');
    await visitor.press('Enter');
    await panel.getByText('Chưa bật').waitFor();
  });
});

describe('sessions', () => {
  it('are all ended but the one at hand, for a telephone that was lost', async () => {
    const elsewhere = await Visitor.signedInAs('vanthu');
    visitor = await Visitor.signedInAs('vanthu', '/ca-nhan');
    await visitor.click(button('Kết thúc mọi phiên khác'));
    await visitor.click(
      visitor.page.getByRole('dialog').getByRole('button', { name: /^Kết thúc/ }),
    );
    await visitor.page.getByText('Chỉ còn phiên này đang mở').waitFor();
    await elsewhere.page.goto('/viec-cua-toi');
    await elsewhere.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await elsewhere.leave();
  });
});

describe('an absence', () => {
  it('is told in two fields and a name, and its work is found by whoever stands in', async () => {
    visitor = await Visitor.signedInAs('xuly', '/ca-nhan');
    await visitor.page.getByText('Không ai vắng mặt').waitFor();
    await label(/Đến hết/).focus();
    visitor.startCounting();
    await visitor.type('hôm kia');
    await visitor.press('Enter');
    await visitor.page.getByText('Không đọc được ngày này').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await label(/Đến hết/).fill('16/01');
    await visitor.page.getByRole('combobox', { name: 'Người làm thay' }).focus();
    await visitor.type('van thu');
    await visitor.press('Enter', 'Enter');
    const row = visitor.page.locator('mc-absences').getByRole('listitem');
    await row.getByText('Đang vắng').waitFor();
    expect(await row.innerText()).toContain('hết 16/01/2026');
    await look('profile-absence');

    const substitute = await Visitor.signedInAs('vanthu', '/ca-nhan');
    await substitute.page.getByText(/^Bạn đang làm thay/).waitFor();
    expect(await substitute.barriers()).toEqual([]);
    await substitute.page.goto('/viec-cua-toi');
    await substitute.page
      .getByRole('gridcell', { name: /H24\.99-/ })
      .first()
      .waitFor();
    await substitute.leave();

    await visitor.click(row.getByRole('button', { name: 'Kết thúc' }));
    await visitor.click(visitor.page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }));
    await visitor.page.getByText('Không ai vắng mặt').waitFor();
  });
});
