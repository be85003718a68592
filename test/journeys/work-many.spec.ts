import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { someReady } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

const visitors: Visitor[] = [];
const arrive = async (username: string, path: string): Promise<Visitor> => {
  const visitor = await Visitor.signedInAs(username, path);
  visitors.push(visitor);
  return visitor;
};

afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave();
});
afterAll(closeBrowser);

const rows = (visitor: Visitor) => visitor.page.locator('mc-work-table tbody tr[aria-rowindex]');
const codeAt = (visitor: Visitor, place: number) =>
  rows(visitor).nth(place).locator('code').first().innerText();

describe('the work list', () => {
  it('gives one command to many by keyboard, and tells what became of each', async () => {
    const visitor = await arrive('lanhdao', '/viec-cua-toi?scope=unit');
    await rows(visitor).nth(3).waitFor();
    visitor.startCounting();
    await visitor.press('j', ' ', 'j', ' ', 'Shift+ArrowDown');
    const bar = visitor.page.getByRole('toolbar', { name: 'Việc cho các hồ sơ đã chọn' });
    await bar.getByText('Đã chọn 3 hồ sơ').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('work-chosen')).toEqual([]);
    await visitor.click(bar.getByRole('button', { name: 'Đã số hóa thành phần' }));
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(visitor.page.getByRole('button', { name: 'Thực hiện' }));
    const outcome = visitor.page.getByRole('region', { name: 'Đã số hóa thành phần' });
    await outcome.getByText('3 xong').waitFor({ timeout: 60_000 });
    expect(visitor.effort).toMatchObject({ keys: 5, presses: 2 });
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('work-outcome')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('lets a key pressed by mistake be taken back, and does what is not', async () => {
    await someReady(1);
    const visitor = await arrive('lanhdao', '/viec-cua-toi?scope=unit&due=ready');
    await rows(visitor).first().waitFor();
    const code = await codeAt(visitor, 0);
    await visitor.press('j', 'x');
    await visitor.page.getByText(`Trả kết quả – ${code}`).waitFor();
    await visitor.press('u');
    await visitor.page.getByText(`${code}: chưa làm gì.`).waitFor();
    visitor.startCounting();
    await visitor.press('x');
    await visitor.page.getByText(`Trả kết quả – ${code}: đã xong`).waitFor();
    expect(visitor.effort.keys).toBe(1);
    const state = rows(visitor).filter({ hasText: code }).getByText('Đã trả kết quả');
    await state.waitFor();
    expect(visitor.troubles).toEqual([]);
  });

  it('hands over a batch of slips scanned one after another, each once', async () => {
    await someReady(2);
    const visitor = await arrive('tiepnhan', '/viec-cua-toi?due=ready');
    await rows(visitor).nth(1).waitFor();
    const codes = [await codeAt(visitor, 0), await codeAt(visitor, 1)];
    visitor.startCounting();
    await visitor.press('q');
    for (const code of [...codes, codes[0] ?? '', 'H24.99-000000-0000']) {
      await visitor.type(code);
      await visitor.press('Enter');
    }
    await visitor.page.getByText('không có hồ sơ nào mang mã này').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.screenshot({ path: 'reports/screens/work-scan-office-vi.png' });
    await visitor.click(visitor.page.getByRole('button', { name: 'Trả kết quả 2 hồ sơ' }));
    const outcome = visitor.page.getByRole('region', { name: 'Trả kết quả', exact: true });
    await outcome.getByText('2 xong').waitFor();
    expect(visitor.effort.presses).toBe(1);
    expect(visitor.effort.seconds).toBeLessThan(60);
    expect(visitor.troubles).toEqual([]);
  });

  it('searches by name without accents, and puts no name into the address', async () => {
    const visitor = await arrive('xuly', '/viec-cua-toi?scope=unit');
    await rows(visitor).first().waitFor();
    await visitor.press('/');
    await visitor.type('nguyen');
    await visitor.press('Enter');
    await rows(visitor)
      .getByText(/Nguyễn/)
      .first()
      .waitFor();
    expect(visitor.page.url()).not.toContain('nguyen');
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('shows what a colleague changes within two seconds, where it stands', async () => {
    await someReady(2);
    const path = '/viec-cua-toi?scope=unit&due=ready';
    const [reader, colleague] = [await arrive('xuly', path), await arrive('lanhdao', path)];
    await rows(reader).nth(1).waitFor();
    await rows(colleague).nth(1).waitFor();
    const [code, next] = [await codeAt(colleague, 0), await codeAt(colleague, 1)];
    await colleague.press('j', 'x');
    await colleague.page.getByText(`Trả kết quả – ${code}: đã xong`).waitFor();
    const since = performance.now();
    await rows(reader).first().getByText('Đã trả kết quả').waitFor();
    expect(performance.now() - since).toBeLessThan(2_000);
    expect([await codeAt(reader, 0), await codeAt(reader, 1)]).toEqual([code, next]);
  });

  it('shows nothing of the list while the screen is locked', async () => {
    const visitor = await arrive('xuly', '/viec-cua-toi?scope=unit');
    await rows(visitor).first().waitFor();
    await visitor.press('Control+l');
    await visitor.page.getByRole('heading', { name: 'Màn hình đang khóa' }).waitFor();
    const behind = `getComputedStyle(document.querySelector('dialog.firm'), '::backdrop').backgroundColor`;
    expect(await visitor.page.evaluate(behind)).toBe('rgb(243, 245, 247)');
  });
});
