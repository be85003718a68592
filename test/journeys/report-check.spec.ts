import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Document, Packer, Paragraph } from 'docx';
import { Visitor, closeBrowser } from './visitor.ts';

const REPORT = [
  'BÁO CÁO',
  '- Tổng số hồ sơ là 310 hồ sơ (trong đó: tiếp nhận mới 300 hồ sơ, kỳ trước chuyển sang 20 hồ sơ).',
  '- Đã giải quyết 290/310 hồ sơ, đạt tỷ lệ 95,53%.',
  'Trên đây là báo cáo của xã.',
];

let visitor: Visitor;
afterEach(() => visitor.leave());
afterAll(closeBrowser);

describe('a report that somebody sent', () => {
  it('is pasted, marked at its sentences, and asked about', async () => {
    visitor = await Visitor.signedInAs('thanhpho', '/bao-cao');
    const { page } = visitor;
    await visitor.click(page.getByRole('link', { name: 'Kiểm tra báo cáo' }));
    await page.locator('textarea').fill(REPORT.join('\n'));
    await visitor.click(page.getByRole('button', { name: /^Kiểm tra/ }));
    const findings = page.locator('.slip li');
    await findings.first().waitFor();
    expect(await findings.count()).toBe(2);
    expect(await findings.first().innerText()).toContain('cộng lại là 320');
    expect(await page.locator('mark').count()).toBe(2);
    expect(await visitor.barriers()).toEqual([]);
    expect(await visitor.photograph('report-check')).toEqual([]);
    await visitor.click(findings.last().getByRole('button'));
    expect(await page.locator('#mark-2').evaluate((mark) => mark.matches(':focus'))).toBe(true);
    expect(visitor.effort.presses).toBeLessThanOrEqual(4);
    expect(visitor.troubles).toEqual([]);
  });

  it('comes as a Word file, and one that agrees is said to', async () => {
    visitor = await Visitor.signedInAs('baocao', '/bao-cao/kiem-tra');
    const { page } = visitor;
    const children = [new Paragraph('Đã giải quyết 8/10 hồ sơ, đạt 80%.')];
    const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await page.locator('input[type=file]').setInputFiles({ name: 'bc.docx', mimeType, buffer });
    await page.getByText('Không thấy số liệu nào mâu thuẫn').waitFor();
    await visitor.click(page.getByRole('button', { name: 'Kiểm tra báo cáo khác' }));
    const broken = { name: 'bc.docx', mimeType, buffer: Buffer.from('không phải tệp Word') };
    await page.locator('input[type=file]').setInputFiles(broken);
    await page.getByText('Không đọc được tệp báo cáo').waitFor();
    expect(await visitor.barriers()).toEqual([]);
  });
});
