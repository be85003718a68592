import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

/** As fast as an officer types, and slower than any scanner. */
const BY_HAND = { delay: 60 };

const atTheCounter = async (): Promise<Visitor> => {
  const officer = await Visitor.signedInAs('tiepnhan', '/tiep-nhan');
  await officer.page.getByRole('combobox', { name: 'Thủ tục' }).waitFor();
  await officer.page
    .getByRole('list', { name: 'Thủ tục hay dùng' })
    .locator('button')
    .first()
    .waitFor();
  return officer;
};

/** The number key of a procedure, as it stands on the screen. */
const keyOf = async (officer: Visitor, name: RegExp): Promise<string> => {
  const favourite = officer.page.locator('.favourites button', { hasText: name }).first();
  return favourite.locator('kbd').innerText();
};

const typed = async (officer: Visitor, text: string): Promise<void> => {
  await officer.page.keyboard.type(text, BY_HAND);
};

const lastCode = async (officer: Visitor): Promise<string> =>
  officer.page.locator('mc-last-receipt mc-code code').innerText();

describe('an officer at the counter', () => {
  it('receives a same-day dossier by keyboard alone, seeing its due moment before', async () => {
    visitor = await atTheCounter();
    const key = await keyOf(visitor, /Chứng thực bản sao/i);
    visitor.startCounting();
    await visitor.press(key);
    await typed(visitor, '0987000111');
    await visitor.press('Tab');
    await typed(visitor, 'Trần Thị Bưởi');
    await visitor.page.locator('mc-due-panel').getByText('15/01/2026 17:00').waitFor();
    await visitor.press('Enter');
    await visitor.page.getByRole('heading', { name: 'Vừa tiếp nhận' }).waitFor();
    const { keys, presses, seconds } = visitor.effort;
    process.stdout.write(`typed receipt: ${keys} keys, ${seconds} s, 23 letters and digits\n`);
    expect([keys, presses]).toEqual([3, 0]);
    expect(await lastCode(visitor)).toMatch(/^MC\.H24\.99-260115-\d{4}$/);
    const focused = visitor.page.locator('input:focus');
    expect(await focused.getAttribute('role')).toBe('combobox');
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('has the name of a known applicant filled in from the phone, and makes one dossier of two Enters', async () => {
    visitor = await atTheCounter();
    await visitor.press(await keyOf(visitor, /Chứng thực bản sao/i));
    await typed(visitor, '0987 000 111');
    const name = visitor.page.getByLabel(/Họ tên người nộp/);
    await visitor.page.getByText(/hồ sơ với số này/).waitFor();
    expect(await name.inputValue()).toBe('Trần Thị Bưởi');
    const sent: string[] = [];
    visitor.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/dossiers')) sent.push('receipt');
    });
    await visitor.press('Enter', 'Enter');
    await visitor.page.getByRole('heading', { name: 'Vừa tiếp nhận' }).waitFor();
    expect(sent).toHaveLength(1);
    expect(visitor.page.url()).not.toContain('0987');
  });

  it('finishes on the spot with one key what was just received', async () => {
    visitor = await atTheCounter();
    await visitor.press(await keyOf(visitor, /Chứng thực bản sao/i));
    await visitor.press('Tab');
    await typed(visitor, 'Lê Văn Cam');
    visitor.startCounting();
    await visitor.press('Enter');
    await visitor.page.getByRole('button', { name: /^Xong tại chỗ/ }).waitFor();
    await visitor.press('Control+Enter');
    await visitor.page.getByText(/đã xong và trả kết quả/).waitFor();
    expect(visitor.effort).toMatchObject({ keys: 2, presses: 0 });
    expect(visitor.troubles).toEqual([]);
  });

  it('prints the slip of what has no official one, by one key', async () => {
    visitor = await atTheCounter();
    await visitor.press(await keyOf(visitor, /Chứng thực bản sao/i), 'Tab');
    await typed(visitor, 'Vũ Thị Đào');
    await visitor.press('Enter');
    await visitor.page.getByRole('button', { name: /^In giấy tiếp nhận/ }).waitFor();
    const slip = visitor.page.waitForResponse(/\/forms\/mau01$/);
    const tab = visitor.page.waitForEvent('popup');
    await visitor.press('Control+p');
    const answer = await slip;
    expect(answer.headers()['content-type']).toBe('application/pdf');
    await (await tab).waitForURL(/^blob:/);
    expect(visitor.troubles).toEqual([]);
  });

  it('is warned about dossiers in person, and told where the slip differs from our counting', async () => {
    visitor = await atTheCounter();
    await visitor.press(await keyOf(visitor, /Chứng thực bản sao/i));
    await visitor.page.getByLabel('Trực tiếp', { exact: true }).check();
    await visitor.page.getByText(/không tính vào tỷ lệ hồ sơ trực tuyến/).waitFor();
    await visitor.page.getByText(/^Giấy hẹn của hệ thống khác/).click();
    await visitor.page.getByLabel('Hạn trả ghi trên giấy hẹn').fill('16/01/2026 11:00');
    await visitor.page.getByText(/Lệch hạn: cách tính của xã cho 15\/01\/2026 17:00/).waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('reception')).toEqual([]);
    await visitor.page.reload();
    const slip = visitor.page.getByLabel('Hạn trả ghi trên giấy hẹn');
    expect(await slip.inputValue()).toBe('16/01/2026 11:00');
  });
});

describe('a scanner', () => {
  it('opens the dossier whose code it reads, wherever one stands', async () => {
    visitor = await atTheCounter();
    const answer = await visitor.page.request.get('/api/v1/dossiers?limit=1&sort=-received');
    const { items } = (await answer.json()) as { items: { id: string; code: string }[] };
    const code = items[0]?.code ?? '';
    await visitor.page.getByLabel(/Họ tên người nộp/).focus();
    await visitor.scan(code);
    await visitor.page.waitForURL(new RegExp(`/ho-so/${items[0]?.id ?? ''}`));
  });

  it('begins a receipt with a code that nobody knows yet, and leaves what was typed alone', async () => {
    visitor = await atTheCounter();
    await visitor.page.getByLabel(/Họ tên người nộp/).fill('Phạm Thị Dừa');
    await visitor.page.getByLabel(/Họ tên người nộp/).focus();
    const slip = `H24.99-260115-${Date.now()}`;
    await visitor.scan(slip);
    await visitor.page.getByText(/chưa có. Chọn thủ tục/).waitFor();
    const code = visitor.page.getByLabel('Mã hồ sơ chính thức', { exact: true });
    expect(await code.inputValue()).toBe(slip);
    expect(await visitor.page.getByLabel(/Họ tên người nộp/).inputValue()).toBe('Phạm Thị Dừa');
    await visitor.press(await keyOf(visitor, /Chứng thực bản sao/i), 'Enter');
    await visitor.page.getByRole('heading', { name: 'Vừa tiếp nhận' }).waitFor();
    expect(await lastCode(visitor)).toBe(slip);
    await visitor.page.getByText('Đã có giấy hẹn chính thức').waitFor();
  });
});
