import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { rowsToTheEnd } from './list-end.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const ATTEMPTS = 5;

describe('a newcomer', () => {
  it('reads what the product is and enters with one press as whoever they want to be', async () => {
    visitor = await Visitor.arrive();
    expect(await visitor.heading()).toBe('Đăng nhập');
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('sign-in')).toEqual([]);
    visitor.startCounting();
    await visitor.click(visitor.page.getByRole('button', { name: / tiepnhan$/ }));
    await visitor.page.locator('mc-frame h1').waitFor();
    expect(await visitor.heading()).toBe('Việc của tôi');
    expect(visitor.effort).toMatchObject({ keys: 0, presses: 1 });
    expect(visitor.troubles).toEqual([]);
  });

  it('is told in words what was wrong, and keeps what was typed', async () => {
    visitor = await Visitor.arrive('/viec-cua-toi');
    await visitor.page.getByLabel('Tên đăng nhập').fill('tiepnhan');
    await visitor.page.getByLabel('Mật khẩu').fill('khong-dung');
    await visitor.press('Enter');
    await visitor.page.getByRole('alert').getByText('Đăng nhập không thành công').waitFor();
    expect(await visitor.page.getByLabel('Tên đăng nhập').inputValue()).toBe('tiepnhan');
    expect(await visitor.barriers()).toEqual([]);
  });
});

describe('an officer', () => {
  it('finds a dossier by keyboard alone, and reads it beside the list', async () => {
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit');
    await visitor.page.getByRole('grid').waitFor();
    await visitor.page.getByRole('grid').focus();
    await visitor.page
      .getByRole('gridcell', { name: /H24\.99-/ })
      .first()
      .waitFor();
    await visitor.press('ArrowDown', 'ArrowDown', 'Enter');
    await visitor.page.getByRole('region', { name: 'Hồ sơ đang mở' }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.effort.keys).toBe(3);
    await visitor.press('Escape');
    await visitor.page
      .getByRole('region', { name: 'Hồ sơ đang mở' })
      .waitFor({ state: 'detached' });
    expect(await visitor.photograph('work')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('reads each dossier in two lines on a phone', async () => {
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit');
    await visitor.page.setViewportSize({ width: 360, height: 740 });
    // The width is taken in a moment after it has changed.
    const row = visitor.page.locator('td.compact', { hasText: /H24\.99-/ }).first();
    await row.waitFor();
    const box = await row.boundingBox();
    expect(box?.height).toBeGreaterThan(48);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    expect(await visitor.sticksOut()).toBe(false);
    expect(await visitor.barriers()).toEqual([]);
  });

  it('filters by a chip whose number is that of the list, and finds it again in the address', async () => {
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit');
    const chip = visitor.page.getByRole('button', { name: /^Tạm dừng/ });
    await visitor.click(chip);
    await visitor.page.waitForURL(/due=paused/);
    const grid = visitor.page.getByRole('grid');
    const differences: string[] = [];
    // The month goes on between two questions: numbers that were right apart are asked for together again.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await visitor.page.reload();
      await grid.waitFor();
      const count = Number((await chip.locator('b').innerText()).replaceAll('.', ''));
      const rows = await rowsToTheEnd(visitor);
      if (rows > 0 && rows === count) break;
      differences.push(`the chip says ${count}, the list has ${rows}`);
    }
    expect(differences.length < ATTEMPTS ? [] : differences).toEqual([]);
    await visitor.page.reload();
    await grid.waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
  });

  it('changes the language while working, without leaving the place', async () => {
    visitor = await Visitor.signedInAs('tiepnhan');
    await visitor.click(visitor.page.getByRole('button', { name: 'EN', exact: true }));
    await visitor.page.getByRole('heading', { name: 'My work' }).waitFor();
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { name: 'My work' }).waitFor();
  });

  it('looks after their own account, and goes', async () => {
    visitor = await Visitor.signedInAs('tiepnhan', '/ca-nhan');
    await visitor.page.getByText('Phiên này').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('profile')).toEqual([]);
    await visitor.click(visitor.page.getByRole('button', { name: /^Tài khoản/ }));
    await visitor.click(visitor.page.getByRole('button', { name: 'Đăng xuất' }));
    await visitor.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await visitor.page.goBack();
    await visitor.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  });

  it('locks the screen for a moment, and goes on with the password in the same place', async () => {
    visitor = await Visitor.signedInAs('xuly', '/viec-cua-toi?scope=unit&due=paused');
    await visitor.press('Control+l');
    await visitor.page.getByRole('heading', { name: 'Màn hình đang khóa' }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.reload();
    await visitor.page.getByLabel('Mật khẩu').fill('motcua-demo');
    await visitor.press('Enter');
    const lock = visitor.page.getByRole('heading', { name: 'Màn hình đang khóa' });
    await lock.waitFor({ state: 'hidden' });
    expect(visitor.page.url()).toContain('due=paused');
    await visitor.page.getByRole('grid').waitFor();
  });

  it('who may not see dossiers is not led to them', async () => {
    visitor = await Visitor.signedInAs('quantri', '/viec-cua-toi');
    await visitor.page.getByText('Bạn chưa được giao quyền xem mục này').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.goto('/khong-co-trang-nay');
    await visitor.page.getByRole('heading', { name: 'Không có trang này' }).waitFor();
  });
});
