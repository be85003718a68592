import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Document, Packer, Paragraph } from 'docx';
import type { Problem } from '#contract/problem';
import { reportChecksPath, type ReportCheckAnswer } from '#contract/reports';
import { OfficeApp } from '../support/office-app.ts';

const WRONG = 'Đã giải quyết 80/100 hồ sơ, đạt tỷ lệ 90%.';

let office: OfficeApp;

beforeAll(async () => {
  office = await OfficeApp.open();
  const city = await office.unit({ code: 'H24', kind: 'city' });
  const here = await office.unit({ code: 'H24.99', parentId: city });
  await office.person('baocao', { unitId: here, roles: ['reporter'] });
  await office.person('lanhdao', { unitId: here, roles: ['director'] });
  await office.person('thanhpho', { unitId: city, roles: ['cityReader'] });
  await office.person('quantri', { unitId: here, roles: ['admin'] });
});
afterAll(() => office.close());

async function sent(as: string, file: Buffer) {
  const browser = await office.signedIn(as);
  const boundary = 'ranh-gioi';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="bc.docx"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return browser.ask<ReportCheckAnswer & Problem>({
    ...{ method: 'POST', url: reportChecksPath, body },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
}

describe('somebody’s report', () => {
  it.each(['baocao', 'lanhdao', 'thanhpho'])('is checked for %s, pasted', async (as) => {
    const browser = await office.signedIn(as);
    const { status, body } = await browser.post<ReportCheckAnswer>(reportChecksPath, {
      text: WRONG,
    });
    expect(status).toBe(200);
    expect(body.findings).toMatchObject([
      { kind: 'percent-wrong', sentence: WRONG, expected: '80,00', title: 'Tỷ lệ tính sai' },
    ]);
  });

  it('is read from a Word file, and says the same', async () => {
    const file = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph(WRONG)] }] }),
    );
    const { status, body } = await sent('baocao', file);
    expect(status).toBe(200);
    expect(body).toMatchObject({ text: WRONG, findings: [{ kind: 'percent-wrong' }] });
  });

  it('is told in the reader’s language', async () => {
    const browser = await office.signedIn('baocao');
    const { body } = await browser.post<ReportCheckAnswer>(
      reportChecksPath,
      { text: WRONG },
      { 'accept-language': 'en' },
    );
    expect(body.findings[0]?.why).toBe('Printed 90%; 80/100 is 80,00%.');
  });

  it('is refused where it is no document, nothing at all, or not for the asker', async () => {
    expect((await sent('baocao', Buffer.from('PK không phải tệp Word'))).body).toMatchObject({
      ...{ status: 422, code: 'report-file-unreadable' },
    });
    const [reporter, counter] = [await office.signedIn('baocao'), await office.signedIn('quantri')];
    expect((await reporter.post<Problem>(reportChecksPath, {})).body.code).toBe('file-required');
    expect((await counter.post<Problem>(reportChecksPath, { text: WRONG })).status).toBe(403);
  });
});
