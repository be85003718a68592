import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { someReady } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

const visitors: Visitor[] = [];
const arrive = async (username: string): Promise<Visitor> => {
  const visitor = await Visitor.signedInAs(username, '/viec-cua-toi?scope=unit&due=ready');
  visitors.push(visitor);
  await rows(visitor).first().waitFor();
  return visitor;
};

const rows = ({ page }: Visitor) => page.locator('mc-work-table tbody tr[aria-rowindex]');
const peek = ({ page }: Visitor) => page.getByRole('region', { name: 'Hồ sơ đang mở' });

/** Opens that dossier beside the list. */
const open = async (visitor: Visitor, code: string): Promise<void> => {
  await visitor.click(rows(visitor).filter({ hasText: code }));
  await peek(visitor).locator('mc-timeline li').first().waitFor();
};

afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave();
});
afterAll(closeBrowser);

describe('a dossier beside the list', () => {
  it('is acted on where it is read, and follows what others do to it', async () => {
    const [code = ''] = await someReady(1);
    const [officer, colleague] = [await arrive('lanhdao'), await arrive('xuly')];
    await open(officer, code);
    await open(colleague, code);
    expect(await officer.barriers()).toEqual([]);
    expect(await officer.photograph('work-beside')).toEqual([]);
    await officer.click(peek(officer).getByRole('button', { name: 'Ghi chú' }).first());
    await officer.page.getByRole('dialog').getByLabel('Nội dung').fill('Hẹn chiều đến lấy');
    await officer.click(officer.page.getByRole('dialog').getByRole('button', { name: 'Ghi chú' }));
    for (const visitor of [officer, colleague]) {
      await peek(visitor).getByText('Hẹn chiều đến lấy').waitFor();
    }
    await officer.click(peek(officer).getByRole('button', { name: 'Trả kết quả' }).first());
    const handOver = officer.page.getByRole('dialog');
    await handOver.locator('select').first().selectOption({ index: 1 });
    await handOver.getByRole('button', { name: 'Trả kết quả' }).click();
    await peek(colleague).locator('header + .signs').getByText('Đã trả kết quả').waitFor();
    expect(officer.troubles).toEqual([]);
    expect(colleague.troubles).toEqual([]);
  });

  it('leads to its own page by one key, and back to the same place', async () => {
    const [code = ''] = await someReady(1);
    const officer = await arrive('xuly');
    await open(officer, code);
    await officer.press('o');
    await officer.page.waitForURL(/\/ho-so\//);
    await officer.page.locator('mc-calendar-strip li').first().waitFor();
    expect(await officer.heading()).toContain(code);
    await officer.page.goBack();
    await peek(officer).getByText(code).first().waitFor();
  });

  it('is there for whoever was sent its address, whatever stands in their list', async () => {
    const [code = ''] = await someReady(1);
    const officer = await arrive('xuly');
    await open(officer, code);
    const id = new URL(officer.page.url()).searchParams.get('open') ?? '';
    await officer.page.goto(`/viec-cua-toi?scope=unit&due=overdue&open=${id}`);
    await peek(officer).locator('mc-timeline li').first().waitFor();
    expect(await peek(officer).locator('mc-act-panel button').count()).toBeGreaterThan(1);
    expect(await officer.barriers()).toEqual([]);
  });
});
