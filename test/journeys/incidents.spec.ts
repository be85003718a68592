import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Visitor, closeBrowser } from './visitor.ts';

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('an incident of a system', () => {
  it('is written down and shows what stood on the screen', async () => {
    const note = `Lỗi 502 ${Date.now().toString(36)}`;
    visitor = await Visitor.signedInAs('tiepnhan', '/su-co');
    const { page } = visitor;
    await page.getByLabel('Ghi chú').fill(note);
    await visitor.click(page.getByRole('button', { name: 'Ghi sự cố từ bây giờ' }));
    const incident = page.locator('li', { hasText: note });
    await incident.waitFor();
    const file = { name: 'man-hinh.png', mimeType: 'image/png', buffer: PNG };
    const shown = page.waitForResponse((answer) => answer.url().includes('/picture?v='));
    await incident.locator('input[type=file]').setInputFiles(file);
    const picture = incident.getByRole('img', { name: /^Ảnh màn hình/ });
    await picture.waitFor();
    expect((await shown).headers()['content-type']).toBe('image/png');
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('incident-picture')).toEqual([]);
    await visitor.click(incident.getByRole('button', { name: 'Bỏ ảnh' }));
    await picture.waitFor({ state: 'detached' });
    expect(visitor.troubles).toEqual([]);
  });
});
