import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { AppModule } from '../../backend/src/app.module.ts';
import { requireEnvironment } from '../../backend/src/platform/config/required-environment.ts';
import {
  type Application,
  createApplication,
} from '../../backend/src/platform/http/application.ts';

let application: Application;

beforeAll(async () => {
  const environment = requireEnvironment({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  const log = pino({ level: 'silent' });
  const module = AppModule.of(environment, log);
  application = await createApplication({ module, log, instance: 'docs' });
});
afterAll(() => application.app.close());

const get = (url: string) => application.app.inject({ method: 'GET', url });

describe('the page about the API', () => {
  it('is in Vietnamese, and finds everything it needs on this very host', async () => {
    const { body } = await get('/api/docs');
    expect(body).toContain('<html lang="vi">');
    const needed = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
    const own = needed.filter((url) => url.startsWith('/api/'));
    expect(needed.filter((url) => !own.includes(url))).toEqual(['/']);
    expect(own.length).toBeGreaterThan(4);
    for (const url of own) expect([url, (await get(url)).statusCode]).toEqual([url, 200]);
  });

  it('has nothing that the content policy would not let in', async () => {
    const { body, headers } = await get('/api/docs');
    expect(headers['content-security-policy']).toMatch(/script-src 'self';style-src 'self'$/);
    expect(body).not.toMatch(/<script>|<style>| style=| on\w+=/);
  });

  it('asks no one elsewhere whether the description is good', async () => {
    const { body } = await get('/api/docs/docs.js');
    expect(body).toContain('validatorUrl: null');
    expect(body).not.toMatch(/https?:/);
  });

  it.each(['package.json', 'swagger-ui.js', '..%2f..%2fpackage.json', 'constructor'])(
    'keeps the rest of the library’s folder to itself: %s',
    async (name) => {
      expect((await get(`/api/docs/${name}`)).statusCode).toBe(404);
    },
  );
});
