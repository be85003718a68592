import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { atTheWire } from './ready-dossiers.ts';
import { SIZES, lookAt, motionOf, untranslated } from './screens/visit.ts';
import { Visitor, closeBrowser } from './visitor.ts';

type Wire = Awaited<ReturnType<typeof atTheWire>>;

let counter: Wire;
let leader: Wire;
let visitor: Visitor;

beforeAll(async () => {
  [counter, leader] = [await atTheWire('tiepnhan'), await atTheWire('lanhdao')];
});
afterEach(() => visitor.leave());
afterAll(closeBrowser);

/** A dossier received just now, and what was done to it since; the pair on its slip. */
const slip = async (...done: readonly (readonly [command: string, body?: object])[]) => {
  const received = await counter('/dossiers', {
    ...{ procedureCode: '2.000815', channel: 'direct' },
    applicant: { name: 'Nguyễn Thị Ánh', phone: '0987 000 222' },
  });
  let { version } = received;
  for (const [command, body = {}] of done) {
    ({ version } = await leader(`/dossiers/${received.id}/${command}`, body, version));
  }
  return { code: received.code, lookupCode: received.lookupCode ?? '' };
};

const papers = {
  items: 'Bản chính giấy khai sinh',
  reason: 'thiếu',
  respondBy: '2026-01-30T17:00:00+07:00',
};
const no = { reasonCode: 'notEligible', reason: 'Không thuộc thẩm quyền' };

describe('a citizen with a slip', () => {
  it.each([
    ['received', [], 'Đã tiếp nhận', /Hẹn trả kết quả\s+15\/01\/2026 17:00/],
    ['handled', [['start-step']], 'Đang giải quyết', /Hẹn trả kết quả\s+15\/01\/2026 17:00/],
    [
      'waiting',
      [['request-supplement', papers]],
      'Chờ bổ sung',
      /Bổ sung trước\s+\d\d\/01\/2026[^]*Hẹn trả kết quả\s+Chưa có/,
    ],
    [
      'ready',
      [['issue-result']],
      'Đã có kết quả',
      /Nhận kết quả tại\s+Trung tâm Phục vụ hành chính công xã Mẫu/,
    ],
    [
      'returned',
      [['issue-result'], ['return', { method: 'direct' }]],
      'Đã trả kết quả',
      /Đã trả lúc\s+15\/01\/2026/,
    ],
    ['refused', [['refuse', no]], 'Từ chối', /lý do có trong thông báo/],
  ] as const)('reads in plain words that it is %s', async (name, done, status, said) => {
    const { code, lookupCode } = await slip(...done);
    visitor = await Visitor.calm();
    const { page } = visitor;
    await page.goto('/tra-cuu');
    // As people type it who read from paper.
    await page.getByLabel('Mã hồ sơ').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByLabel('Mã tra cứu').fill(lookupCode.toLowerCase());
    await visitor.press('Enter');
    await page.getByRole('heading', { name: status, exact: true }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(said);
    expect(await page.locator('main').innerText()).not.toMatch(/Ánh|0987|khai sinh|thẩm quyền/);
    const faults = [
      ...(await lookAt(page, 'narrow', `lookup-${name}-vi`)),
      ...(await visitor.barriers()),
      ...(await motionOf(page)),
    ];
    await visitor.readEnglish();
    faults.push(
      ...(await lookAt(page, 'office', `lookup-${name}-en`)),
      ...(await untranslated(page, ['Xã Mẫu'])),
    );
    expect(faults).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  it('scans the QR and is there; the pair reaches no address, and none is left behind', async () => {
    const { code, lookupCode } = await slip();
    visitor = await Visitor.calm();
    const { page } = visitor;
    const addresses: string[] = [];
    page.on('request', (request) => {
      addresses.push(request.url().split('#')[0] ?? '', request.headers()['referer'] ?? '');
    });
    await page.goto(`/tra-cuu#${encodeURIComponent(code)}/${lookupCode}`);
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();
    expect(page.url()).toMatch(/\/tra-cuu$/);
    expect(addresses.filter((each) => each.includes(code) || each.includes(lookupCode))).toEqual(
      [],
    );
    await page.reload();
    await page.getByRole('heading', { name: 'Tra cứu hồ sơ' }).waitFor();
    expect(await page.getByLabel('Mã tra cứu').inputValue()).toBe('');
  });

  it('prints what was found on one page, without what is only pressed', async () => {
    const { code, lookupCode } = await slip(['issue-result']);
    visitor = await Visitor.calm();
    const { page } = visitor;
    await page.goto(`/tra-cuu#${encodeURIComponent(code)}/${lookupCode}`);
    await page.getByRole('heading', { name: 'Đã có kết quả' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await lookAt(page, 'zoomed', 'lookup-print');
    expect(await page.getByText(code).isVisible()).toBe(true);
    expect(await page.getByRole('button', { includeHidden: false }).count()).toBe(0);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it('who mistyped is told the same whatever was wrong, and to look again when it was often', async () => {
    const { code, lookupCode } = await slip();
    visitor = await Visitor.calm();
    const { page } = visitor;
    await page.goto('/tra-cuu');
    await page.setViewportSize({ width: SIZES.narrow[0], height: SIZES.narrow[1] });
    const told = async (pair: readonly [string, string]): Promise<string> => {
      await page.getByLabel('Mã hồ sơ').fill(pair[0]);
      await page.getByLabel('Mã tra cứu').fill(pair[1]);
      const answer = page.waitForResponse('**/public/lookup');
      await page.getByRole('button', { name: 'Tra cứu' }).click();
      await answer;
      return page.getByRole('alert').innerText();
    };
    const once = await told([code, '00000000']);
    expect(once).toMatch(/không đúng|chưa đúng/);
    expect(await told(['MC.H24.99-990101-0001', lookupCode])).toBe(once);
    const data = { code, lookupCode: '11111111' };
    await Promise.all(
      Array.from({ length: 40 }, () => page.request.post('/api/v1/public/lookup', { data })),
    );
    await told([code, '00000000']);
    await page.getByRole('alert').getByText('không phải chờ').waitFor();
    expect(await lookAt(page, 'narrow', 'lookup-often')).toEqual([]);
    expect(await visitor.barriers()).toEqual([]);
    await page.getByLabel('Mã tra cứu').fill(lookupCode);
    await visitor.press('Enter');
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();
  });
});
