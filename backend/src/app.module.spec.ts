import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { liveSchema } from '#contract/health';
import { loginPath } from '#contract/identity';
import { PROBLEM_MEDIA_TYPE, problemSchema } from '#contract/problem';
import { AppModule } from './app.module.ts';
import { requireEnvironment } from './platform/config/required-environment.ts';
import { type Application, createApplication } from './platform/http/application.ts';

let application: Application;

beforeAll(async () => {
  // Nothing listens on port 1: the database is away, which is what these tests are about.
  const environment = requireEnvironment({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  const log = pino({ level: 'silent' });
  const module = AppModule.of(environment, log);
  application = await createApplication({ module, log, instance: 'this-one' });
});
afterAll(() => application.app.close());

const get = (url: string, language = 'vi') =>
  application.app.inject({ method: 'GET', url, headers: { 'accept-language': language } });

describe('the application without its database', () => {
  it('is alive, and says which instance it is', async () => {
    const answer = await get('/health/live');
    expect(answer.statusCode).toBe(200);
    expect(liveSchema.parse(answer.json()).version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(answer.headers['motcua-instance']).toBe('this-one');
  });

  it('is not ready, and says what it waits for', async () => {
    const answer = await get('/health/ready', 'en');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['content-type']).toContain(PROBLEM_MEDIA_TYPE);
    expect(problemSchema.parse(answer.json())).toMatchObject({
      code: 'not-ready',
      title: 'Not ready yet',
      facts: { waitingFor: 'database' },
    });
  });
});

describe('a sign-in without the database', () => {
  it('is asked to come back, not told of a fault', async () => {
    const answer = await application.app.inject({
      method: 'POST',
      url: loginPath,
      payload: { username: 'tiepnhan', password: 'x' },
    });
    expect(answer.statusCode).toBe(503);
    expect(problemSchema.parse(answer.json()).code).toBe('not-ready');
  });
});

describe('every refusal', () => {
  it.each([
    ['/nowhere?name=Lan', 404, 'not-found', '/nowhere'],
    ['/api/v1/nothing', 404, 'not-found', '/api/v1/nothing'],
    ['/%E0%A4%A', 400, 'invalid-request', '/%E0%A4%A'],
  ])('is a problem document: %s', async (url, status, code, instance) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    expect(problemSchema.parse(answer.json())).toMatchObject({ code, status, instance });
  });

  it('is one for a body that is no JSON, too', async () => {
    const answer = await application.app.inject({
      method: 'POST',
      url: '/api/v1/public/lookup',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    });
    expect(problemSchema.parse(answer.json()).code).toBe('invalid-request');
  });
});

describe('every answer', () => {
  it.each(['/health/live', '/nowhere'])('forbids what is not our own: %s', async (url) => {
    const { headers } = await get(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});
