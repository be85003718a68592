import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

interface Found {
  readonly id: string;
  readonly code: string;
  readonly officialCode: string | null;
}

const visitors: Visitor[] = [];
const arrive = async (username: string): Promise<Visitor> => {
  const visitor = await Visitor.signedInAs(username);
  visitors.push(visitor);
  return visitor;
};

/** Another one for each place, so that no journey crosses another's way. */
const found = async ({ page }: Visitor, state: string, place: number): Promise<Found> => {
  const question = `fetch('/api/v1/dossiers?state=${state}&limit=20').then((told) => told.json())`;
  const { items } = await page.evaluate<{ readonly items: readonly Found[] }>(question);
  const dossier = items[place];
  if (dossier === undefined) throw new Error('the sample has too few dossiers');
  return dossier;
};

const open = async (visitor: Visitor, { id }: Found): Promise<void> => {
  await visitor.page.goto(`/ho-so/${id}`);
  await visitor.page.locator('mc-timeline li').first().waitFor();
};

/** The first on which that act can be done. */
const openWith = async (visitor: Visitor, act: string): Promise<void> => {
  const button = visitor.page.getByRole('button', { name: act, exact: false }).first();
  for (let place = 0; ; place += 1) {
    await open(visitor, await found(visitor, 'processing', place));
    if ((await button.getAttribute('aria-disabled')) === null) return;
  }
};

const timeline = ({ page }: Visitor): Promise<readonly string[]> =>
  page.locator('mc-timeline h3').allInnerTexts();

const sendNote = async (visitor: Visitor, text: string): Promise<void> => {
  await visitor.press('n');
  await visitor.page.getByRole('dialog').getByLabel('Nội dung').fill(text);
  await visitor.page.getByRole('dialog').getByRole('button', { name: 'Ghi chú' }).click();
  await visitor.page.getByRole('dialog').waitFor({ state: 'hidden' });
};

afterEach(async () => {
  const told = visitors.flatMap(({ troubles }) => troubles);
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
  // A refusal that a journey provokes is told by the browser as well.
  expect(told.filter((text) => !/ 40[49]| 412/.test(text))).toEqual([]);
});
afterAll(closeBrowser);

describe('the page of a dossier', () => {
  it('is opened by its code alone, and shows what its due moment comes from', async () => {
    const officer = await arrive('xuly');
    const { code, officialCode } = await found(officer, 'processing', 0);
    officer.startCounting();
    await officer.press('Control+k');
    await officer.type(officialCode ?? code);
    await officer.press('Enter');
    await officer.page.locator('mc-calendar-strip li').first().waitFor();
    expect(await officer.heading()).toContain(officialCode ?? code);
    expect(officer.effort.presses).toBe(0);
    expect(officer.effort.keys).toBeLessThanOrEqual(30);
    expect(await officer.barriers()).toEqual([]);
    expect(await officer.photograph('dossier')).toEqual([]);
  });

  it('explains every act that cannot be done, and nobody meets a barrier there', async () => {
    const officer = await arrive('tiepnhan');
    await open(officer, await found(officer, 'processing', 0));
    await officer.press('.');
    const list = officer.page.getByRole('dialog');
    await list.getByText('Hồ sơ đang ở trạng thái không làm được việc này').waitFor();
    expect(await list.getByRole('button', { name: 'Ghi chú' }).count()).toBe(1);
    expect(await officer.barriers()).toEqual([]);
  });

  it('tells who does not know the code that there is none', async () => {
    const officer = await arrive('xuly');
    await officer.page.goto('/ho-so/H24.99-000000-0000');
    await officer.page.getByText('Không có hồ sơ này').waitFor();
    expect(await officer.barriers()).toEqual([]);
  });

  it('is no page for whoever only configures', async () => {
    const administrator = await arrive('quantri');
    await administrator.page.goto('/ho-so/H24.99-000000-0000');
    await administrator.page.locator('mc-notice').waitFor();
    expect(await administrator.page.locator('mc-timeline').count()).toBe(0);
  });
});

