import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { AlertItem, Escalation } from '#contract/alerts';
import type { User } from '#contract/identity';
import type { Page } from '#contract/list';
import { atTheWire, oneReceived } from './ready-dossiers.ts';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

/** What the product answers to somebody who looks over nobody's shoulder. */
const askedAs = async <Told>(username: string, path: string): Promise<Told> => {
  const one = await Visitor.calm(username);
  const told = (await one.asked(path)) as Told;
  await one.leave();
  return told;
};

const person = async (username: string): Promise<User> => {
  const { items } = await askedAs<Page<User>>('lanhdao', '/api/v1/users?limit=500');
  const found = items.find((each) => each.username === username);
  if (found === undefined) throw new Error(`nobody is ${username}`);
  return found;
};

const TOMORROW_MS = 26 * 3_600_000;

describe('a head of department', () => {
  it('goes from a number to its dossiers, hands one on by two keys, takes it back, and the numbers follow', async () => {
    const [officer, clerk] = [await person('xuly'), await person('vanthu')];
    const departmentCode = officer.memberships[0]?.departmentCode ?? '';
    const now = Date.parse(
      (await askedAs<{ readonly at: string }>('lanhdao', '/api/v1/steering')).at,
    );
    const declaredDueAt = new Date(now + TOMORROW_MS).toISOString();
    const dossier = await oneReceived({ declaredDueAt });
    const lead = await atTheWire('lanhdao');
    const given = { userId: officer.id, departmentCode };
    await lead(`/dossiers/${dossier.id}/assign`, given, dossier.version);

    visitor = await Visitor.signedInAs('truongphong', '/dieu-hanh');
    const { page } = visitor;
    const heldBy = (name: string) => page.getByRole('button', { name: `${name}, Đang giữ` });
    const counted = async (name: string): Promise<number> => {
      const button = heldBy(name);
      return (await button.count()) === 0 ? 0 : Number(await button.innerText());
    };
    await heldBy(officer.displayName).waitFor();
    const before = await counted(clerk.displayName);
    await visitor.click(heldBy(officer.displayName));
    const row = page.locator('.opened li').filter({ hasText: dossier.code });
    await row.waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.click(row.locator('.who'));
    await visitor.press('p');
    const choice = page.getByRole('dialog').getByRole('button', { name: clerk.displayName });
    await choice.waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await visitor.press(await choice.locator('kbd').innerText());
    const oneMore = page.getByRole('button', {
      name: `${clerk.displayName}, Đang giữ: ${before + 1} hồ sơ`,
    });
    await oneMore.waitFor();
    expect(visitor.effort.keys).toBe(2);
    await visitor.click(page.getByRole('button', { name: 'Giao lại như cũ' }));
    await page.getByText(`${dossier.code} đã được giao lại như cũ`).waitFor();
    await oneMore.waitFor({ state: 'detached' });

    // Somebody else hands it on: nobody has touched this page.
    const { version } = await askedAs<{ readonly version: number }>(
      'lanhdao',
      `/api/v1/dossiers/${dossier.id}`,
    );
    await lead(`/dossiers/${dossier.id}/assign`, { ...given, userId: clerk.id }, version);
    await oneMore.waitFor();
    expect(await visitor.photograph('steering-head')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});

describe('a director', () => {
  it('sees departments, and of what has climbed what its holder answered', async () => {
    const officer = await person('xuly');
    const { items } = await askedAs<Page<Escalation>>(
      'lanhdao',
      '/api/v1/alerts/escalated?limit=500',
    );
    const own = await askedAs<Page<AlertItem>>('xuly', '/api/v1/alerts?limit=500');
    const mine = own.items.find(
      ({ level, subject, kind }) =>
        level === 'officer' &&
        items.some((each) => each.subject.id === subject.id && each.kind === kind),
    );
    if (mine === undefined) throw new Error('nothing of the officer has climbed');
    const answer = await atTheWire('xuly');
    await answer(`/alerts/${mine.id}/answer`, { kind: 'overload', text: 'Đang xử lý 40 hồ sơ' });

    visitor = await Visitor.signedInAs('lanhdao', '/dieu-hanh');
    const { page } = visitor;
    const climbed = page
      .locator('mc-escalation-list li')
      .filter({ hasText: 'Đang xử lý 40 hồ sơ' });
    await climbed.first().waitFor();
    const text = await climbed.first().innerText();
    expect(text).toContain('Quá tải');
    expect(text).toContain(officer.displayName);
    await page.getByRole('columnheader', { name: 'Phòng chuyên môn' }).waitFor();
    expect(await page.getByRole('rowheader', { name: officer.displayName }).count()).toBe(0);
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('steering-director')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});

describe('an officer', () => {
  it('is not shown the board of those who lead', async () => {
    visitor = await Visitor.signedInAs('xuly', '/dieu-hanh');
    await visitor.page.locator('mc-notice.forbidden').waitFor();
    expect(await visitor.barriers()).toEqual([]);
  });
});
