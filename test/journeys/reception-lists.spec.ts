import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const TITLES = [
  ...['Mã hồ sơ', 'Mã TTHC', 'Tên thủ tục', 'Người nộp', 'Ngày tiếp nhận', 'Ngày hẹn trả'],
  'Trạng thái',
];

const two = (number: number): string => String(number).padStart(2, '0');

/** As many dossiers as a page of the source's list shows; the last one without its date of receipt. */
const table = (count: number, serial: number): string => {
  const rows = Array.from({ length: count }, (_each, place) => [
    `H24.99-260114-${serial + place}`,
    '2.000815',
    'Chứng thực bản sao từ bản chính',
    `Nguyễn Văn ${String.fromCodePoint(65 + (place % 26))}`,
    place === count - 1 ? '31/02/2026 08:00' : `14/01/2026 08:${two(place)}`,
    '15/01/2026 17:00',
    '2',
  ]);
  return [TITLES, ...rows].map((row) => row.join('\t')).join('\n');
};

/** As the browser does it when somebody presses Ctrl V. */
const paste = async (officer: Visitor, text: string): Promise<void> => {
  await officer.page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);
};

const atTheCounter = async (): Promise<Visitor> => {
  const officer = await Visitor.signedInAs('tiepnhan', '/tiep-nhan');
  await officer.page.getByRole('combobox', { name: 'Thủ tục' }).waitFor();
  return officer;
};

describe('a table copied from the source', () => {
  const serial = Date.now();

  it('becomes forty dossiers in two presses, its wrong row told apart', async () => {
    visitor = await atTheCounter();
    visitor.startCounting();
    await paste(visitor, table(41, serial));
    await visitor.press('Control+v');
    await visitor.page.getByText(/Cả bảng này nộp theo kênh nào/).waitFor();
    await visitor.click(visitor.page.getByRole('button', { name: 'Trực tuyến', exact: true }));
    const commit = visitor.page.getByRole('button', { name: 'Ghi 40 hồ sơ' });
    await commit.waitFor();
    expect(await visitor.page.getByText(/^Lỗi 1$/).count()).toBe(1);
    await visitor.press('Enter');
    await visitor.page.locator('.result').getByText('Đã ghi 40 hồ sơ mới').waitFor();
    await visitor.page.getByText(/Còn 1 dòng lỗi/).waitFor();
    await visitor.page.locator('.why').getByText('31/02/2026').waitFor();
    const { keys, presses, seconds } = visitor.effort;
    expect([keys, presses]).toEqual([2, 1]);
    process.stdout.write(`40 rows pasted: ${keys} keys, ${presses} presses, ${seconds} s\n`);
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('is shown before it is entered, on every screen', async () => {
    visitor = await atTheCounter();
    await paste(visitor, table(12, serial + 100));
    await visitor.click(visitor.page.getByRole('button', { name: 'Trực tuyến', exact: true }));
    await visitor.page.getByRole('button', { name: 'Ghi 11 hồ sơ' }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('reception-paste')).toEqual([]);
    await visitor.click(visitor.page.getByRole('button', { name: 'Bỏ bảng này' }));
    await visitor.page.getByRole('combobox', { name: 'Thủ tục' }).waitFor();
  });

  it('pasted again changes nothing', async () => {
    visitor = await atTheCounter();
    await paste(visitor, table(40, serial).replaceAll('31/02/2026 08:00', '14/01/2026 08:39'));
    await visitor.click(visitor.page.getByRole('button', { name: 'Trực tuyến', exact: true }));
    await visitor.page.getByText(/^Không đổi (39|40)$/).waitFor();
  });

  it('is nobody’s business when it is only a word in a field', async () => {
    visitor = await atTheCounter();
    await paste(visitor, 'Nguyễn Văn An');
    expect(await visitor.page.getByText('Bảng vừa dán').count()).toBe(0);
  });
});

describe('online dossiers that wait', () => {
  const send = async (officer: Visitor, name: string): Promise<string> => {
    const code = `H24.99-260115-${String(Date.now() % 100_000)}${String(name.length)}`;
    await officer.page.getByText(/^Giấy hẹn của hệ thống khác/).click();
    await officer.page.getByLabel('Chỉ ghi nhận đã nộp, chưa tiếp nhận').check();
    await officer.page.getByLabel('Mã hồ sơ chính thức', { exact: true }).fill(code);
    await officer.page.getByLabel(/Họ tên người nộp/).fill(name);
    await officer.page.locator('.favourites button').first().click();
    await officer.press('Enter');
    await officer.page.locator('mc-waiting-dossiers li', { hasText: code }).waitFor();
    return code;
  };

  it('appear by themselves with their clock, are accepted with one key, and stay in their place', async () => {
    visitor = await atTheCounter();
    const code = await send(visitor, 'Hoàng Văn Mận');
    const row = visitor.page.locator('mc-waiting-dossiers li', { hasText: code });
    await row.getByText(/^Còn 7 giờ 5\d phút$|^Còn 1 ngày$/).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(row.getByRole('button', { name: 'Tiếp nhận' }));
    await visitor.page.getByRole('heading', { name: `Tiếp nhận hồ sơ ${code}` }).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.press('Enter');
    await visitor.page.getByText(new RegExp(`Đã tiếp nhận ${code}. Hạn trả`)).waitFor();
    await row.getByText('Đã có người xử lý').waitFor();
    expect(visitor.troubles).toEqual([]);
  });

  it('are refused with a reason from the list, and wait for the director where the unit wants it', async () => {
    visitor = await atTheCounter();
    const code = await send(visitor, 'Đỗ Thị Na');
    const row = visitor.page.locator('mc-waiting-dossiers li', { hasText: code });
    await visitor.click(row.getByRole('button', { name: 'Từ chối' }));
    await visitor.page.locator('dialog select').selectOption({ index: 3 });
    await visitor.page.locator('dialog textarea').fill('Hồ sơ thuộc thẩm quyền của Sở');
    await visitor.page.locator('dialog').getByRole('button', { name: 'Từ chối' }).click();
    await visitor.page.getByText('Đã trình lãnh đạo duyệt').waitFor();
    await visitor.click(row.getByRole('button', { name: 'Yêu cầu bổ sung' }));
    await visitor.page.getByLabel(/Giấy tờ cần bổ sung/).fill('Bản chính giấy khai sinh');
    await visitor.page.locator('dialog').getByLabel('Lý do').fill('Còn thiếu giấy tờ');
    await visitor.press('Enter');
    await row.getByText('Đã có người xử lý').waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
