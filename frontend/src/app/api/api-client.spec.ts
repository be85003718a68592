import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { problemOf } from './client-problem.ts';
import { ApiClient, FETCH } from './api-client.ts';

const shape = z.strictObject({ id: z.string() });
const refusal = {
  ...{
    type: '/problems/version-stale',
    title: 'Đã có thay đổi',
    status: 412,
    detail: 'Hãy xem lại.',
  },
  ...{ instance: '/x', code: 'version-stale', requestId: '1', facts: {}, version: 4 },
};

let sent: { readonly path: string; readonly init: RequestInit }[];
let answer: () => Response;

const json = (status: number, body: unknown, headers = {}): Response =>
  ({
    ok: status < 400,
    status,
    headers: new Headers(headers),
    json: () => Promise.resolve(body),
  }) as Response;

const client = (): ApiClient => TestBed.inject(ApiClient);
const headersSent = (): Record<string, string> => sent[0]?.init.headers as Record<string, string>;

beforeEach(() => {
  sent = [];
  answer = () => json(200, { id: 'a' }, { etag: '"7"' });
  const fetch = (path: string, init: RequestInit): Promise<Response> => {
    sent.push({ path, init });
    return Promise.resolve().then(answer);
  };
  TestBed.configureTestingModule({ providers: [{ provide: FETCH, useValue: fetch }] });
});

describe('an act', () => {
  it('carries the page’s token, the version it was decided on and the key of its attempt', async () => {
    client().trust('token');
    const done = await client().act({ path: '/x', body: {}, answer: shape, version: 3, key: 'k' });
    expect(done).toEqual({ ok: true, value: { id: 'a' }, version: 7 });
    expect(headersSent()).toMatchObject({
      'x-csrf-token': 'token',
      'if-match': '"3"',
      'idempotency-key': 'k',
      'accept-language': 'vi',
    });
  });

  it('that is refused says so in words, with what there is now', async () => {
    answer = () => json(412, refusal);
    const done = await client().act({ path: '/x', body: {} });
    expect(done).toMatchObject({ ok: false, problem: { code: 'version-stale', version: 4 } });
  });

  it('without a network fails in words, and keeps nothing from being tried again', async () => {
    answer = () => {
      throw new TypeError('network');
    };
    expect(await client().act({ path: '/x' })).toMatchObject({
      ok: false,
      problem: { code: 'offline', title: 'Mất kết nối với máy chủ' },
    });
  });

  it('tells the page that nobody is signed in any more', async () => {
    answer = () => json(401, { ...refusal, status: 401, code: 'sign-in-required' });
    await client().act({ path: '/x' });
    expect(client().interruption()).toBe('signed-out');
    client().trust('again');
    expect(client().interruption()).toBeUndefined();
  });
});

describe('a question', () => {
  it('leaves out what nobody asked', async () => {
    const query = { unitId: 7, q: '', due: undefined, state: ['received', 'processing'] };
    await client().read('/x', shape, { query });
    expect(sent[0]?.path).toBe('/x?unitId=7&state=received%2Cprocessing');
  });

  it('asked under a locked screen is answered when the screen is open again', async () => {
    client().trust('token');
    answer = () => json(401, { ...refusal, status: 401, code: 'session-locked' });
    const asked = client().read('/x', shape);
    await new Promise((resolve) => setTimeout(resolve));
    expect(client().interruption()).toBe('locked');
    answer = () => json(200, { id: 'a' });
    client().trust('token');
    expect(await asked).toEqual({ id: 'a' });
  });

  it('whose answer nobody understands is a problem too', async () => {
    answer = () => json(200, { other: 1 });
    const failure: unknown = await client()
      .read('/x', shape)
      .catch((error: unknown) => error);
    expect(problemOf(failure)?.code).toBe('unexpected-answer');
    expect(problemOf(new Error('outer', { cause: failure }))?.code).toBe('unexpected-answer');
  });
});
