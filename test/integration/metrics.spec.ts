import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { metricsPath, readyPath, type Ready } from '#contract/health';
import { OfficeApp } from '../support/office-app.ts';

let office: OfficeApp;
let unitId: number;

beforeAll(async () => {
  office = await OfficeApp.open();
  unitId = await office.unit({ code: 'H24.99' });
  await office.person('hoa', { unitId, roles: ['reception', 'director'] });
});
afterAll(() => office.close());

const scrape = async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') => {
  const { app } = office.application;
  const answer = await app.inject({ method: 'GET', url: metricsPath, headers, remoteAddress });
  return { status: answer.statusCode, type: answer.headers['content-type'], text: answer.body };
};

const valueOf = (text: string, sample: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length));
};

const NAME = 'Trần Thị Bích Ngọc';

describe('the figures of a working office', () => {
  it('are there for this machine, and for nobody else', async () => {
    expect((await scrape()).type).toContain('text/plain; version=0.0.4');
    expect((await scrape({}, '10.0.0.5')).status).toBe(404);
    expect((await scrape({ 'x-forwarded-for': '10.0.0.5' })).status).toBe(404);
  });

  it('count events, refusals and requests by the words of the house', async () => {
    const browser = await office.signedIn('hoa');
    const body = { procedureCode: '9.000001', channel: 'direct', applicant: { name: NAME } };
    const before = (await scrape()).text;
    const { body: made } = await browser.post<{ id: string }>('/api/v1/dossiers', body);
    await browser.post(
      `/api/v1/dossiers/${made.id}/return`,
      { method: 'x' },
      { 'if-match': '"1"' },
    );
    const { text } = await scrape();
    const events = 'motcua_events_appended_total{type="received"}';
    const refusals = 'motcua_refusals_total{code="act-not-allowed-in-state"}';
    for (const sample of [events, refusals]) {
      expect(valueOf(text, sample)).toBe((valueOf(before, sample) ?? 0) + 1);
    }
    const labels = 'route="/api/v1/dossiers/:id/return",method="POST",status="4xx"';
    expect(valueOf(text, `motcua_http_request_duration_seconds_count{${labels}}`)).toBe(1);
  });

  it('name no person, no dossier and no address', async () => {
    const browser = await office.signedIn('hoa');
    const { body } = await browser.get<{ items: { id: string; code: string }[] }>(
      '/api/v1/dossiers',
    );
    const [dossier] = body.items;
    await browser.get(`/api/v1/khong-co/${NAME}?q=${dossier?.code ?? ''}`);
    const { text } = await scrape();
    for (const secret of [dossier?.id, dossier?.code, 'hoa', 'Ngọc', 'khong-co', 'postgres:']) {
      expect(text).not.toContain(String(secret));
    }
  });

  it('say how the database, the outbox and the clocks are', async () => {
    const { text } = await scrape();
    expect(valueOf(text, 'motcua_database_connections{state="waiting"}')).toBe(0);
    expect(valueOf(text, 'motcua_outbox_open')).toBeGreaterThanOrEqual(0);
    expect(Math.abs(valueOf(text, 'motcua_database_clock_skew_seconds') ?? 99)).toBeLessThan(5);
    expect(valueOf(text, 'motcua_streams_open')).toBe(0);
    expect(valueOf(text, 'process_cpu_seconds_total')).toBeGreaterThan(0);
  });
});

describe('orders that nobody takes', () => {
  it('make the office degraded, not closed', async () => {
    await office.database.asRoot(
      `insert into outbox (unit_id, topic, message, at, leased_until)
       values ($1, 'nobody.does', '{}', now() - interval '5 minutes', now() + interval '50 seconds')`,
      [unitId],
    );
    const { status, body } = await office.browser().get<Ready>(readyPath);
    expect(status).toBe(200);
    expect(body.status).toBe('degraded');
    expect(body.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['outbox']);
    const lag = valueOf((await scrape()).text, 'motcua_outbox_lag_seconds');
    expect(lag).toBeGreaterThanOrEqual(300);
    await office.database.asRoot(`delete from outbox where topic = 'nobody.does'`);
  });
});