describe('acting on a dossier', () => {
  it('one key finishes a step, however often it is pressed', async () => {
    const officer = await arrive('xuly');
    await openWith(officer, 'Xong bước');
    const before = (await timeline(officer)).filter((title) => title === 'Xong bước').length;
    officer.startCounting();
    await officer.press('x', 'x');
    await officer.page.getByText('Đã ghi: Xong bước').waitFor();
    // As many as before and one more: that place in the list is taken now.
    await officer.page
      .locator('mc-timeline h3', { hasText: /^\s*Xong bước\s*$/ })
      .nth(before)
      .waitFor();
    const after = (await timeline(officer)).filter((title) => title === 'Xong bước').length;
    expect(after).toBe(before + 1);
    expect(officer.effort.keys).toBe(2);
  });

  it('says what will come of it before anything is sent', async () => {
    const officer = await arrive('xuly');
    await openWith(officer, 'Gia hạn');
    await officer.press('g');
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '+10 ngày làm việc' }).click();
    await dialog.getByLabel(/^\s*Lý do \(/).fill('Chờ xác minh');
    await dialog.getByText(/Sẽ trình .* duyệt|Hạn trả: .* → /).waitFor();
    expect(await officer.barriers()).toEqual([]);
  });

  it('what was typed is there again after the page was lost', async () => {
    const officer = await arrive('xuly');
    const dossier = await found(officer, 'returned', 0);
    await open(officer, dossier);
    await officer.press('n');
    await officer.page.getByRole('dialog').locator('textarea:focus').waitFor();
    await officer.type('Hẹn chiều đến');
    await open(officer, dossier);
    await officer.press('n');
    const field = officer.page.getByRole('dialog').getByLabel('Nội dung');
    expect(await field.inputValue()).toBe('Hẹn chiều đến');
  });

  it("a colleague's change is shown while one types, and nothing typed is lost", async () => {
    const officer = await arrive('xuly');
    const leader = await arrive('lanhdao');
    const dossier = await found(officer, 'returned', 1);
    await open(officer, dossier);
    await open(leader, dossier);
    await officer.press('n');
    await officer.type('Đã gọi điện');
    await sendNote(leader, 'Làm trước 15 giờ');
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByText('Trong lúc anh/chị đang nhập, hồ sơ đã thay đổi').waitFor();
    expect(await dialog.locator('mc-meanwhile-note li').innerText()).toContain('Ghi chú');
    expect(await dialog.getByLabel('Nội dung').inputValue()).toBe('Đã gọi điện');
    expect(await officer.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Đã xem, vẫn thực hiện' }).click();
    await leader.page.getByText('Đã gọi điện').first().waitFor();
    await officer.page.getByText('Làm trước 15 giờ').first().waitFor();
  });

  it('what is taken back stays readable, struck, with what took it back', async () => {
    const leader = await arrive('lanhdao');
    await open(leader, await found(leader, 'returned', 2));
    await sendNote(leader, 'Ghi nhầm hồ sơ');
    const note = leader.page.locator('mc-timeline li', { hasText: 'Ghi nhầm hồ sơ' }).first();
    await note.getByRole('button', { name: 'Hủy' }).click();
    await leader.page
      .getByRole('dialog')
      .getByLabel(/^\s*Lý do \(/)
      .fill('Bấm nhầm');
    await leader.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Hủy sự kiện/ })
      .click();
    await note.getByText(/Đã hủy, xem sự kiện số/).waitFor();
    expect(await note.getAttribute('class')).toContain('voided');
    expect(await leader.barriers()).toEqual([]);
  });

  it('a very long text with strange letters is folded and breaks nothing', async () => {
    const officer = await arrive('xuly');
    await open(officer, await found(officer, 'returned', 3));
    await sendNote(officer, `Dài 😀 \u202Eđảo ${'chữ'.repeat(1_200)}`);
    const more = officer.page.locator('mc-timeline').getByRole('button', { name: 'Xem hết' });
    await more.first().waitFor();
    expect(await officer.sticksOut()).toBe(false);
    await more.first().click();
    expect(await officer.sticksOut()).toBe(false);
    expect(await officer.barriers()).toEqual([]);
  });

  it('shows an applicant whole only to who says why, and hides it again', async () => {
    const officer = await arrive('xuly');
    await open(officer, await found(officer, 'returned', 4));
    const panel = officer.page.locator('mc-applicant-panel');
    expect(await panel.innerText()).toContain('***');
    await panel.getByRole('button', { name: 'Xem đầy đủ' }).click();
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Gọi mời đến bổ sung');
    await dialog.getByRole('button', { name: 'Xem đầy đủ' }).click();
    await panel.getByRole('button', { name: 'Ẩn lại' }).waitFor();
    expect(await panel.innerText()).not.toContain('***');
    await panel.getByRole('button', { name: 'Ẩn lại' }).click();
    await panel.getByText('***').first().waitFor();
  });
});
