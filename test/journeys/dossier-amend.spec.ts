import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.ts';
import { oneReceived } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let leader: Visitor;
afterEach(async () => {
  const { troubles } = leader;
  await leader.leave();
  expect(troubles).toEqual([]);
});
afterAll(closeBrowser);

const open = async (id: string): Promise<void> => {
  leader = await Visitor.signedInAs('lanhdao', `/ho-so/${id}`);
  await leader.page.locator('mc-timeline li').first().waitFor();
};

const rows = (): Promise<readonly string[]> =>
  leader.page.locator('dialog[open] mc-act-outlook tbody tr').allInnerTexts();

const shown = async (wanted: RegExp): Promise<void> => {
  await until(
    async () => (await rows()).join('\n'),
    (text) => wanted.test(text),
  );
};

/** A dialog lies over the switch of languages: it is looked at as it stands, on the office's screen and a phone. */
const pictured = async (name: string): Promise<void> => {
  for (const [size, width] of [['office', 1366] as const, ['phone', 360] as const]) {
    await leader.page.setViewportSize({ width, height: 768 });
    await leader.page.screenshot({ path: `reports/screens/${name}-${size}-vi.png` });
    expect(await leader.sticksOut()).toBe(false);
  }
  await leader.page.setViewportSize({ width: 1366, height: 768 });
};

describe('a mistake', () => {
  it('is shown before and after, member by member and with the due moment, before it is mended', async () => {
    const { id } = await oneReceived({ receivedAt: '2026-01-15T08:00:00+07:00' });
    await open(id);
    const receipt = leader.page.locator('mc-timeline li', { hasText: 'Tiếp nhận' }).last();
    await receipt.getByRole('button', { name: 'Đính chính' }).click();
    const dialog = leader.page.getByRole('dialog');
    await dialog.getByLabel('Mã hồ sơ chính thức').fill('H24.99-260114-0099');
    await dialog.getByLabel(/^\s*Lý do \(/).fill('Ghi nhầm');
    await dialog.getByText('H24.99-260114-0099').waitFor();
    expect(await rows()).toEqual([
      expect.stringMatching(/Mã hồ sơ chính thức\s+–\s+H24\.99-260114-0099/),
      expect.stringMatching(/Hạn trả\s+20\/01\/2026 17:00\s+giữ nguyên/),
    ]);
    await dialog.getByLabel('Hạn trả trên giấy hẹn').fill('19/01/2026 11:00');
    await shown(/Hạn trả\s+20\/01\/2026 17:00\s+19\/01\/2026 11:00/);
    expect(await leader.barriers()).toEqual([]);
    await pictured('dossier-amend');
    await dialog.getByRole('button', { name: /^Đính chính/ }).click();
    await receipt.getByText(/Đã đính chính, xem sự kiện số/).waitFor();
  });

  it('of what was never entered is filled in, and moves the due moment it should have moved', async () => {
    const { id } = await oneReceived({ receivedAt: '2026-01-15T08:00:00+07:00' });
    await open(id);
    await leader.page.getByRole('button', { name: 'Bổ sung sự kiện sót' }).click();
    const dialog = leader.page.getByRole('dialog');
    await dialog.getByLabel('Sự kiện').selectOption({ label: 'Yêu cầu bổ sung' });
    await dialog.getByLabel('Đã làm lúc').fill('15/01/2026 08:30');
    await dialog.getByLabel(/^\s*Lý do \(/).fill('Bản giấy đã giao cho công dân');
    await shown(
      /Sự kiện\s+–\s+Yêu cầu bổ sung[\s\S]*Trạng thái[\s\S]*Hạn trả\s+20\/01\/2026 17:00\s+–/,
    );
    expect(await leader.barriers()).toEqual([]);
    await pictured('dossier-insert');
    await dialog.getByRole('button', { name: 'Bổ sung sự kiện sót' }).click();
    await leader.page.getByText('Bổ sung sự kiện sót: Yêu cầu bổ sung').waitFor();
    await leader.page
      .locator('mc-state-badge')
      .getByText(/Chờ bổ sung/)
      .first()
      .waitFor();
  });
});
