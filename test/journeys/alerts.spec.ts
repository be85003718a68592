import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { type Told, atTheWire, oneReceived } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

const visitors: Visitor[] = [];
const at = async (username: string, path = '/canh-bao'): Promise<Visitor> => {
  const visitor = await Visitor.signedInAs(username, path);
  visitors.push(visitor);
  return visitor;
};

afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave();
});
afterAll(closeBrowser);

interface Me {
  readonly user: { readonly id: string };
  readonly clock: { readonly now: string };
}

const meOf = async (username: string): Promise<Me> => {
  const visitor = await Visitor.calm(username);
  const me = (await visitor.asked('/api/v1/auth/me')) as Me;
  await visitor.leave();
  return me;
};

/** A dossier that was promised for half an hour ago, put on the officer's table just now: late at once. */
const lateOnTheTable = async (): Promise<Told> => {
  const { user, clock } = await meOf('xuly');
  const before = (minutes: number): string =>
    new Date(Date.parse(clock.now) - minutes * 60_000).toISOString();
  const dossier = await oneReceived({ receivedAt: before(60), declaredDueAt: before(30) });
  const lead = await atTheWire('lanhdao');
  await lead(
    `/dossiers/${dossier.id}/assign`,
    { userId: user.id, departmentCode: 'van-phong' },
    dossier.version,
  );
  return dossier;
};

