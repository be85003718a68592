import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

describe('dossiers that are taken out', () => {
  it('leave as whole histories, and with persons only for a reason', async () => {
    visitor = await Visitor.signedInAs('lanhdao', '/viec-cua-toi?scope=unit');
    const { page } = visitor;
    await page.getByRole('button', { name: 'Xuất hồ sơ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xuất hồ sơ ra tệp' });
    await dialog.getByLabel('Dạng tệp').selectOption({ value: 'ndjson' });
    await dialog.getByLabel(/^Kèm họ tên/).check();
    await dialog.getByRole('button', { name: 'Tải tệp' }).click();
    await dialog.getByText('Hãy ghi lý do.').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    await dialog.getByLabel('Lý do cần thông tin người nộp').fill('Bàn giao');
    const fetching = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Tải tệp' }).click();
    const file = await readFile(await (await fetching).path(), 'utf8');
    const lines = file.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({
        externalCode: expect.any(String),
        applicant: expect.anything(),
      });
    }
    expect(visitor.troubles).toEqual([]);
  });
});
