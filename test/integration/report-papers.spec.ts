import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '#contract/problem';
import { reportIssuesPath, type IssueAnswer } from '#contract/reports';
import { DossiersApp } from '../support/dossiers-app.ts';
import { aUnitRow } from '../support/database.ts';
import { ReportsModule } from '../../backend/src/reports/index.ts';

const MONTH = { from: '2026-02-15', to: '2026-03-14' };

let app: DossiersApp;
let director: string;
let reporter: string;

const done = async (as: string, path: string, body: object = {}): Promise<IssueAnswer> => {
  const answer = await app.ask<IssueAnswer>(as, `POST ${reportIssuesPath}${path}`, { body });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

const drawn = (): Promise<IssueAnswer> =>
  done(reporter, '', { template: 'quarterly', periods: { main: MONTH } });

const issued = async (): Promise<IssueAnswer> => {
  const { id } = await drawn();
  await done(reporter, `/${id}/submit`);
  await done(director, `/${id}/approve`);
  return done(director, `/${id}/issue`);
};

/** A form as a browser sends it. */
const attached = async (id: string, fields: object, file: Buffer) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set('file', new Blob([new Uint8Array(file)]), 'tep.pdf');
  const told = new Response(form);
  return app.ask<IssueAnswer & Problem>(reporter, `POST ${reportIssuesPath}/${id}/attach`, {
    body: Buffer.from(await told.arrayBuffer()),
    headers: { 'content-type': told.headers.get('content-type') ?? '' },
  });
};

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00', [ReportsModule]);
  const unit = await aUnitRow(app.database, 'H24.99');
  director = `director@${unit}`;
  reporter = `reporter@${unit}`;
});
afterAll(() => app.close());

describe('the paper of a report', () => {
  it('keeps the paper that came back signed, whole and sealed, and nothing that is none', async () => {
    const { id } = await issued();
    const whole = Buffer.from(`%PDF-1.7\n${'chữ ký '.repeat(4_000)}\n%%EOF\n`);
    const given = { number: '16/BC-UBND', date: '2026-03-16', fileName: 'bc-16 đã ký.pdf' };
    const attach = (file: Buffer, more: object = {}) => attached(id, { ...given, ...more }, file);
    const cut = await attach(whole.subarray(0, 3_000));
    expect(cut).toMatchObject({ status: 422, body: { code: 'report-signed-unfit' } });
    const other = await attach(whole, { fileSha256: '0'.repeat(64) });
    expect(other.body).toMatchObject({ code: 'report-signed-unfit' });
    const fileSha256 = createHash('sha256').update(whole).digest('hex');
    const { body } = await attach(whole);
    expect(body.document).toEqual({ ...given, fileSha256, isKept: true });
    const kept = await app.bytes(reporter, `GET ${reportIssuesPath}/${id}/signed`);
    expect(kept.bytes.equals(whole)).toBe(true);
    expect(kept.headers['content-disposition']).toMatch(
      /^attachment; filename="[\w.-]+-da-ky.pdf"$/,
    );
    const again = { ...given, number: '18/BC-UBND', fileSha256 };
    expect((await done(reporter, `/${id}/attach`, again)).document?.isKept).toBe(true);
    // Named again without a file: the paper that lay here is not the one that is spoken of now.
    await done(reporter, `/${id}/attach`, { number: '17/BC-UBND', date: '2026-03-16' });
    const gone = await app.bytes(reporter, `GET ${reportIssuesPath}/${id}/signed`);
    expect(gone.status).toBe(404);
  });

  it('is looked at as it would be printed, inside our own page and nowhere else', async () => {
    const { id } = await drawn();
    const url = `GET ${reportIssuesPath}/${id}/preview`;
    const { bytes, headers } = await app.bytes(reporter, url);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['content-disposition']).toBe('inline');
  });
});
