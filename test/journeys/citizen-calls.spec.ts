import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { atTheWire, oneReceived, type Told } from './ready-dossiers.ts';
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

/** A result that its applicant wants to be told of, where no gateway leads to them. */
const someoneToCall = async (): Promise<Told> => {
  const applicant = { name: 'Phạm Thị Ngọc', phone: '0936123457' };
  const dossier = await oneReceived({ applicant, mayTell: true });
  const lead = await atTheWire('lanhdao');
  await lead(`/dossiers/${dossier.id}/issue-result`, {}, dossier.version);
  return dossier;
};

const entryOf = (visitor: Visitor, { code }: Told) =>
  visitor.page.locator('mc-calls article').filter({ hasText: code });

describe('citizens whom no message reaches', () => {
  it('appear for the counter, are called with the number shown, and leave by one key', async () => {
    const dossier = await someoneToCall();
    const visitor = await arrive('tiepnhan', '/goi-dien');
    const entry = entryOf(visitor, dossier);
    await entry.getByText('Mời đến nhận kết quả').waitFor();
    expect(await entry.getByText('0936123457').count()).toBe(0);
    await entry.getByRole('heading').click();
    await visitor.page.keyboard.press('h');
    await entry.getByText('0936123457').waitFor();
    await visitor.page.keyboard.press('d');
    await entry.waitFor({ state: 'detached' });

    const leader = await arrive('lanhdao', `/ho-so/${dossier.id}`);
    const told = leader.page.locator('mc-dossier-messages');
    await told.getByText('Đã gọi điện').waitFor();
    await told.getByText('Người nộp đồng ý nhận tin').waitFor();
  });

  it('leave by themselves when the result is collected', async () => {
    const dossier = await someoneToCall();
    const visitor = await arrive('tiepnhan', '/goi-dien');
    const entry = entryOf(visitor, dossier);
    await entry.getByText('Mời đến nhận kết quả').waitFor();
    const counter = await atTheWire('tiepnhan');
    await counter(`/dossiers/${dossier.id}/return`, { method: 'counter' }, dossier.version + 1);
    await entry.waitFor({ state: 'detached' });
  });
});
