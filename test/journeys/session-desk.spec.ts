import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

const PIN = { tiepnhan: '480163', lanhdao: '592604' } as const;

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const label = (name: string | RegExp) => visitor.page.getByLabel(name);
const button = (name: string | RegExp) => visitor.page.getByRole('button', { name });
const lock = () => visitor.page.getByRole('heading', { name: 'Màn hình đang khóa' });
const people = () => visitor.page.getByRole('combobox', { name: 'Người trực tiếp theo' });
const applicant = () => label(/Họ tên người nộp/);
const procedure = () => visitor.page.getByRole('combobox', { name: 'Thủ tục' });

const signOut = async (): Promise<void> => {
  await visitor.click(button(/^Tài khoản/));
  await visitor.click(button('Đăng xuất'));
  await visitor.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
};

const signIn = async (username: string, path: string): Promise<void> => {
  await visitor.click(button(new RegExp(` ${username}$`)));
  await visitor.page.locator('mc-frame h1').waitFor();
  await visitor.page.goto(path);
  await visitor.page.locator('mc-frame h1').waitFor();
};

const choosePin = async (username: keyof typeof PIN): Promise<void> => {
  await signIn(username, '/ca-nhan');
  const panel = visitor.page.locator('mc-own-pin');
  await visitor.click(panel.getByRole('button', { name: /^(?:Đặt|Đổi) mã PIN/ }));
  await panel.getByLabel('Mật khẩu').fill('motcua-demo');
  await panel.getByLabel(/Mã PIN mới/).fill('123456');
  await panel.getByLabel(/Nhập lại/).fill('123456');
  await visitor.press('Enter');
  await panel.getByText('Hãy chọn sáu chữ số').waitFor();
  expect(await visitor.barriers()).toEqual([]);
  await panel.getByLabel(/Mã PIN mới/).fill(PIN[username]);
  await panel.getByLabel(/Nhập lại/).fill(PIN[username]);
  await visitor.press('Enter');
  await panel.getByText('Đã đặt').waitFor();
};

/** From the locked screen to one's own first page: a name and six digits. */
const takeOver = async (name: RegExp, username: keyof typeof PIN): Promise<void> => {
  await people().selectOption({ label: await optionOf(name) });
  await label('Mã PIN của người trực tiếp theo').focus();
  await visitor.type(PIN[username]);
  await visitor.press('Enter');
  await lock().waitFor({ state: 'hidden' });
  await visitor.page.locator('mc-frame h1').waitFor();
};

const optionOf = async (name: RegExp): Promise<string> => {
  const said = await people().locator('option').allInnerTexts();
  return said.find((text) => name.test(text)) ?? '';
};

describe('a desk where people take over from each other', () => {
  it('gives the next one a page of their own, and the former what they had typed', async () => {
    visitor = await Visitor.signedInAs('truongphong', '/ca-nhan');
    await label(/Tên quầy/).fill('Quầy 1');
    await visitor.press('Enter');
    const desk = visitor.page.locator('mc-desks li').filter({ hasText: 'Máy này' });
    await desk.waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('profile-desk')).toEqual([]);
    await signOut();
    await choosePin('lanhdao');
    await signOut();
    await choosePin('tiepnhan');

    await visitor.page.goto('/tiep-nhan');
    await procedure().waitFor();
    await applicant().fill('Phạm Thị Dừa');
    visitor.startCounting();
    await visitor.press('Control+l');
    await lock().waitFor();
    expect(await visitor.barriers()).toEqual([]);
    visitor.startCounting();
    await takeOver(/Giám đốc/, 'lanhdao');
    expect(visitor.effort.keys).toBe(7);
    expect(visitor.effort.seconds).toBeLessThan(10);
    expect(await visitor.heading()).not.toBe('Tiếp nhận');

    // A director receives dossiers too: the form is hers, and empty.
    await visitor.page.goto('/tiep-nhan');
    await procedure().waitFor();
    expect(await applicant().inputValue()).toBe('');
    await applicant().fill('Trần Văn Mít');
    await visitor.press('Control+l');
    await lock().waitFor();
    await takeOver(/tiếp nhận/i, 'tiepnhan');
    await visitor.page.goto('/tiep-nhan');
    await procedure().waitFor();
    expect(await applicant().inputValue()).toBe('Phạm Thị Dừa');

    // Signed out for good, nobody finds it again; the colleague’s is still hers.
    await signOut();
    await people().selectOption({ label: await optionOf(/Giám đốc/) });
    expect(await visitor.barriers()).toEqual([]);
    await label('Mã PIN của người trực tiếp theo').fill(PIN.lanhdao);
    await visitor.press('Enter');
    await visitor.page.locator('mc-frame h1').waitFor();
    await visitor.page.goto('/tiep-nhan');
    await procedure().waitFor();
    expect(await applicant().inputValue()).toBe('Trần Văn Mít');

    await visitor.page.goto('/ca-nhan');
    await visitor.click(desk.getByRole('button', { name: 'Bỏ đăng ký' }));
    const question = visitor.page.getByRole('dialog');
    await visitor.click(question.getByRole('button', { name: 'Bỏ đăng ký' }));
    await visitor.page.getByText('Đã bỏ đăng ký').waitFor();
    await visitor.press('Control+l');
    await lock().waitFor();
    expect(await people().count()).toBe(0);
  });

  it('locks all its pages at once, and opens them at once', async () => {
    visitor = await Visitor.signedInAs('xuly');
    const other = await visitor.page.context().newPage();
    await other.goto('/ca-nhan');
    await other.locator('mc-frame h1').waitFor();
    await visitor.press('Control+l');
    await lock().waitFor();
    const otherLock = other.getByRole('heading', { name: 'Màn hình đang khóa' });
    await otherLock.waitFor();
    await label('Mật khẩu').fill('motcua-demo');
    await visitor.press('Enter');
    await lock().waitFor({ state: 'hidden' });
    await otherLock.waitFor({ state: 'hidden' });
    expect(other.url()).toContain('/ca-nhan');
  });
});

describe('a line that is cut', () => {
  it('is said across the page, and said to be mended', async () => {
    visitor = await Visitor.signedInAs('tiepnhan');
    const sign = visitor.page.locator('mc-live-sign');
    await sign.getByText('Trực tiếp').waitFor();
    await visitor.page.context().setOffline(true);
    const notice = visitor.page.getByText(/^Mất kết nối với máy chủ/);
    await notice.waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('shell-lost')).toEqual([]);
    await visitor.press('Control+l');
    await lock().waitFor();
    await visitor.page.context().setOffline(false);
    await label('Mật khẩu').fill('motcua-demo');
    await visitor.press('Enter');
    await lock().waitFor({ state: 'hidden' });
    await sign.getByText('Trực tiếp').waitFor();
    await notice.waitFor({ state: 'hidden' });
  });
});

describe('help', () => {
  it('lists the keys of the page, each once, and leads to the description of the API', async () => {
    visitor = await Visitor.signedInAs('tiepnhan');
    await visitor.page.getByRole('grid').waitFor();
    await visitor.press('?');
    const help = visitor.page.getByRole('dialog', { name: 'Phím tắt' });
    await help.waitFor();
    const keys = await help.locator('kbd').allInnerTexts();
    expect(new Set(keys).size).toBe(keys.length);
    expect(await visitor.barriers()).toEqual([]);
    const docs = help.getByRole('link', { name: /API/ });
    expect(await docs.getAttribute('href')).toBe('/api/docs');
  });
});
