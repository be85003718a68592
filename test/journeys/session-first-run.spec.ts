import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Product } from '../launcher/product.ts';
import { codeNow } from './newcomer.ts';
import { Visitor, closeBrowser } from './visitor.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 8 * 60_000;
const OWN = 'bốn con vịt qua cầu';

let product: Product;
let data: string;
let code: string;
let evaluation: string | undefined;
let visitor: Visitor;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'motcua-first-run-'));
  product = new Product(checkout, { env: { NODE_ENV: 'production', MOTCUA_DATA_DIR: data } });
  const address = await product.address();
  [, code = ''] = await product.says(/first administrator[^:]*: (\S+)/);
  evaluation = process.env['MOTCUA_TEST_PRODUCT'];
  process.env['MOTCUA_TEST_PRODUCT'] = address;
  visitor = await Visitor.arrive();
}, START_MS);

afterAll(async () => {
  await visitor.leave();
  await closeBrowser();
  if (evaluation !== undefined) process.env['MOTCUA_TEST_PRODUCT'] = evaluation;
  await product.end();
  rmSync(data, { recursive: true, force: true });
}, START_MS);

const label = (name: string | RegExp) => visitor.page.getByLabel(name);
const heading = (name: string) => visitor.page.getByRole('heading', { name });

const look = async (name: string): Promise<void> => {
  expect(await visitor.barriers()).toEqual([]);
  expect(await visitor.photograph(name)).toEqual([]);
};

describe('the first start for real', () => {
  it('is led from the sign-in page to the page that takes the code of the console', async () => {
    expect(await visitor.page.getByText('Dùng thử').count()).toBe(0);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(visitor.page.getByRole('link', { name: /người quản trị đầu tiên/ }));
    await heading('Tạo người quản trị đầu tiên').waitFor();
    await visitor.press('Tab');
    await label('Mã dùng một lần').fill('AAAA-BBBB');
    await label('Họ và tên').fill('Trần Thị Bình');
    await label('Tên đăng nhập').fill('Bình TT');
    await label(/Mật khẩu/).fill(OWN);
    await label(/Nhập lại/).fill(OWN);
    await label(/Mã đơn vị/).fill('h24.99');
    await label('Tên đơn vị').fill('Xã Mẫu');
    await visitor.press('Enter');
    await visitor.page.getByText('Viết chưa đúng dạng').waitFor();
    await label(/Tên đăng nhập/).fill('binh.tt');
    await visitor.press('Enter');
    await visitor.page.getByText('Mã đã dùng, đã hết hạn hoặc không đúng').waitFor();
    await look('session-setup');
  });

  it('makes the administrator, who sets up the second factor before anything else', async () => {
    await label(/Mã dùng một lần/).fill(code);
    await visitor.press('Enter');
    await heading('Bật xác thực hai bước').waitFor();
    await visitor.page.getByRole('img', { name: /^Mã QR/ }).waitFor();
    await look('session-owed-second-factor');
    await visitor.page.goto('/ca-nhan');
    await heading('Bật xác thực hai bước').waitFor();
    await visitor.page.getByText('Không quét được?').click();
    const secret = await visitor.page.locator('mc-code code').innerText();
    await label('Mật khẩu').fill(OWN);
    await label(/Mã dùng một lần/).fill(codeNow(secret));
    await visitor.press('Enter');
    await heading('Mã khôi phục').waitFor();
    await look('session-recovery-codes');
    await visitor.click(visitor.page.getByRole('button', { name: 'Tôi đã cất các mã' }));
    await heading('Thông tin cá nhân').waitFor();
    await visitor.page.getByText('Đã bật', { exact: true }).waitFor();
  });

  it('is over then: the page says so, and the sign-in page leads there no more', async () => {
    await visitor.page.goto('/thiet-lap');
    await visitor.page.getByText('Đã thiết lập xong').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.context().clearCookies();
    await visitor.page.goto('/');
    await heading('Đăng nhập').waitFor();
    await visitor.page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    expect(await visitor.page.getByRole('link', { name: /người quản trị đầu tiên/ }).count()).toBe(
      0,
    );
  });
});