/** A dossier of the city's system, late when its list was drawn up: brought in with that list. */
const broughtIn = async ({ page }: Visitor, now: number): Promise<string> => {
  const before = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
  const externalCode = `H24.99-260115-${String(Date.now()).slice(-7)}`;
  const dossier = {
    ...{ externalCode, source: 'mot-cua-hai-phong', procedureCode: '1.004873', channel: 'direct' },
    ...{ field: 'Hộ tịch', applicant: { name: 'Nguyễn Văn Ất' }, dueAt: before(30) },
    events: [{ type: 'received', at: before(60) }],
  };
  const me = (await (await page.request.get('/api/v1/auth/me')).json()) as {
    readonly csrfToken: string;
  };
  const name = `${externalCode}.ndjson`;
  const answer = await page.request.post('/api/v1/imports', {
    headers: { 'x-csrf-token': me.csrfToken },
    multipart: {
      ...{ profile: 'dossiers-ndjson', exportedAt: before(0) },
      file: {
        name,
        mimeType: 'application/x-ndjson',
        buffer: Buffer.from(JSON.stringify(dossier)),
      },
    },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return externalCode;
};

const bell = ({ page }: Visitor) => page.locator('mc-bell .opener');
const line = ({ page }: Visitor, code: string) =>
  page.getByRole('treeitem').filter({ hasText: code });
const detail = ({ page }: Visitor) => page.locator('mc-alert-detail');

/** Until it stands in the list: by itself where the list was empty, else by the offer. */
const seen = async (visitor: Visitor, code: string): Promise<void> => {
  const { page } = visitor;
  const offer = page.getByRole('button', { name: /cập nhật danh sách/ });
  await offer.or(line(visitor, code)).first().waitFor();
  if ((await line(visitor, code).count()) === 0) await visitor.press('n');
  await line(visitor, code).first().waitFor();
};

describe('an alert', () => {
  it('comes to an open page, is answered by its holder, and the head reads and settles it', async () => {
    const [officer, head] = [await at('xuly'), await at('truongphong')];
    await bell(officer).waitFor();
    const { code } = await lateOnTheTable();
    await seen(officer, code);
    await seen(head, code);
    expect(await officer.page.title()).toMatch(/^\(\d+\) Cảnh báo/);
    await line(officer, code).first().click();
    await detail(officer).getByText('Lý do nhận cảnh báo').waitFor();
    await detail(officer)
      .getByText(/Báo lên Giám đốc Trung tâm lúc/)
      .waitFor();
    expect(await officer.barriers()).toEqual([]);
    await officer.press('g');
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByLabel('Chờ cơ quan khác').press('Space');
    await dialog.getByLabel('Nói rõ thêm').fill('Chờ công an xác minh');
    await officer.press('Enter');
    await detail(officer).getByText('Chờ công an xác minh').first().waitFor();

    await line(head, code).first().click();
    await detail(head).getByText('Chờ công an xác minh').first().waitFor();
    await detail(head).getByText('Chờ cơ quan khác', { exact: true }).waitFor();
    expect(await head.barriers()).toEqual([]);

    await head.page.goto('/dieu-hanh');
    const climbed = head.page.locator('mc-escalation-list li').filter({ hasText: code }).first();
    await climbed.getByText('Chờ công an xác minh').waitFor();
    await climbed.locator('.what + p').click();
    await head.press('d');
    await head.page.getByRole('dialog').getByText(code).waitFor();
    await head.type('Đã gọi công an huyện');
    await head.press('Enter');
    await climbed.getByText('Đã nắm', { exact: true }).waitFor();
    expect(await head.barriers()).toEqual([]);
    expect([...officer.troubles, ...head.troubles]).toEqual([]);
  });

  it('is acknowledged by the keyboard alone, and then nobody above is told', async () => {
    const officer = await at('xuly');
    const { code } = await lateOnTheTable();
    await seen(officer, code);
    await line(officer, code).first().click();
    await officer.page.getByRole('tree').focus();
    officer.startCounting();
    await officer.press('d');
    await officer.page.getByRole('dialog').waitFor();
    await officer.type('Trả trong sáng nay');
    await officer.press('Enter');
    await officer.page.getByText('Đã nắm 1 cảnh báo').waitFor();
    const { presses } = officer.effort;
    expect(presses).toBe(0);
    await officer.page
      .getByRole('button', { name: /^Đã nắm/ })
      .first()
      .click();
    await line(officer, code).first().click();
    await detail(officer).getByText('Trả trong sáng nay').waitFor();
    expect(
      await detail(officer)
        .getByText(/Báo lên/)
        .count(),
    ).toBe(0);
    expect(officer.troubles).toEqual([]);
  });

  it('is put off until a moment the office works, and stands among those to come', async () => {
    const officer = await at('xuly');
    const { code } = await lateOnTheTable();
    await seen(officer, code);
    await line(officer, code).first().click();
    await officer.press('s');
    await officer.page.getByRole('dialog').getByRole('radio').first().waitFor();
    await officer.press('Enter');
    await officer.page.getByText(/Sẽ nhắc lại lúc/).waitFor();
    await officer.page
      .getByRole('button', { name: /^Nhắc lại sau/ })
      .first()
      .click();
    await line(officer, code).first().waitFor();
    expect(officer.troubles).toEqual([]);
  });

  it('is one key away on every screen, and quietly beside its dossier', async () => {
    const { id, code } = await lateOnTheTable();
    const officer = await at('xuly', '/viec-cua-toi');
    await bell(officer).locator('b').waitFor();
    await officer.press('v');
    const menu = officer.page.locator('#mc-bell');
    await menu.getByText(code).first().click();
    await officer.page.waitForURL(/canh-bao\?open=/);
    await detail(officer).getByText(code).first().waitFor();
    await officer.press('o');
    await officer.page.waitForURL(new RegExp(`/ho-so/${id}`));
    await officer.page.locator('mc-dossier-alerts').getByText(code).first().waitFor();
    expect(officer.troubles).toEqual([]);
  });
});

describe('alerts of several dossiers', () => {
  it('are chosen with the space bar and acknowledged together', async () => {
    const codes = [(await lateOnTheTable()).code, (await lateOnTheTable()).code];
    const officer = await at('xuly');
    for (const code of codes) {
      await seen(officer, code);
      await line(officer, code).first().click();
      await officer.page.getByRole('tree').focus();
      await officer.press('Space');
    }
    await officer.press('d');
    const dialog = officer.page.getByRole('dialog');
    const count = /\d+/.exec(await dialog.getByRole('heading').innerText())?.[0] ?? '';
    expect(Number(count)).toBeGreaterThanOrEqual(codes.length);
    expect(await officer.barriers()).toEqual([]);
    await officer.press('Enter');
    await officer.page.getByText(`Đã nắm ${count} cảnh báo`).first().waitFor();
    for (const code of codes) await line(officer, code).first().waitFor({ state: 'detached' });
    expect(officer.troubles).toEqual([]);
  });
});

describe('an alert on a dossier of another system', () => {
  it('is put to rest by saying that the work is done there, until the next list', async () => {
    const officer = await at('tiepnhan');
    const { clock } = await meOf('tiepnhan');
    const code = await broughtIn(officer, Date.parse(clock.now));
    await seen(officer, code);
    await line(officer, code).first().click();
    await detail(officer)
      .getByText(/^Theo dữ liệu lúc/)
      .waitFor();
    await detail(officer).getByRole('button', { name: 'Đã xong trên hệ thống nguồn' }).click();
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Đã xong trên hệ thống nguồn' }).click();
    await officer.page.getByText(/^Đã ghi: xong trên hệ thống nguồn/).waitFor();
    await line(officer, code).first().waitFor({ state: 'detached' });
    expect(officer.troubles).toEqual([]);
  });
});

describe('the bell', () => {
  it('is right again after the connection was cut, without a word from anybody', async () => {
    const officer = await at('xuly', '/viec-cua-toi');
    const { page } = officer;
    await bell(officer).waitFor();
    await page.context().setOffline(true);
    await page.locator('mc-live-sign').getByText('Mất kết nối').waitFor();
    const { id } = await lateOnTheTable();
    const aside = await Visitor.calm('xuly');
    visitors.push(aside);
    const open = async (): Promise<number> =>
      ((await aside.asked('/api/v1/alerts/counts')) as { readonly open: number }).open;
    const raised = async (): Promise<string> =>
      JSON.stringify(await aside.asked(`/api/v1/alerts?kind=dossier.overdue&dossierId=${id}`));
    while (!(await raised()).includes(id)) await page.waitForTimeout(250);
    await page.context().setOffline(false);
    await page.locator('mc-live-sign').getByText('Trực tiếp').waitFor();
    const shown = async (): Promise<string> =>
      (await bell(officer).getAttribute('aria-label')) ?? '';
    while (!(await shown()).includes(` ${await open()} `)) await page.waitForTimeout(250);
  });
});

describe('how somebody wants to be reached', () => {
  it('holds for the browser: a kind that is switched off shows no box, one that is on shows one in all tabs', async () => {
    const officer = await at('xuly', '/cach-nhan-canh-bao');
    const { page } = officer;
    await page.context().grantPermissions(['notifications']);
    // The box itself is the system's; what the page asks it to show is kept here.
    await page.context().addInitScript(`
      window.boxes = [];
      const Real = window.Notification;
      window.Notification = class extends EventTarget {
        static get permission() { return 'granted'; }
        constructor(title, more) { super(); window.boxes.push(title + ' ' + more.body); }
        close() {}
      };
    `);
    await page.reload();
    const overdue = page.getByLabel('Trên trình duyệt: Quá hạn', { exact: true });
    await overdue.waitFor();
    const wish = async (isWanted: boolean): Promise<void> => {
      await overdue.setChecked(isWanted);
      await page.getByLabel('Số thông báo riêng nhiều nhất mỗi ngày').fill('100');
      await page.locator('mc-wish-form').getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('Đã lưu cách nhận cảnh báo').first().waitFor();
    };
    expect(await officer.barriers()).toEqual([]);
    await wish(false);
    const quiet = await lateOnTheTable();
    // Only when it has been raised is it known that nothing was to be sent of it.
    const raised = async (): Promise<unknown> =>
      officer.asked(`/api/v1/alerts?kind=dossier.overdue&dossierId=${quiet.id}`);
    while (!JSON.stringify(await raised()).includes(quiet.code)) await page.waitForTimeout(250);
    await wish(true);
    const beside = await page.context().newPage();
    await beside.goto('/viec-cua-toi');
    await beside.locator('mc-bell .opener').waitFor();
    const boxes = async (): Promise<readonly string[]> => {
      const of = (tab: typeof page) => tab.evaluate<readonly string[]>('window.boxes');
      return [...(await of(page)), ...(await of(beside))];
    };
    const shownOf = async ({ code }: Told): Promise<readonly string[]> =>
      (await boxes()).filter((text) => text.includes(code));
    const loud = await lateOnTheTable();
    while ((await shownOf(loud)).length === 0) await page.waitForTimeout(250);
    // When a later one has been shown, whoever else would have shown the first has done so.
    const later = await lateOnTheTable();
    while ((await shownOf(later)).length === 0) await page.waitForTimeout(250);
    expect(await shownOf(quiet)).toEqual([]);
    expect(await shownOf(loud)).toHaveLength(1);
    expect(officer.troubles).toEqual([]);
  });
});
